"""What is valid in the e-office, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.core.text import format_date


def validate_sendable(document: Any) -> None:
    """Refuse to send on what is secret, a complaint letter, or has no date yet.

    What is secret does not go over the network (law 29/2018/QH14, article 14), and a
    complaint letter concerns nobody but those who handle it.
    """
    if not document.is_general:
        raise ValidationError(
            _("Secret documents and complaint letters are not sent to the associations here.")
        )


def validate_somebody(field: str, rows: Sized) -> None:
    """Refuse a sending or a question that would reach nobody."""
    if not rows:
        raise ValidationError({field: _("Nobody is left to whom this could be sent.")})


def validate_runs_on(field: str, on: date, last: date | None) -> None:
    """Refuse a number for a day before the day of the last number: dates rise with numbers."""
    if last is not None and on < last:
        raise ValidationError(
            {
                field: _(
                    "The last number of this register bears %(last)s. A document of an earlier "
                    "day gets a late number, such as 15a."
                )
                % {"last": format_date(last)}
            }
        )


def validate_complete(field: str, missing: int, reason: str) -> None:
    """Refuse to conclude a review while reports are missing, unless it is said why."""
    if missing and not reason.strip():
        raise ValidationError(
            {
                field: ngettext(
                    "%(count)s report is missing. Say why the review is concluded without it.",
                    "%(count)s reports are missing. Say why the review is concluded without them.",
                    missing,
                )
                % {"count": missing}
            }
        )
