"""The schedule: a table of what is due when; rooms declare what may stand in it."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.jobs.rhythm import next_run
from lienhiep.core.models.jobs import ScheduledTask

logger = logging.getLogger(__name__)

Rhythm = ScheduledTask.Rhythm


@dataclass(frozen=True)
class Declared:
    """What a room wants done at fixed times, and how often unless the table says otherwise."""

    name: str
    label: Any
    function: Callable[[], Any]
    rhythm: dict[str, Any] = field(hash=False)

    @property
    def path(self) -> str:
        """Where the function stands; for people, it is never looked up by this."""
        return f"{self.function.__module__}.{self.function.__qualname__}"


_declared: dict[str, Declared] = {}


def scheduled(
    name: str,
    *,
    label: Any = None,
    every_minutes: int | None = None,
    daily_at: str | None = None,
    weekly_at: tuple[int, str] | None = None,
    monthly_at: tuple[int, str] | None = None,
) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Declare a short function that the worker calls at fixed times.

    One rhythm is given: minutes between, or "HH:MM" in Vietnam, with the day of the week
    (0 is Monday) or of the month before it. What takes longer than some seconds starts a
    job instead. The table may be changed afterwards; this is how it begins.
    """
    rhythms: list[dict[str, Any]] = []
    if every_minutes is not None:
        rhythms.append({"rhythm": Rhythm.MINUTES, "every_minutes": every_minutes})
    if daily_at is not None:
        rhythms.append({"rhythm": Rhythm.DAILY, "at": time.fromisoformat(daily_at)})
    if weekly_at is not None:
        weekday, at = weekly_at
        rhythms.append({"rhythm": Rhythm.WEEKLY, "weekday": weekday, "at": time.fromisoformat(at)})
    if monthly_at is not None:
        day, at = monthly_at
        rhythms.append(
            {"rhythm": Rhythm.MONTHLY, "day_of_month": day, "at": time.fromisoformat(at)}
        )
    if len(rhythms) != 1:
        raise ValueError(f"{name} needs exactly one rhythm.")

    def hang_up(function: Callable[[], Any]) -> Callable[[], Any]:
        _declared[name] = Declared(name, label or name, function, rhythms[0])
        return function

    return hang_up


Look = Callable[[], Any]

_at_every_look: dict[str, Look] = {}


def at_every_look(name: str) -> Callable[[Look], Look]:
    """Declare what the worker does each time that it looks at the schedule: every few seconds.

    For what a minute would be too slow for, such as gathering counts. It stands in no table,
    must be over in a moment, and writes nothing where there is nothing new.
    """

    def hang_up(function: Look) -> Look:
        _at_every_look[name] = function
        return function

    return hang_up


def do_at_every_look() -> None:
    """Do what is done at every look; what fails stops nothing else, and is tried again."""
    for name, function in _at_every_look.items():
        try:
            function()
        except Exception:
            logger.exception("%s failed", name)


def declared_task(name: str) -> Declared | None:
    """Return what a room declares under a name, or None where it no longer does."""
    return _declared.get(name)


def sync_schedule(now: datetime | None = None) -> None:
    """Give every declared function its row in the table; rows that are there stay as they are."""
    now = now or timezone.now()
    kept = set(ScheduledTask.objects.values_list("name", flat=True))
    for declared in _declared.values():
        if declared.name not in kept:
            task = ScheduledTask(name=declared.name, function_path=declared.path, **declared.rhythm)
            task.next_run = next_run(task, now)
            ScheduledTask.objects.bulk_create([task], ignore_conflicts=True)


def run_due(now: datetime | None = None) -> list[str]:
    """Do what is due, each by one worker only, and return the names of what was done.

    What was missed while the program was off is done once. A failure is written in the
    table and stops nothing else.
    """
    moment = now or timezone.now()
    done = []
    for task in ScheduledTask.objects.filter(is_enabled=True, next_run__lte=moment):
        if declared_task(task.name) is not None and _claim(task, moment):
            run_task(task)
            done.append(task.name)
    return done


def _claim(task: ScheduledTask, now: datetime) -> bool:
    """Move the task on to its next time; False where another worker was quicker."""
    seen = ScheduledTask.objects.filter(pk=task.pk, is_enabled=True, next_run=task.next_run)
    return bool(seen.update(next_run=next_run(task, now)))


def run_task(task: ScheduledTask) -> None:
    """Call a task's function now and write down how it went."""
    declared = declared_task(task.name)
    error = detail = ""
    try:
        if declared is None:
            raise ValidationError(_("The program no longer knows this task."))
        declared.function()
    except ValidationError as refusal:
        error, detail = " ".join(refusal.messages), traceback.format_exc()
    except Exception:
        logger.exception("Scheduled task %s failed", task.name)
        error, detail = _("The task stopped at an error of the program."), traceback.format_exc()
    ScheduledTask.objects.filter(pk=task.pk).update(
        last_run=timezone.now(), last_error=error, last_error_detail=detail
    )
