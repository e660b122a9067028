"""Many polls at once, from an older site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.history import record_all, verb
from lienhiep.portal.models import Poll, PollOption


@dataclass(frozen=True, kw_only=True)
class PollRow:
    """A poll as an older site has it; each answer with its number of votes."""

    question: str
    options: Sequence[tuple[str, int]]
    opens_on: date
    closes_on: date | None = None
    note: str = ""
    most_choices: int = 1
    is_published: bool = True
    in_front: bool = False
    imported_id: str = ""


def load_polls(*, rows: Sequence[PollRow], by: Any) -> list[Poll]:
    """Load polls with their votes as an opening balance, in one act with one entry.

    A refusal names the row, and then nothing at all is loaded.
    """
    with verb("portal.load_polls", by=by) as act:
        polls, options = [], []
        for number, row in enumerate(rows, start=1):
            facts = {name: value for name, value in vars(row).items() if name != "options"}
            poll = Poll(**facts)
            own = [
                PollOption(poll=poll, sort_order=place, text=text, opening_count=votes)
                for place, (text, votes) in enumerate(row.options)
            ]
            _check(poll, own, number)
            polls.append(poll)
            options += own
        record_all(polls)
        record_all(options)
        if polls:
            act.about(polls[0])
        act.note(polls=len(polls))
    return polls


def _check(poll: Poll, options: Sequence[PollOption], number: int) -> None:
    try:
        poll.clean_fields()
        poll.clean()
        for option in options:
            option.clean_fields(exclude=["poll"])
            option.clean()
        if not options:
            raise ValidationError(_("A poll needs answers to choose from."))
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": number, "title": poll.question, "why": " ".join(refusal.messages)}
        ) from refusal
