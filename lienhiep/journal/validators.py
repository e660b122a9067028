"""What is valid in the journal, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WHOLE = 100
"""Shares by subject are whole percents of this."""


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
