"""What contestants and jurors are told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.contests.models import Edition, Entry, Prize, Score
from lienhiep.core.notices import NoticeKind, notice_kind, tell, tell_each

ENTRY_RECEIVED = notice_kind(
    "contests.entry_received", _("“%(record)s” was received with you among its authors.")
)
ENTRY_ADMITTED = notice_kind(
    "contests.entry_admitted", _("“%(record)s” is admitted and goes to the jury.")
)
ENTRY_REFUSED = notice_kind(
    "contests.entry_refused", _("“%(record)s” was not admitted; the reason stands with it.")
)
ENTRY_CHECKED_AGAIN = notice_kind(
    "contests.entry_checked_again", _("The papers of “%(record)s” are checked once more.")
)
ENTRY_NOMINATED = notice_kind(
    "contests.entry_nominated", _("“%(record)s” was sent to the national round.")
)
NATIONAL_RESULT = notice_kind(
    "contests.national_result", _("The national result of “%(record)s” is known.")
)
PRIZE_WON = notice_kind("contests.prize_won", _("A prize is published – %(record)s."))
NO_PRIZE = notice_kind(
    "contests.no_prize", _("The results of the contest are published; “%(record)s” won no prize.")
)
JUROR_APPOINTED = notice_kind(
    "contests.juror_appointed", _("You are appointed to the jury of %(record)s.")
)
SHEETS_GIVEN = notice_kind(
    "contests.sheets_given",
    _("You were given score sheets for %(record)s: %(count)s."),
    is_urgent=True,
)
SHEET_REOPENED = notice_kind(
    "contests.sheet_reopened",
    _("%(record)s was given back to you to be scored again."),
    is_urgent=True,
)


def tell_people_of(entry: Entry, what: NoticeKind, by: Any) -> None:
    """Tell the authors and mentors of an entry who have an account."""
    tell(recipients=_people_of(entry), what=what, about=entry, by=by)


def tell_results(edition: Edition, prizes: Iterable[Prize], by: Any) -> None:
    """Tell everybody whose entry was judged what came of it: the prize, or that there is none."""
    prizes = list(prizes)
    tell_each(
        pairs=((user, prize) for prize in prizes for user in _people_of(prize.entry)),
        what=PRIZE_WON,
        by=by,
    )
    if edition.is_national:
        return
    won = {prize.entry_id for prize in prizes}
    rest = edition.entries.admitted().exclude(pk__in=won)
    tell_each(
        pairs=((user, entry) for entry in rest for user in _people_of(entry)),
        what=NO_PRIZE,
        by=by,
    )


def tell_juror(person: Any, edition: Edition, by: Any) -> None:
    """Tell somebody that they sit in the jury of an edition."""
    tell(
        recipients=User.objects.of_persons([person]),
        what=JUROR_APPOINTED,
        about=edition,
        url=reverse("contests:judging"),
        by=by,
    )


def tell_of_sheets(sheets: Iterable[Score], edition: Edition, by: Any) -> None:
    """Tell each juror how many sheets they were given, in one notice."""
    counts: dict[int, int] = {}
    for sheet in sheets:
        person = sheet.juror.person_id
        counts[person] = counts.get(person, 0) + 1
    for person, count in counts.items():
        tell(
            recipients=User.objects.of_persons([person]),
            what=SHEETS_GIVEN,
            about=edition,
            url=reverse("contests:judging"),
            by=by,
            count=count,
        )


def tell_of_sheet(sheet: Score, by: Any) -> None:
    """Tell a juror that a sheet was given back."""
    recipients = User.objects.of_persons([sheet.juror.person_id])
    tell(recipients=recipients, what=SHEET_REOPENED, about=sheet, by=by)


def _people_of(entry: Entry) -> Any:
    # Authors of an entry may still be in memory only: their ids, not a question inside another.
    people = {one.person_id for one in (*entry.authors.all(), *entry.mentors.all())}
    return User.objects.active().filter(person__in=people - {None})
