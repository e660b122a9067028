"""What the checks of all rooms find, for one reader, within the time that a page may take."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from lienhiep.core.data_checks import Check, Finding, all_checks
from lienhiep.core.guarding import Guarded
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.withholding import visible_among
from lienhiep.reports.models import CheckCount

MOST_FOUND = 200
"""Findings of one check that a page shows; whoever has more begins with these."""

GROUND = "core"
SECONDS = 5.0
"""How long a page may look; checks not reached by then are named, with what they found last."""


@dataclass(frozen=True)
class Line:
    """One finding that this reader may know of."""

    message: str
    record: str
    url: str


@dataclass
class Outcome:
    """What one check found."""

    check: Check
    found: int = 0
    lines: list[Line] = field(default_factory=list)
    withheld: int = 0
    is_whole: bool = True
    """False where there are more than are shown."""
    was_run: bool = True
    last: CheckCount | None = None
    """What was found when it last ran, where there was no time for it now."""


@dataclass(frozen=True)
class Room:
    """The checks of one room."""

    label: Any
    outcomes: list[Outcome]

    @property
    def found(self) -> int:
        """How many findings the room has, as far as its checks were run."""
        return sum(one.found for one in self.outcomes)


def look_through(
    user: Any, *, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
) -> list[Room]:
    """Run the checks room by room, as far as the time reaches, for one reader.

    A finding about a record that the reader may not see is counted and not shown. The counts
    are kept for the home page.
    """
    end = clock() + seconds
    last = {one.name: one for one in CheckCount.objects.all()}
    outcomes = []
    for check in in_order():
        if clock() >= end:
            outcomes.append(Outcome(check, was_run=False, last=last.get(check.name)))
            continue
        findings, is_whole = find(check)
        outcomes.append(_outcome(check, findings, is_whole, user))
        keep_count(check, len(findings), is_whole, last.get(check.name))
    return [
        Room(_label(name), list(group))
        for name, group in groupby(outcomes, key=lambda one: _room_of(one.check))
    ]


def in_order() -> list[Check]:
    """Return the checks of the rooms, then those of the ground floor.

    The ground floor goes through every file and every record, which takes the longest and
    is seldom wrong; the rooms tell what somebody can put in order today.
    """
    return sorted(all_checks(), key=lambda one: (_room_of(one) == GROUND, one.name))


def find(check: Check) -> tuple[list[Finding], bool]:
    """Return the first findings of a check, and whether these are all."""
    found = list(islice(check.find(), MOST_FOUND + 1))
    return found[:MOST_FOUND], len(found) <= MOST_FOUND


def keep_count(check: Check, found: int, is_whole: bool, last: CheckCount | None) -> None:
    """Keep how many findings there are now; an unchanged count is not written each time."""
    now = timezone.now()
    same = last is not None and (last.found, last.is_whole) == (found, is_whole)
    if same and timezone.localdate(last.counted_at) == timezone.localdate(now):
        return
    CheckCount.objects.update_or_create(
        name=check.name, defaults={"found": found, "is_whole": is_whole, "counted_at": now}
    )


def forget_old_checks() -> None:
    """Let go of the counts of checks that are no longer made."""
    CheckCount.objects.exclude(name__in=[check.name for check in all_checks()]).delete()


def _outcome(check: Check, findings: list[Finding], is_whole: bool, user: Any) -> Outcome:
    seen = _seen(findings, user)
    shown = [_line(one) for one in findings if _key(one.record) in seen]
    return Outcome(
        check,
        found=len(findings),
        lines=shown,
        withheld=len(findings) - len(shown),
        is_whole=is_whole,
    )


def _line(finding: Finding) -> Line:
    record = _page_of(finding.record)
    if record is None:
        return Line(finding.message, "", "")
    return Line(finding.message, str(record), admin_row_url(record) or "")


def _page_of(record: models.Model | None) -> Guarded | None:
    """Return the record that somebody answers for: itself, or the one on which it hangs."""
    while record is not None and not isinstance(record, Guarded):
        owner = getattr(record, "history_owner", None)
        record = owner() if owner is not None else None
    return record


def _key(record: models.Model | None) -> tuple[Any, Any]:
    page = _page_of(record)
    if page is not None:
        return type(page), page.pk
    # About nothing in particular; or about a row that nobody is said to read.
    return (None, None) if record is None else (type(record), None)


def _seen(findings: Iterable[Finding], user: Any) -> set[tuple[Any, Any]]:
    """Return which records this reader may see, asked once for each kind."""
    asked: dict[type[models.Model], set[Any]] = defaultdict(set)
    for page in filter(None, (_page_of(one.record) for one in findings)):
        asked[type(page)].add(page.pk)
    seen: set[tuple[Any, Any]] = {(None, None)}
    for model, pks in asked.items():
        seen |= {(model, pk) for pk in visible_among(model, pks, user)}
    return seen


def _room_of(check: Check) -> str:
    return check.name.split(".")[0]


def _label(room: str) -> Any:
    try:
        return apps.get_app_config(room).verbose_name
    except LookupError:
        return room
