"""What waits at contests, for whom, since when and until when; and what one may start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.contests.models import Edition, Entry, Nomination, Prize, Score
from lienhiep.contests.papers import missing_papers
from lienhiep.contests.reference_codes import RESULT_DAYS
from lienhiep.contests.rules import CONTESTANTS, ORGANISERS, may_judge
from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import person_key, principals
from lienhiep.core.reference import value_on
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits

ROOM = "contests"


@waits
def entries_to_check(user: Any, on: date) -> Iterator[Waiting]:
    """Yield entries whose papers nobody has checked, to the organiser."""
    if not principals(user, on) & ORGANISERS:
        return
    unchecked = (
        Entry.objects.visible_to(user)
        .unchecked()
        .filter(edition__cancelled_on=None, edition__results_published_on=None)
    )
    for entry in unchecked.select_related("edition").order_by("received_on", "pk"):
        yield Waiting(
            what=_("Check the papers of “%(entry)s”") % {"entry": entry},
            since=entry.received_on,
            due=entry.edition.deadline + timedelta(days=14),
            url=admin_row_url(entry) or "",
            room=ROOM,
            record=entry,
        )


@waits
def editions_to_conclude(user: Any, on: date) -> Iterator[Waiting]:
    """Yield editions of the province past their deadline without results, to the organiser."""
    if not principals(user, on) & ORGANISERS:
        return
    days = value_on(RESULT_DAYS, on, default=None)
    for edition in Edition.objects.with_names().past_deadline(on).order_by("deadline"):
        what = (
            _("Record the national results of %(edition)s")
            if edition.is_national
            else _("Conclude %(edition)s with its results")
        )
        yield Waiting(
            what=what % {"edition": edition},
            since=edition.deadline + timedelta(days=1),
            due=edition.deadline + timedelta(days=days) if days else None,
            url=admin_row_url(edition) or "",
            room=ROOM,
            record=edition,
        )


@waits
def certificates_to_number(user: Any, on: date) -> Iterator[Waiting]:
    """Yield editions of the province with prizes whose certificates bear no number."""
    if not principals(user, on) & ORGANISERS:
        return
    bare = Prize.objects.standing().provincial().filter(certificate_number="")
    editions = Edition.objects.with_names().filter(pk__in=bare.order_by().values("edition"))
    for edition in editions.filter(results_published_on__isnull=False):
        yield Waiting(
            what=_("Number the certificates of %(edition)s") % {"edition": edition},
            since=edition.results_published_on or on,
            url=admin_row_url(edition) or "",
            room=ROOM,
            record=edition,
        )


@waits
def nominations_without_result(user: Any, on: date) -> Iterator[Waiting]:
    """Yield nominations whose national edition is over, to the organiser."""
    if not principals(user, on) & ORGANISERS:
        return
    rows = Nomination.objects.without_result().filter(edition__results_published_on__isnull=False)
    for nomination in rows.select_related("entry", "edition__contest"):
        yield Waiting(
            what=_("Record what became of “%(entry)s” in the national round")
            % {"entry": nomination.entry},
            since=nomination.edition.results_published_on or on,
            url=admin_row_url(nomination) or "",
            room=ROOM,
            record=nomination,
        )


@waits
def sheets_to_score(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the sheets that a juror owes, edition by edition, to that juror."""
    if not may_judge(user):
        return
    owed = Score.objects.of_person(user.person_id).owed()
    by_edition: dict[Edition, list[Score]] = {}
    for sheet in owed.select_related("entry__edition__contest").order_by("due_on", "pk"):
        by_edition.setdefault(sheet.entry.edition, []).append(sheet)
    for edition, sheets in by_edition.items():
        dates = [sheet.due_on for sheet in sheets if sheet.due_on]
        yield Waiting(
            what=_("Score %(count)s entries of %(edition)s")
            % {"count": len(sheets), "edition": edition},
            since=min(sheet.assigned_on for sheet in sheets),
            due=min(dates) if dates else None,
            url=reverse("contests:judging"),
            room=ROOM,
            record=edition,
        )


@waits
def papers_to_complete(user: Any, on: date) -> Iterator[Waiting]:
    """Yield a contestant's own entries that lack something, until they have been checked."""
    if not principals(user, on) & CONTESTANTS or user.person_id is None:
        return
    own = Entry.objects.of_person(user.person_id).unchecked()
    for entry in own.select_related("edition__contest"):
        if not missing_papers(entry):
            continue
        yield Waiting(
            what=_("Complete the papers of “%(entry)s”") % {"entry": entry},
            since=entry.received_on,
            due=entry.edition.deadline,
            url=reverse("contests:desk_entry", args=[entry.pk]),
            room=ROOM,
            record=entry,
        )


@desk_doors
def contestants_desk(user: Any) -> Iterator[Door]:
    """Yield the contestant's desk to those who may enter."""
    if principals(user) & CONTESTANTS and user.person_id:
        yield Door(
            label=gettext_lazy("My entries"),
            about=gettext_lazy("Enter a contest, and follow your entry to its result."),
            url=reverse("contests:desk"),
        )


@desk_doors
def jurors_desk(user: Any) -> Iterator[Door]:
    """Yield the juror's desk to jurors."""
    if may_judge(user) and policy_of(Score).may(user, "submit_score"):
        yield Door(
            label=gettext_lazy("Scoring entries"),
            about=gettext_lazy("The entries given to you, by their codes, and your sheets."),
            url=reverse("contests:judging"),
        )


@desk_address(Entry)
def entry_at_desk(entry: Entry, user: Any) -> str:
    """Return where the people of an entry follow it."""
    mine = user.person_id and person_key(user.person_id) in entry.author_keys()
    return reverse("contests:desk_entry", args=[entry.pk]) if mine else ""


@desk_address(Score)
def sheet_at_desk(sheet: Score, user: Any) -> str:
    """Return where a juror finds a sheet of theirs."""
    mine = user.person_id and sheet.juror.person_id == user.person_id
    return reverse("contests:sheet", args=[sheet.pk]) if mine else ""


@desk_address(Prize)
def prize_at_desk(prize: Prize, user: Any) -> str:
    """Return where the people of an entry read of its prize: with the entry."""
    return entry_at_desk(prize.entry, user)
