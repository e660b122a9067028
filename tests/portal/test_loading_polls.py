"""Polls of an older site come over with their votes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.portal.actions import PollRow, load_polls
from lienhiep.portal.choices import PollState
from lienhiep.portal.models import Poll


def row(**facts):
    return PollRow(
        **{
            "question": "Bạn biết đến trang qua đâu?",
            "options": [("Bạn bè", 12), ("Báo chí", 3)],
            "opens_on": date(2020, 1, 1),
            "closes_on": date(2020, 12, 31),
        }
        | facts
    )


def test_a_poll_keeps_its_answers_their_order_and_their_votes():
    (poll,) = load_polls(rows=[row()], by=None)

    kept = Poll.objects.get(pk=poll.pk)
    assert list(kept.options.values_list("text", "opening_count")) == [
        ("Bạn bè", 12),
        ("Báo chí", 3),
    ]
    assert kept.state == PollState.CLOSED


def test_the_batch_has_one_entry():
    first, second = load_polls(rows=[row(), row(question="Câu khác?")], by=None)

    assert [entry.log.action for entry in entries_of(first)] == ["portal.load_polls"]
    assert not entries_of(second)


@pytest.mark.parametrize(
    "wrong", [{"options": []}, {"question": ""}, {"closes_on": date(2019, 1, 1)}]
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(wrong):
    with pytest.raises(ValidationError, match="2"):
        load_polls(rows=[row(), row(**wrong)], by=None)

    assert not Poll.objects.exists()
