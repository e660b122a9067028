"""What is valid in the journal, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from lienhiep.core.period import today

WHOLE = 100
"""Shares by subject are whole percents of this."""


def validate_not_in_future(field: str, day: date) -> None:
    """Refuse a day after today: what is recorded has happened."""
    if day > today():
        raise ValidationError(
            {
                field: _("%(day)s lies in the future. Record it when it has happened.")
                % {"day": _written(day)}
            }
        )


def validate_not_before(field: str, day: date | None, earlier: date | None) -> None:
    """Refuse a day that lies before the one that it must follow; an unknown day passes."""
    if day is not None and earlier is not None and day < earlier:
        raise ValidationError(
            {
                field: _("%(day)s lies before %(earlier)s, which it must follow.")
                % {"day": _written(day), "earlier": _written(earlier)}
            }
        )


def validate_reason(field: str, reason: str) -> None:
    """Refuse an empty reason where somebody will later ask why."""
    if not reason.strip():
        raise ValidationError({field: _("Say why, in a sentence.")})


def validate_shares(shares: Iterable[int]) -> None:
    """Refuse shares by subject that do not add up to 100 percent."""
    total = sum(shares)
    if total != WHOLE:
        raise ValidationError(
            {
                "shares": _("The shares of the subjects add up to %(total)s %%, not to 100 %%.")
                % {"total": total}
            }
        )


def validate_numbers_free(field: str, wanted: Collection[int], taken: Iterable[int]) -> None:
    """Refuse an issue number that another issue of the year bears already."""
    double = sorted(set(wanted) & set(taken))
    if double:
        raise ValidationError(
            {
                field: _("No. %(number)s of this year is taken by another issue.")
                % {"number": "+".join(map(str, double))}
            }
        )


def validate_pages(first: int | None, last: int | None) -> None:
    """Refuse pages that run backwards, or an end without a beginning."""
    if last is not None and first is None:
        raise ValidationError({"page_from": _("State the first page as well as the last.")})
    if first is not None and last is not None and last < first:
        raise ValidationError({"page_to": _("The last page lies before the first.")})


def validate_has_state(record: Any, *admitted: str) -> None:
    """Refuse a verb on a record whose state does not admit it."""
    if record.state not in admitted:
        raise ValidationError(
            _("%(record)s stands at “%(state)s”, which does not allow this.")
            % {"record": record, "state": record.state.label}
        )


def _written(day: date) -> str:
    return str(formats.date_format(day, "SHORT_DATE_FORMAT"))
