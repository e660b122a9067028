"""What is valid in the directory, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from lienhiep.core.period import FIRST_YEAR, today
from lienhiep.core.text import split_name

PHONE = re.compile(r"\+?[0-9]{8,15}")


def validate_phone(value: str) -> None:
    """Refuse what cannot be a phone number; spaces, dots, hyphens and brackets are allowed."""
    if not PHONE.fullmatch(re.sub(r"[\s.\-()]", "", value)):
        raise ValidationError(
            _("“%(value)s” is not a phone number. Write for example 0238 3844 000.")
            % {"value": value}
        )


def validate_name_given(field: str, name: str) -> None:
    """Refuse a name that is empty once titles and hidden characters are taken out."""
    if not any(character.isalpha() for character in name):
        raise ValidationError({field: _("Write the name; titles stand in a field of their own.")})


def validate_given_name(field: str, given: str, full_name: str) -> None:
    """Refuse a given name whose words are not in the full name."""
    if given and split_name(full_name, given=given).given != given:
        raise ValidationError(
            {
                field: _("The words “%(given)s” are not in the name “%(name)s”.")
                % {"given": given, "name": full_name}
            }
        )


def validate_birth(born_on: date | None, year: int | None) -> None:
    """Refuse a birth in the future or before 1900, and a year that contradicts the date."""
    if born_on is not None and born_on > today():
        raise ValidationError({"birth_date": _("The date of birth lies in the future.")})
    if born_on is not None and born_on.year < FIRST_YEAR:
        raise ValidationError({"birth_date": _earliest()})
    if year is None:
        return
    if year > today().year:
        raise ValidationError({"birth_year": _("The year of birth lies in the future.")})
    if year < FIRST_YEAR:
        raise ValidationError({"birth_year": _earliest()})
    if born_on is not None and born_on.year != year:
        raise ValidationError(
            {"birth_year": _("The year of birth differs from that of the date of birth.")}
        )


def validate_order(start: date | None, end: date | None, end_field: str) -> None:
    """Refuse an end before its beginning; an unknown day passes."""
    if start is not None and end is not None and end < start:
        raise ValidationError(
            {
                end_field: _("%(end)s lies before the beginning, %(start)s.")
                % {"end": _written(end), "start": _written(start)}
            }
        )


def overlaps(rows: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield pairs of dated rows that share at least one day, the later one first.

    A row has `valid_from` and `valid_to`, both days included; None means without limit.
    """
    ordered = sorted(rows, key=_start)
    for place, row in enumerate(ordered):
        for earlier in ordered[:place]:
            if earlier.valid_to is None or earlier.valid_to >= _start(row):
                yield row, earlier


def refuse_overlaps(rows: Iterable[Any]) -> None:
    """Refuse dated rows of one record that share a day."""
    for row, other in overlaps(rows):
        raise ValidationError(f"{row}: {overlap_message(row, other)}")


def overlap_message(row: Any, other: Any) -> str:
    """Return the sentence that says with what a dated row overlaps."""
    return _("This time overlaps with that of “%(other)s” (%(span)s).") % {
        "other": other,
        "span": span_in_words(other.valid_from, other.valid_to),
    }


def span_in_words(start: date | None, end: date | None) -> str:
    """Return "from 01/12/2024 to 30/06/2025", leaving out what is not known."""
    if start is not None and end is not None:
        return _("from %(start)s to %(end)s") % {"start": _written(start), "end": _written(end)}
    if start is not None:
        return _("from %(start)s") % {"start": _written(start)}
    if end is not None:
        return _("until %(end)s") % {"end": _written(end)}
    return _("without dates")


def _start(row: Any) -> date:
    return row.valid_from or date.min


def _earliest() -> str:
    return _("Nobody on record was born before %(year)s.") % {"year": FIRST_YEAR}


def _written(day: date) -> str:
    return str(formats.date_format(day, "SHORT_DATE_FORMAT"))
