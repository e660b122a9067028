"""What waits for a person, in which order, and from one source for all."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from lienhiep.core import waiting
from lienhiep.core.waiting import Urgency, Waiting, count_waiting, waiting_for, waiting_in, waits
from tests.sample.readers import Reader

TODAY = date(2026, 3, 10)
SINCE = date(2026, 3, 1)


def item(what, due=None, since=SINCE):
    return Waiting(what=what, since=since, due=due, url="/", room="sample")


@pytest.fixture
def items(monkeypatch):
    """Let one room say what the test wants."""
    found = []
    monkeypatch.setattr(waiting, "_providers", [])
    waits(lambda user, on: found)
    return found


def test_waiting_for_puts_late_first_then_by_date_and_undated_last(items):
    items += [
        item("undated"),
        item("next week", date(2026, 3, 17)),
        item("today", TODAY),
        item("late", date(2026, 3, 9)),
        item("very late", date(2026, 2, 1)),
    ]

    found = [each.what for each in waiting_for(Reader(), TODAY)]

    assert found == ["very late", "late", "today", "next week", "undated"]


def test_waiting_for_puts_first_what_has_waited_longest(items):
    items += [item("newer", TODAY, date(2026, 3, 5)), item("older", TODAY, date(2026, 3, 2))]

    assert [each.what for each in waiting_for(Reader(), TODAY)] == ["older", "newer"]


@pytest.mark.parametrize(
    ("due", "urgency", "left"),
    [
        (None, Urgency.UNDATED, None),
        (date(2026, 3, 9), Urgency.LATE, -1),
        (date(2026, 3, 10), Urgency.TODAY, 0),
        (date(2026, 3, 13), Urgency.SOON, 3),
        (date(2026, 3, 14), Urgency.LATER, 4),
    ],
)
def test_urgency_follows_from_the_last_day(items, due, urgency, left):
    items.append(item("x", due))

    found = waiting_for(Reader(), TODAY)[0]

    assert (found.urgency, found.days_left) == (urgency, left)
    assert found.is_late is (urgency == Urgency.LATE)


def test_waiting_for_asks_the_rooms_for_the_person_and_the_day(monkeypatch):
    monkeypatch.setattr(waiting, "_providers", [])
    asked = []
    reader = Reader()

    @waits
    def nothing(user, on):
        asked.append((user, on))
        return []

    waits(nothing)
    waiting_for(reader, TODAY)

    assert asked == [(reader, TODAY)]


def test_nothing_waits_for_somebody_who_is_not_signed_in(items):
    items.append(item("x"))

    assert waiting_for(AnonymousUser(), TODAY) == []


def test_badge_and_list_of_one_request_agree(items):
    request = RequestFactory().get("/")
    request.user = Reader()
    items.append(item("x"))

    shown = waiting_in(request)
    items.append(item("y"))

    assert count_waiting(request) == len(shown) == len(waiting_in(request)) == 1
