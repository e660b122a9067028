"""What waits in commendation, for whom and until when."""

from datetime import date, timedelta

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.desk import doors_for
from lienhiep.core.reference import set_reference
from lienhiep.core.waiting import waiting_for
from lienhiep.honours.choices import NominationState
from lienhiep.honours.reference_codes import ANSWER_DAYS, CONFER_DAYS
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory
from tests.factories.honours import (
    DECIDED,
    HonourFactory,
    ReceivedFactory,
    nomination_at,
)
from tests.honours.test_rules import acting_for

pytestmark = pytest.mark.django_db


def items_of(user):
    return [item for item in waiting_for(user) if item.room == "honours"]


def days(code, number, by):
    set_reference(code=code, value=number, valid_from=date(2021, 1, 1), source="Quy chế", by=by)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OFFICER, Role.OFFICE_MANAGER}))
def test_what_is_to_be_prepared_and_handed_over_waits_for_the_office_only(officer, role):
    nomination_at(NominationState.SUBMITTED, officer)
    HonourFactory()

    assert items_of(user_with(role)) == []


def test_a_nomination_waits_for_the_council_until_its_answer_is_due(officer):
    days(ANSWER_DAYS, 30, officer)
    nomination = nomination_at(NominationState.SUBMITTED, officer)

    (item,) = items_of(officer)

    assert item.record == nomination
    assert (item.since, item.due) == (date(2022, 12, 20), date(2023, 1, 19))


def test_a_nomination_voted_on_waits_for_those_who_may_decide_it(officer, leader):
    nomination = nomination_at(NominationState.CONSIDERED, officer)

    assert items_of(officer) == []
    assert [item.record for item in items_of(leader)] == [nomination]


def test_one_decision_waits_once_however_many_it_honours(officer):
    days(CONFER_DAYS, 30, officer)
    HonourFactory()
    HonourFactory()
    HonourFactory(decision_symbol="05/QĐ-LHH", decided_on=date(2023, 2, 1))

    first, second = items_of(officer)

    assert (first.what, first.since, first.due) == (
        "Trao 2 khen thưởng theo 04/QĐ-LHH",
        DECIDED,
        DECIDED + timedelta(days=30),
    )
    assert second.since == date(2023, 2, 1)


def test_what_is_handed_over_revoked_or_of_others_waits_for_nobody(officer):
    HonourFactory(conferred_on=date(2023, 1, 10))
    HonourFactory(revoked_on=date(2023, 1, 10), revocation_reason="Báo cáo sai")
    ReceivedFactory()

    assert items_of(officer) == []


def test_a_returned_nomination_waits_for_the_contact_officer_of_its_association(officer):
    nomination = nomination_at(NominationState.RETURNED, officer)
    user = acting_for(nomination.proposer)

    (item,) = items_of(user)

    assert (item.record, item.url) == (nomination, f"/ban-lam-viec/khen-thuong/{nomination.pk}/")
    assert items_of(acting_for(OrganisationFactory())) == []


def test_the_desk_opens_to_whoever_acts_for_an_association():
    url = "/ban-lam-viec/khen-thuong/"

    def opens(user):
        return url in [door.url for door in doors_for(user)]

    assert opens(acting_for(OrganisationFactory()))
    assert not opens(user_with(Role.CONTACT_OFFICER))
    assert not opens(user_with(Role.OFFICER))
