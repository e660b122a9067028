from datetime import date

import pytest

from lienhiep.core.principals import principals
from lienhiep.directory.choices import OrganisationKind
from tests.factories.associations import (
    BodyFactory,
    MembershipFactory,
    PositionFactory,
    SeatFactory,
)
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db


def keys_of(user, day):
    return {key for key in principals(user, day) if key.startswith(("seat:", "org:"))}


def test_seat_of_the_union_gives_a_key_from_its_first_to_its_last_day():
    person = PersonFactory()
    union = OrganisationFactory(kind=OrganisationKind.OWN_UNION)
    SeatFactory(
        person=person,
        body=BodyFactory(organisation=union, kind="standing"),
        since=date(2019, 7, 26),
        until=date(2022, 6, 14),
        leaving="retired",
    )
    user = staff(person=person)

    days = [date(2019, 7, 25), date(2019, 7, 26), date(2022, 6, 14), date(2022, 6, 15)]

    assert [keys_of(user, day) for day in days] == [
        set(),
        {"seat:standing"},
        {"seat:standing"},
        set(),
    ]


def test_officer_acts_for_an_association_only_while_it_belongs_to_the_union():
    person = PersonFactory()
    membership = MembershipFactory(
        since=date(2020, 1, 1),
        until=date(2022, 12, 31),
        leaving_ground="withdrew",
        leaving_reason="Theo đơn",
    )
    SeatFactory(
        person=person,
        body=BodyFactory(organisation=membership.organisation),
        position=PositionFactory(acts_for_organisation=True),
        since=date(2019, 1, 1),
    )
    user = staff(person=person)

    days = [date(2019, 12, 31), date(2020, 1, 1), date(2022, 12, 31), date(2023, 1, 1)]

    key = f"org:{membership.organisation_id}"
    assert [keys_of(user, day) for day in days] == [set(), {key}, {key}, set()]


def test_ordinary_member_of_a_body_does_not_act_for_the_association():
    person = PersonFactory()
    membership = MembershipFactory()
    SeatFactory(person=person, body=BodyFactory(organisation=membership.organisation))
    user = staff(person=person)

    held = keys_of(user, date(2022, 6, 1))

    assert held == set()
