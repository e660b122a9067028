"""When something that is done at fixed times is due next."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from lienhiep.core.models.jobs import ScheduledTask
from lienhiep.core.period import ZONE

Rhythm = ScheduledTask.Rhythm


def next_run(task: ScheduledTask, after: datetime) -> datetime:
    """Return the first moment after another at which a task is due.

    Hours and days are those of Vietnam.
    """
    if task.rhythm == Rhythm.MINUTES:
        return after + timedelta(minutes=max(1, task.every_minutes or 1))
    local = after.astimezone(ZONE)
    day = local.date()
    moment = _moment(_day_of(task, day), task.at)
    return moment if moment > after else _moment(_day_after(task, day), task.at)


def _moment(day: date, at: time | None) -> datetime:
    return datetime.combine(day, at or time.min, ZONE)


def _day_of(task: ScheduledTask, day: date) -> date:
    """Return the day on which the task is due in the week or month of a day, or that day."""
    if task.rhythm == Rhythm.WEEKLY:
        return day + timedelta(days=(task.weekday or 0) - day.weekday())
    if task.rhythm == Rhythm.MONTHLY:
        return _in_month(task, day.year, day.month)
    return day


def _day_after(task: ScheduledTask, day: date) -> date:
    """Return the day on which the task is due in the next week or month, or the next day."""
    if task.rhythm == Rhythm.WEEKLY:
        return _day_of(task, day) + timedelta(days=7)
    if task.rhythm == Rhythm.MONTHLY:
        year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
        return _in_month(task, year, month)
    return day + timedelta(days=1)


def _in_month(task: ScheduledTask, year: int, month: int) -> date:
    return date(year, month, min(task.day_of_month or 1, monthrange(year, month)[1]))
