"""Balances carried over: what the counter of a former site showed at the end of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally
from lienhiep.visits.validators import validate_days_free, validate_number


def state_opening_balance(*, day: date, visits: int, by: Any, note: str = "") -> DailyTally:
    """State what the counter showed at the end of a day (số dư đầu kỳ).

    From that day on the total is this number and the visits of the days after it, until a
    later balance is stated. Refuses a day that is not over, and a second balance of a day.
    """
    validate_number("visits", visits)
    with verb("visits.state_opening_balance", by=by) as act:
        tally = DailyTally(day=day, kind=TallyKind.OPENING, visits=visits, note=note)
        tally.full_clean()
        tally.save()
        act.about(tally)
    return tally


def void_opening_balance(*, tally: DailyTally, reason: str, by: Any) -> None:
    """Take a balance out of use that was stated by mistake (hủy); it stays to be read."""
    validate_reason("reason", reason)
    with verb("visits.void_opening_balance", by=by, about=tally, reason=reason):
        lock(tally)
        _validate_is_balance(tally, is_void=False)
        tally.void_reason = reason
        tally.save()


def restore_opening_balance(*, tally: DailyTally, reason: str, by: Any) -> None:
    """Put a voided balance back into use; refuses where its day has another one by now."""
    validate_reason("reason", reason)
    with verb("visits.restore_opening_balance", by=by, about=tally, reason=reason):
        lock(tally)
        _validate_is_balance(tally, is_void=True)
        taken = DailyTally.objects.openings().filter(day=tally.day)
        validate_days_free(taken.values_list("day", flat=True))
        tally.void_reason = ""
        tally.save()


def _validate_is_balance(tally: DailyTally, *, is_void: bool) -> None:
    if not tally.is_opening or tally.is_void != is_void:
        raise ValidationError(_("This row of the counter does not allow it."))
