"""Seats taken and left, and bodies that come to their end."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.associations import actions
from lienhiep.associations.models import Seat
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.principals import forget_principals, principals
from tests.factories.associations import (
    BodyFactory,
    PositionFactory,
    SeatFactory,
    TermFactory,
    union_body,
)
from tests.factories.directory import PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db


def test_seat_takes_the_term_that_its_body_serves_on_that_day(officer):
    term = TermFactory(body=union_body("executive"))
    standing = union_body("standing", name="Ban Thường vụ")
    office = union_body("office", name="Văn phòng")
    facts = {"position": PositionFactory(), "since": date(2020, 1, 1), "by": officer}

    elected = actions.fill_seat(person=PersonFactory(), body=standing, **facts)
    employed = actions.fill_seat(person=PersonFactory(), body=office, **facts)

    assert (elected.term, employed.term) == (term, None)


def test_filled_position_is_refused_at_its_field(officer):
    held = SeatFactory(position=PositionFactory(most=1))

    with pytest.raises(ValidationError) as refusal:
        actions.fill_seat(
            person=PersonFactory(),
            body=held.body,
            position=held.position,
            since=date(2022, 1, 1),
            by=officer,
        )

    assert list(refusal.value.message_dict) == ["position"]
    assert Seat.objects.count() == 1


def test_rights_end_on_the_day_from_which_the_seat_is_no_longer_held(officer):
    person = PersonFactory()
    seat = SeatFactory(person=person, body=union_body("standing"))
    user = staff(person=person)
    before = "seat:standing" in principals(user)

    actions.leave_seat(seat=seat, on=today(), leaving="retired", by=officer)

    forget_principals(user)
    assert before
    assert "seat:standing" not in principals(user)
    assert "seat:standing" in principals(user, today() - timedelta(days=1))


def test_seat_is_not_left_on_its_first_day_nor_twice(officer):
    seat = SeatFactory(since=date(2022, 1, 1))

    with pytest.raises(ValidationError):
        actions.leave_seat(seat=seat, on=date(2022, 1, 1), leaving="retired", by=officer)
    actions.leave_seat(seat=seat, on=date(2022, 1, 2), leaving="retired", by=officer)
    with pytest.raises(ValidationError):
        actions.leave_seat(seat=seat, on=date(2022, 1, 3), leaving="retired", by=officer)

    assert seat.until == date(2022, 1, 1)


def test_return_to_a_seat_is_refused_where_somebody_else_fills_it(officer):
    chair = PositionFactory(most=1)
    seat = SeatFactory(position=chair)
    actions.leave_seat(seat=seat, on=date(2022, 1, 1), leaving="transferred", by=officer)
    successor = SeatFactory(body=seat.body, position=chair, since=date(2022, 1, 1))

    with pytest.raises(ValidationError):
        actions.return_to_seat(seat=seat, reason="Ghi nhầm", by=officer)
    successor.delete()
    actions.return_to_seat(seat=seat, reason="Ghi nhầm", by=officer)

    assert (seat.until, seat.leaving) == (None, "")


def test_dissolving_a_body_ends_its_seats_and_restoring_opens_them_again(officer):
    body = BodyFactory(since=date(2019, 1, 1))
    held = SeatFactory(body=body)
    left = SeatFactory(body=body, until=date(2020, 1, 1), leaving="retired")

    actions.dissolve_body(body=body, on=date(2022, 7, 1), reason="Sáp nhập hai ban", by=officer)

    held.refresh_from_db()
    assert (body.until, held.until, held.leaving) == (
        date(2022, 6, 30),
        date(2022, 6, 30),
        "body_ended",
    )
    assert entries_of(held)[0].log.action == "associations.dissolve_body"
    actions.restore_body(body=body, reason="Ghi nhầm ban", by=officer)
    held.refresh_from_db()
    left.refresh_from_db()
    assert (body.until, held.until, left.until) == (None, None, date(2020, 1, 1))
