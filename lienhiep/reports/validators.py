"""What may be typed into a report and into a plan."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.figures import figure_named
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.reports.tokens import InvalidToken, block_tokens_left_in_lines, tokens_in

LINK = re.compile(r"^(https?://|/)[^\s<>\"']+$", re.IGNORECASE)


def validate_period(code: str) -> None:
    """Refuse what is not a period."""
    try:
        Period.parse(code)
    except InvalidPeriod as wrong:
        raise ValidationError(str(wrong)) from wrong


def validate_figure_code(code: str) -> None:
    """Refuse a code that stands in no catalogue."""
    if figure_named(code) is None:
        raise ValidationError(
            _("There is no figure with the code “%(code)s”.") % {"code": code}, code="invalid"
        )


def validate_link(address: str) -> None:
    """Refuse what leads nowhere: an address begins with https:// or with a stroke."""
    if not LINK.fullmatch(address):
        raise ValidationError(
            _("Write an address that begins with https:// or, on this site, with /.")
        )


def validate_figures_named(text: str) -> None:
    """Refuse a text that names a figure which is not in the catalogue, naming each."""
    problems = []
    try:
        for token in tokens_in(str(text)):
            if not token.tasks_of and figure_named(token.code) is None:
                problems.append(
                    _("There is no figure with the code “%(code)s”.") % {"code": token.code}
                )
        for written in block_tokens_left_in_lines(str(text)):
            problems.append(
                _("“%(token)s” makes a list or a table; write it in a paragraph of its own.")
                % {"token": written}
            )
    except InvalidToken as wrong:
        problems.append(str(wrong))
    if problems:
        raise ValidationError(problems)
