"""What this room shows on the front page."""

import pytest

from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.addresses import event_url
from lienhiep.events.site_blocks import next_events
from tests.factories.events import CourseFactory, coming, held_conference, open_event

pytestmark = pytest.mark.django_db


def test_the_next_events_stand_on_the_front_page_in_their_order(officer):
    later = coming(days=20)
    soon = open_event(CourseFactory, days=10)
    coming(is_public=False)
    held_conference()
    cancelled = coming(days=3)
    actions.cancel_event(event=cancelled, on=today(), reason="Bão", by=officer)

    block = next_events()

    assert [(row["url"], row["is_open"]) for row in block.context["rows"]] == [
        (event_url(soon), True),
        (event_url(later), False),
    ]
    assert "Đang nhận đăng ký" in block.render()


def test_the_front_page_says_nothing_of_events_while_none_is_announced():
    held_conference()

    assert next_events() is None
