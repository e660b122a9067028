"""What is valid among the associations, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def validate_stretch(start: date | None, end: date | None, end_field: str) -> None:
    """Refuse an end before its beginning; an unknown day passes."""
    if start is not None and end is not None and end < start:
        raise ValidationError(
            {
                end_field: _("%(end)s lies before the first day, %(start)s.")
                % {"end": written(end), "start": written(start)}
            }
        )


def validate_within(
    field: str, day: date | None, since: date | None, until: date | None, whole: Any
) -> None:
    """Refuse a day outside the life of what it belongs to, such as a body."""
    if day is None:
        return
    if since is not None and day < since:
        raise ValidationError(
            {
                field: _("%(day)s lies before “%(whole)s” began, on %(since)s.")
                % {"day": written(day), "whole": whole, "since": written(since)}
            }
        )
    if until is not None and day > until:
        raise ValidationError(
            {
                field: _("%(day)s lies after “%(whole)s” ended, on %(until)s.")
                % {"day": written(day), "whole": whole, "until": written(until)}
            }
        )


def validate_places_free(field: str, seat: Any, others: Iterable[Any], most: int | None) -> None:
    """Refuse a seat where as many hold the position at some time as may hold it at once."""
    if most is None:
        return
    others = list(others)
    for day in sorted({seat.since, *(other.since for other in others if other.since > seat.since)}):
        holding = [other for other in others if covers(other.since, other.until, day)]
        if covers(seat.since, seat.until, day) and len(holding) >= most:
            names = ", ".join(str(other.person) for other in holding)
            raise ValidationError(
                {
                    field: ngettext(
                        "On %(day)s %(names)s holds this position, which one may hold.",
                        "On %(day)s %(names)s hold this position, which %(most)s may hold.",
                        most,
                    )
                    % {"day": written(day), "names": names, "most": most}
                }
            )


def covers(since: date, until: date | None, day: date) -> bool:
    """Return whether a stretch holds on a day, both ends included."""
    return since <= day and (until is None or day <= until)


def written(day: date) -> str:
    """Return a day as an office writes it."""
    return str(formats.date_format(day, "SHORT_DATE_FORMAT"))
