"""What a report would stumble over is found before."""

from datetime import date, timedelta

import pytest

from lienhiep.core.data_checks import all_checks
from lienhiep.core.period import today
from tests.factories.associations import (
    BodyFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PositionFactory,
    SeatFactory,
    TermFactory,
    union_body,
)
from tests.factories.directory import OrganisationFactory

pytestmark = pytest.mark.django_db


def found(name):
    check = next(one for one in all_checks() if one.name == f"associations.{name}")
    return [finding.record for finding in check.find()]


def test_term_overdue_is_found_unless_a_congress_is_planned():
    alone, planned, cancelled = (TermFactory(due_on=date(2022, 1, 1)) for _place in range(3))
    CongressFactory(body=planned.body)
    CongressFactory(
        body=cancelled.body, cancelled_on=date(2022, 1, 1), cancelling_reason="Dịch bệnh"
    )

    assert found("term_overdue") == [alone, cancelled]


def test_body_without_its_head_is_found():
    headed, headless = BodyFactory(), BodyFactory()
    BodyFactory(kind="office", is_public=False)
    own_office = union_body("office", name="Văn phòng")
    SeatFactory(body=headed, position=PositionFactory(is_head=True))
    SeatFactory(
        body=headless,
        position=PositionFactory(is_head=True),
        until=date(2022, 1, 1),
        leaving="retired",
    )

    assert found("body_headed") == [headless, own_office]


def test_association_without_numbers_of_last_year_is_found():
    last_year = today().year - 1
    stated, silent = MembershipFactory(), MembershipFactory()
    MembershipFactory(kind="collective_member")
    MembershipFactory(since=today())
    MemberStatementFactory(organisation=stated.organisation, on=date(last_year, 12, 31))

    assert found("members_stated") == [silent]


def test_seat_past_the_end_of_its_term_is_found():
    term = TermFactory(ended_on=date(2023, 1, 1))
    past = SeatFactory(body=term.body, term=term)
    SeatFactory(body=term.body, term=term, until=date(2023, 1, 1), leaving="term_over")

    assert found("seat_in_term") == [past]


def test_member_that_no_longer_exists_is_found():
    gone = MembershipFactory(organisation=OrganisationFactory(ended_on=today() - timedelta(days=1)))
    MembershipFactory(organisation=OrganisationFactory(ended_on=today()))

    assert found("member_exists") == [gone]
