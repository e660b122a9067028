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


def written(day: date | None) -> str:
    """Return a day as an office writes it; nothing where none is known."""
    return "" if day is None else str(formats.date_format(day, "SHORT_DATE_FORMAT"))


def refuse_shared_days(field: str, row: Any, others: Iterable[Any]) -> None:
    """Refuse a stretch of which another one has a day already, so that nothing counts twice."""
    for other in others:
        if other.since <= row.until and row.since <= other.until:
            raise ValidationError(
                {
                    field: _("The days from %(since)s to %(until)s are stated already.")
                    % {"since": written(other.since), "until": written(other.until)}
                }
            )


def validate_quorum(field: str, present: int, convened: int, percent: int) -> None:
    """Refuse a congress at which not more than the legal share of delegates was present."""
    if present * 100 <= convened * percent:
        needed = convened * percent // 100 + 1
        raise ValidationError(
            {
                field: _(
                    "%(present)s of %(convened)s delegates is no quorum: at least %(needed)s must "
                    "be present, or the congress stops."
                )
                % {"present": present, "convened": convened, "needed": needed}
            }
        )


def validate_later(field: str, day: date, first: date) -> None:
    """Refuse a day on which something is over that only began then, or had not begun yet."""
    if day <= first:
        raise ValidationError(
            {
                field: _("Something that began on %(first)s cannot be over on %(day)s already.")
                % {"first": written(first), "day": written(day)}
            }
        )


def validate_term_years(field: str, years: int, most: int) -> None:
    """Refuse a term longer than the law allows."""
    if not 1 <= years <= most:
        raise ValidationError(
            {
                field: _("A term lasts from 1 to %(most)s years, counted from the congress before.")
                % {"most": most}
            }
        )
