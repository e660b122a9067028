"""What is valid in contests, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

YEARS = re.compile(r"(?P<first>[12]\d{3})(?:-(?P<last>[12]\d{3}))?")


def validate_year_label(label: str) -> None:
    """Refuse a label that is neither one year nor two years in a row, such as 2021-2022."""
    found = YEARS.fullmatch(label)
    if found is None or (found["last"] and int(found["last"]) <= int(found["first"])):
        raise ValidationError(_("Write one year (2022) or two with a hyphen (2021-2022)."))


def validate_window(born_from: date | None, born_until: date | None) -> None:
    """Refuse an age window that ends before it begins."""
    if born_from is not None and born_until is not None and born_until < born_from:
        raise ValidationError(
            {"born_until": _("The last day of birth admitted lies before the first.")}
        )


def validate_born_within(born: date, born_from: date | None, born_until: date | None) -> None:
    """Refuse a day of birth outside the window of the edition; an open end admits all."""
    if (born_from is not None and born < born_from) or (
        born_until is not None and born > born_until
    ):
        raise ValidationError(
            {
                "birth_date": _(
                    "Born on %(born)s: the rules admit authors born from %(first)s to %(last)s."
                )
                % {
                    "born": _written(born),
                    "first": _written(born_from),
                    "last": _written(born_until),
                }
            }
        )


def _written(day: date | None) -> str:
    return "…" if day is None else str(formats.date_format(day, "SHORT_DATE_FORMAT"))
