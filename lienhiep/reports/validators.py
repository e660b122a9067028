"""What may be typed into a report."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.figures import figure_named
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.reports.tokens import InvalidToken, tokens_in


def validate_period(code: str) -> None:
    """Refuse what is not a period."""
    try:
        Period.parse(code)
    except InvalidPeriod as wrong:
        raise ValidationError(str(wrong)) from wrong


def validate_figures_named(text: str) -> None:
    """Refuse a text that names a figure which is not in the catalogue, naming each."""
    problems = []
    try:
        for token in tokens_in(str(text)):
            if figure_named(token.code) is None:
                problems.append(
                    _("There is no figure with the code “%(code)s”.") % {"code": token.code}
                )
    except InvalidToken as wrong:
        problems.append(str(wrong))
    if problems:
        raise ValidationError(problems)
