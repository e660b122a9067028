"""`lienhiep report 2022`: every figure of the catalogue for a period."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from lienhiep.core.figures import evaluate_all, usual_data_date
from lienhiep.reports.catalogue import readable_figures
from lienhiep.reports.management.commands.figure import (
    DATA_DATE_HELP,
    account,
    read_day,
    read_period,
)
from lienhiep.reports.printing import line_of


class Command(BaseCommand):
    """Print the figures of a period."""

    help = "Print every figure of a period: 2022, 2022-H1, 2022-9M, 2022-Q3, 2022-11, or A..B."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("period")
        parser.add_argument("--data-date", help=DATA_DATE_HELP)
        parser.add_argument("--as", dest="user", help="as which account (e-mail or phone)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("vi"):
            period = read_period(options["period"])
            day = read_day(options["data_date"]) or usual_data_date(period)
            wanted = readable_figures(account(options["user"]))
            figures = [value.as_json() for value in evaluate_all(wanted, period, day)]
            if options["json"]:
                answer = {
                    "period": str(period),
                    "label": str(period.label),
                    "data_date": day.isoformat(),
                    "figures": figures,
                }
                self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
                return
            self.stdout.write(str(period.label))
            for figure in figures:
                self.stdout.write(line_of(figure))
