"""What the records of the associations refuse, and the states that follow from their days."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.associations.choices import (
    AdmissionState,
    CongressState,
    MembershipState,
    SeatState,
    TermState,
)
from lienhiep.associations.models import (
    Admission,
    Appointment,
    Body,
    Congress,
    Membership,
    MemberStatement,
    Seat,
    Term,
)
from lienhiep.core.period import today
from tests.factories.associations import (
    AdmissionFactory,
    AppointmentFactory,
    BodyFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PersonsAdmittedFactory,
    PlannedCadreFactory,
    PositionFactory,
    SeatFactory,
    TermFactory,
    union_body,
)
from tests.factories.directory import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

LEFT = {"leaving_ground": "withdrew", "leaving_reason": "Theo đơn xin rút"}


def refused(record):
    """Return the fields at which a record refuses to be what it is."""
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return sorted(refusal.value.error_dict)


def test_two_memberships_of_an_organisation_share_no_day():
    organisation = OrganisationFactory()
    MembershipFactory(
        organisation=organisation, since=date(2010, 1, 1), until=date(2015, 6, 30), **LEFT
    )

    later = Membership(organisation=organisation, since=date(2015, 6, 30))
    free = Membership(organisation=organisation, since=date(2015, 7, 1))

    assert refused(later) == ["since"]
    free.full_clean()


def test_database_refuses_a_second_open_membership():
    one = MembershipFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(organisation=one.organisation, since=date(2020, 1, 1))


def test_membership_does_not_end_without_its_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(until=date(2022, 1, 1), leaving_ground="withdrew")


def test_state_of_a_membership_agrees_with_its_query():
    day = today()
    coming = MembershipFactory(since=day + timedelta(days=1))
    active = MembershipFactory(until=day, **LEFT)
    left = MembershipFactory(until=day - timedelta(days=1), **LEFT)

    found = {row.pk: row.state_code for row in Membership.objects.with_state()}

    assert found == {
        coming.pk: MembershipState.COMING,
        active.pk: MembershipState.ACTIVE,
        left.pk: MembershipState.LEFT,
    }
    assert [row.state for row in (coming, active, left)] == list(MembershipState)


def test_party_cell_is_never_public():
    body = Body(organisation=OrganisationFactory(), kind="party_cell", name="Chi bộ")

    assert "is_public" in refused(body)
    with pytest.raises(IntegrityError), transaction.atomic():
        BodyFactory(kind="party_cell", is_public=True)


def test_term_ends_after_it_begins_and_is_due_after_it_begins():
    body = BodyFactory()
    start = date(2019, 7, 26)

    backwards = Term(
        body=body,
        label="2019-2024",
        started_on=start,
        due_on=date(2024, 7, 26),
        ended_on=date(2019, 7, 1),
    )
    due_before = Term(body=body, label="2019-2024", started_on=start, due_on=start)

    assert "ended_on" in refused(backwards)
    assert "due_on" in refused(due_before)


def test_terms_of_a_body_follow_each_other():
    term = TermFactory(ended_on=date(2025, 12, 29))

    shared = Term(
        body=term.body, label="2025-2030", started_on=date(2025, 12, 29), due_on=date(2030, 12, 29)
    )
    next_one = Term(
        body=term.body, label="2025-2030", started_on=date(2025, 12, 30), due_on=date(2030, 12, 30)
    )

    assert refused(shared) == ["started_on"]
    next_one.full_clean()


def test_term_that_overran_was_overdue_until_it_really_ended():
    term = TermFactory(ended_on=date(2025, 12, 29))
    days = [date(2019, 7, 25), date(2024, 7, 26), date(2024, 7, 27), date(2025, 12, 30)]

    states = [term.state_on(day) for day in days]

    assert states == [TermState.COMING, TermState.RUNNING, TermState.OVERDUE, TermState.ENDED]


def test_state_of_a_term_agrees_with_its_query():
    rows = [
        TermFactory(started_on=today() + timedelta(days=9), due_on=date(2199, 1, 1)),
        TermFactory(due_on=today()),
        TermFactory(due_on=today() - timedelta(days=1)),
        TermFactory(ended_on=date(2023, 1, 1)),
    ]

    found = {row.pk: row.state_code for row in Term.objects.with_state()}

    assert [found[row.pk] for row in rows] == list(TermState)
    assert [row.state for row in rows] == list(TermState)


def test_position_that_one_may_hold_is_not_held_by_two():
    chair = PositionFactory(most=1)
    held = SeatFactory(position=chair, until=date(2022, 6, 30), leaving="retired")

    second = Seat(person=PersonFactory(), body=held.body, position=chair, since=date(2022, 6, 30))
    after = Seat(person=PersonFactory(), body=held.body, position=chair, since=date(2022, 7, 1))
    elsewhere = Seat(
        person=PersonFactory(), body=BodyFactory(), position=chair, since=date(2022, 1, 1)
    )

    assert refused(second) == ["position"]
    after.full_clean()
    elsewhere.full_clean()


def test_position_that_two_may_hold_is_refused_to_a_third_only_while_both_hold_it():
    deputy = PositionFactory(most=2)
    body = BodyFactory()
    facts = {"body": body, "position": deputy, "leaving": "retired"}
    SeatFactory(since=date(2020, 1, 1), until=date(2020, 12, 31), **facts)
    SeatFactory(since=date(2020, 6, 1), until=date(2021, 12, 31), **facts)

    during_both = Seat(person=PersonFactory(), body=body, position=deputy, since=date(2020, 5, 1))
    during_one = Seat(person=PersonFactory(), body=body, position=deputy, since=date(2021, 1, 1))

    assert refused(during_both) == ["position"]
    during_one.full_clean()


def test_seat_lies_within_the_life_of_its_body():
    body = BodyFactory(
        since=date(2019, 1, 1), until=date(2022, 12, 31), ending_reason="Sáp nhập hai ban"
    )
    facts = {"person": PersonFactory(), "body": body, "position": PositionFactory()}

    before = Seat(since=date(2018, 12, 31), **facts)
    behind = Seat(since=date(2023, 1, 1), **facts)

    assert refused(before) == ["since"]
    assert refused(behind) == ["since"]


def test_seat_serves_a_term_of_its_own_body_or_that_of_the_committee():
    committee = union_body("executive")
    term = TermFactory(body=committee)
    facts = {"person": PersonFactory(), "position": PositionFactory(), "since": date(2020, 1, 1)}

    standing = Seat(body=union_body("standing", name="Ban Thường vụ"), term=term, **facts)
    office = Seat(body=union_body("office", name="Văn phòng"), term=term, **facts)

    standing.full_clean()
    assert refused(office) == ["term"]


def test_state_of_a_seat_agrees_with_its_query():
    day = today()
    rows = [
        SeatFactory(since=day + timedelta(days=1)),
        SeatFactory(until=day, leaving="retired"),
        SeatFactory(until=day - timedelta(days=1), leaving="retired"),
    ]

    found = {row.pk: row.state_code for row in Seat.objects.with_state()}

    assert [found[row.pk] for row in rows] == list(SeatState)
    assert [row.state for row in rows] == list(SeatState)


def test_state_of_an_application_agrees_with_its_query():
    membership = MembershipFactory(since=date(2022, 3, 1))
    rows = [
        AdmissionFactory(),
        AdmissionFactory(decided_on=date(2022, 3, 1), decision="1/QĐ", membership=membership),
        AdmissionFactory(refused_on=date(2022, 3, 1), reason="Thiếu hồ sơ"),
        AdmissionFactory(withdrawn_on=date(2022, 3, 1), reason="Hội tự rút"),
    ]

    found = {row.pk: row.state_code for row in Admission.objects.with_state()}

    assert [found[row.pk] for row in rows] == list(AdmissionState)
    assert [row.state for row in rows] == list(AdmissionState)


def test_state_of_a_congress_agrees_with_its_query():
    held = {
        "held_on": date(2022, 6, 10),
        "last_day": date(2022, 6, 11),
        "mode": "hybrid",
        "convened": 100,
        "present": 90,
    }
    rows = [
        CongressFactory(),
        CongressFactory(**held),
        CongressFactory(**held, reported_on=date(2022, 6, 20)),
        CongressFactory(cancelled_on=date(2022, 5, 1), cancelling_reason="Dịch bệnh"),
    ]

    found = {row.pk: row.state_code for row in Congress.objects.with_state()}

    assert [found[row.pk] for row in rows] == list(CongressState)
    assert [row.state for row in rows] == list(CongressState)


def test_congress_bears_its_number_in_roman_numerals():
    congress = CongressFactory(ordinal=6)

    assert congress.ordinal_label == "VI"


def test_database_refuses_more_delegates_than_were_convened():
    with pytest.raises(IntegrityError), transaction.atomic():
        CongressFactory(
            held_on=date(2022, 6, 10),
            last_day=date(2022, 6, 10),
            mode="hybrid",
            convened=10,
            present=11,
        )


def test_parts_of_the_members_are_not_more_than_the_whole():
    statement = MemberStatement(
        organisation=OrganisationFactory(),
        on=date(2022, 12, 31),
        members=10,
        women=11,
        professors=3,
        doctors=2,
        masters=9,
    )

    assert refused(statement) == ["masters", "professors", "women"]
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberStatementFactory(members=10, women=11)


def test_persons_admitted_are_counted_once():
    stated = PersonsAdmittedFactory()
    again = PersonsAdmittedFactory.build(
        organisation=stated.organisation, since=date(2022, 6, 30), until=date(2022, 12, 31)
    )

    assert refused(again) == ["since"]


def test_person_is_not_taken_out_of_a_cadre_plan_without_a_reason():
    planned = PlannedCadreFactory()
    planned.until = date(2022, 12, 31)

    assert refused(planned) == ["reason"]


def test_appointment_leads_to_a_seat_of_the_same_person():
    appointment = AppointmentFactory()
    appointment.seat = SeatFactory()

    assert refused(appointment) == ["seat"]


def test_state_of_an_appointment_agrees_with_its_query():
    AppointmentFactory()
    AppointmentFactory(revoked_on=date(2022, 5, 1), revoking_reason="Nhầm người")

    rows = list(Appointment.objects.with_state().order_by("pk"))

    assert [row.state_code for row in rows] == [row.state for row in rows]
