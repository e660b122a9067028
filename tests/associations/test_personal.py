"""What this room keeps about a person, and what an erasure leaves."""

from datetime import date

import pytest

from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of, erase
from lienhiep.core.search.query import search
from tests.factories.associations import (
    AppointmentFactory,
    MemberStatementFactory,
    PlannedCadreFactory,
    SeatFactory,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return PersonFactory(full_name="Lê Thị Bích Mai")


def of_room(person):
    return [datum for datum in data_of(person) if datum.record._meta.app_label == "associations"]


def test_seats_plans_appointments_and_statements_are_what_is_kept(mai):
    SeatFactory(person=mai, other_office="Trưởng ban Tuyên giáo")
    PlannedCadreFactory(person=mai)
    AppointmentFactory(person=mai)
    MemberStatementFactory(given_by=mai)
    SeatFactory()

    kept = [(type(datum.record).__name__, datum.field) for datum in of_room(mai)]

    assert kept == [
        ("Seat", "person"),
        ("Seat", "other_office"),
        ("PlannedCadre", "person"),
        ("Appointment", "person"),
        ("MemberStatement", "given_by"),
    ]


def test_erasure_leaves_the_seat_under_the_pseudonym(mai, manager):
    seat = SeatFactory(person=mai, other_office="Trưởng ban Tuyên giáo")
    planned = PlannedCadreFactory(person=mai, until=date(2022, 6, 1), reason="Cô Mai xin rút")
    statement = MemberStatementFactory(given_by=mai)

    erase(person=mai, by=manager, reason="Theo yêu cầu")

    for row in (seat, planned, statement):
        row.refresh_from_db()
    assert "Mai" not in str(seat)
    assert (seat.other_office, planned.reason, statement.given_by) == ("", "", None)
    assert not any("Bích Mai" in str(entry.log.data) for entry in entries_of(seat))
    assert search("bich mai", manager).hits == []
