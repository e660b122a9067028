"""What is valid in the counter of visits, said in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.core.period import today


def validate_day_over(field: str, day: date) -> None:
    """Refuse a day that is not over: nobody knows yet how many visits it will bring."""
    if day >= today():
        raise ValidationError({field: _("Name a day that is over: the number stands at its end.")})


def validate_number(field: str, number: int) -> None:
    """Refuse a number of visits below nought."""
    if number < 0:
        raise ValidationError({field: _("A number of visits is nought or more.")})


def validate_days_free(days: Iterable[date]) -> None:
    """Refuse days that have a row already; the first is named."""
    taken = sorted(days)
    if taken:
        raise ValidationError(
            _("%(day)s has its row already.") % {"day": date_format(taken[0], "SHORT_DATE_FORMAT")}
        )
