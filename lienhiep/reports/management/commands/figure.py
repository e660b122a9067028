"""`lienhiep figure E01 2022`: one figure, and on demand the records behind it."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from lienhiep.core.figures import Value, evaluate, figure_named
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.core.principals import principals
from lienhiep.reports.printing import line_of

DATA_DATE_HELP = (
    "count only what is dated up to this day (ISO); unless named, the data date of the newest "
    "signed report on exactly this period, else today"
)


class Command(BaseCommand):
    """Print a figure of the catalogue for a period."""

    help = "Print a figure for a period: 2022, 2022-H1, 2022-9M, 2022-Q3, 2022-11, or A..B."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the code (E01) or name of the figure")
        parser.add_argument("period")
        parser.add_argument("--data-date", help=DATA_DATE_HELP)
        parser.add_argument("--records", action="store_true", help="list the records behind it")
        parser.add_argument("--as", dest="user", help="as which account (e-mail or phone)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("vi"):
            self.print_figure(options)

    def print_figure(self, options: dict[str, Any]) -> None:
        user = account(options["user"])
        value = count(options["code"], options["period"], options["data_date"], user)
        answer = value.as_json()
        rows = []
        if options["records"] and value.counting is not None:
            rows = list(value.counting.rows().visible_to(user))
            answer["rows"] = [{"id": row.pk, "record": str(row)} for row in rows]
            answer["withheld"] = value.records - len(rows)
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        self.stdout.write(line_of(answer))
        for row in rows:
            self.stdout.write(f"  #{row.pk} {row}")
        if answer.get("withheld"):
            self.stdout.write("  " + _("Withheld: %(n)s") % {"n": answer["withheld"]})


def account(name: str | None) -> Any:
    """Return the account that asks, or the public."""
    if not name:
        return AnonymousUser()
    found = get_user_model().objects.filter(Q(email__iexact=name) | Q(phone=name)).first()
    if found is None:
        raise CommandError(_("There is no account %(name)s.") % {"name": name})
    return found


def count(code: str, period: str, data_date: str | None, user: Any) -> Value:
    """Count a figure for somebody, or say plainly why not."""
    figure = figure_named(code)
    if figure is None:
        raise CommandError(_("There is no figure with the code “%(code)s”.") % {"code": code})
    if not principals(user) & figure.readers:
        raise CommandError(_("This figure is not for everyone; name an account with --as."))
    return evaluate(figure, read_period(period), read_day(data_date))


def read_period(text: str) -> Period:
    """Read a period from the command line."""
    try:
        return Period.parse(text)
    except InvalidPeriod as wrong:
        raise CommandError(str(wrong)) from wrong


def read_day(text: str | None) -> date | None:
    """Read a day from the command line."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(
            _("%(text)s is not a day; write 2023-01-10.") % {"text": text}
        ) from wrong
