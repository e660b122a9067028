"""The way of a breach against its clock."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.privacy.choices import BreachState
from lienhiep.privacy.models import Breach
from lienhiep.privacy.papers import moment


def steps_of_breach(breach: Breach) -> list[dict[str, Any]]:
    """Return the steps: found, authority told within its hours, people told, closed."""
    return [
        {
            "where": _("Found"),
            "since": timezone.localtime(breach.found_at).date(),
            "note": moment(breach.found_at),
            "state": "done",
        },
        _authority(breach),
        {
            "where": _("People told"),
            "since": _day(breach.people_told_at),
            "note": breach.people_told_how,
            "state": "done"
            if breach.people_told_at
            else "ahead"
            if breach.state != BreachState.CLOSED
            else "done",
        },
        {
            "where": _("Closed with lessons"),
            "since": breach.closed_on,
            "state": "done" if breach.closed_on else "ahead",
        },
    ]


def _authority(breach: Breach) -> dict[str, Any]:
    step: dict[str, Any] = {
        "where": _("Authority told"),
        "since": _day(breach.authority_told_at),
        "until": timezone.localtime(breach.tell_by).date(),
    }
    if breach.authority_told_at is not None:
        note = moment(breach.authority_told_at)
        step |= {
            "state": "done",
            "note": _("late: %(when)s") % {"when": note} if breach.is_late else note,
        }
    elif breach.not_told_reason:
        step |= {"state": "done", "note": breach.not_told_reason}
    else:
        step |= {"state": "late" if breach.is_late else "here", "note": clock(breach)}
        if breach.is_late:
            step["late_days"] = max(1, -breach.hours_left // 24)
    return step


def clock(breach: Breach) -> str:
    """Return how much of the time is left, or since when it is over."""
    left = breach.hours_left
    if left < 0:
        over = -left
        return ngettext(
            "%(hours)s hour over, was due at %(when)s",
            "%(hours)s hours over, was due at %(when)s",
            over,
        ) % {"hours": over, "when": moment(breach.tell_by)}
    return ngettext(
        "%(hours)s hour left, until %(when)s", "%(hours)s hours left, until %(when)s", left
    ) % {"hours": left, "when": moment(breach.tell_by)}


def _day(at: Any) -> Any:
    return timezone.localtime(at).date() if at is not None else None
