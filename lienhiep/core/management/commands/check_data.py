"""The command `lienhiep check-data`."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from lienhiep.core.data_checks import all_checks


class Command(BaseCommand):
    """Reads everything that rooms want checked, and exits with 1 where something is wrong."""

    help = "Check what is stored against itself; changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print findings for programs")
        parser.add_argument("--only", metavar="NAME", help="run one check")

    def handle(self, *args: Any, **options: Any) -> None:
        checks = [c for c in all_checks() if options["only"] in (None, c.name)]
        found = []
        for check in checks:
            findings = [finding.as_json(check.name) for finding in check.find()]
            found += findings
            if not options["json"]:
                self.tell(str(check.label), findings)
        if options["json"]:
            self.stdout.write(json.dumps({"findings": found}, ensure_ascii=False, indent=2))
        if found:
            sys.exit(1)

    def tell(self, label: str, findings: list[dict[str, Any]]) -> None:
        """Print a check and what it found."""
        verdict = _("in order") if not findings else f"{len(findings)}"
        self.stdout.write(f"{label}: {verdict}")
        for finding in findings:
            self.stdout.write(f"  {finding['message']}")
