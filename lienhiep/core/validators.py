"""What every room refuses, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.period import today


def validate_not_in_future(field: str, day: date | None) -> None:
    """Refuse a day after today: what is recorded has happened. An unknown day passes."""
    if day is not None and day > today():
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


def validate_has_state(record: Any, *admitted: str) -> None:
    """Refuse a verb on a record whose state does not admit it."""
    if record.state not in admitted:
        raise ValidationError(
            _("%(record)s stands at “%(state)s”, which does not allow this.")
            % {"record": record, "state": record.state.label}
        )


def _written(day: date) -> str:
    return str(formats.date_format(day, "SHORT_DATE_FORMAT"))


FILM_HOSTS = ("youtube.com", "youtu.be", "vimeo.com", "vtv.vn", "vtvgo.vn", "facebook.com")
"""Where films of the Union may lie elsewhere; a page of ours loads nothing from there."""


def validate_film_address(address: str) -> None:
    """Refuse an address of a film that is not at one of the known places."""
    host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    is_known = any(host == known or host.endswith(f".{known}") for known in FILM_HOSTS)
    if urlsplit(address).scheme != "https" or not is_known:
        raise ValidationError(
            gettext_lazy("Films are linked from these places only: %(hosts)s."),
            params={"hosts": ", ".join(FILM_HOSTS)},
        )
