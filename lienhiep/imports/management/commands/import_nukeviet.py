"""The command `lienhiep import-nukeviet`."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.imports.choices import LineKind, SiteImportState
from lienhiep.imports.nukeviet.reporting import as_object, in_words, write_spreadsheet
from lienhiep.imports.nukeviet.running import Asked, run_import

STOPPED, LEFT_OUT = 3, 2
"""How the command ends: 0 all came over, 2 some rows were left out, 3 stopped, 1 failed."""

EACH = 2.0
"""Seconds between two lines of progress."""


class Command(BaseCommand):
    """Brings a NukeViet site over from a dump; what is here already stays as it is."""

    help = "Bring a NukeViet site over: articles, pictures, comments, accounts, addresses."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "dump", nargs="?", type=Path, help="SQL dump, plain or packed (.gz .bz2 .xz .zip)"
        )
        parser.add_argument(
            "--mysql",
            default="",
            metavar="URL",
            help="instead of a dump: mysql://USER@HOST/DATABASE, the password in MYSQL_PWD",
        )
        parser.add_argument("--uploads", type=Path, help="folder or archive (.zip, .tar.gz)")
        parser.add_argument("--prefix", default="", help="prefix of the tables, such as nv4")
        parser.add_argument("--language", default="", help="language of the tables, such as vi")
        parser.add_argument("--database", default="", help="database, where the dump holds several")
        parser.add_argument("--dry-run", action="store_true", help="only tell what would happen")
        parser.add_argument(
            "--legacy-fonts", action="store_true", help="convert TCVN3 and VNI to Unicode"
        )
        parser.add_argument("--by", default="", help="e-mail address of who brings it over")
        parser.add_argument("--json", action="store_true", help="print the report as one object")
        parser.add_argument("--excel", type=Path, help="write the report into this .xlsx file")

    def handle(self, *args: Any, **options: Any) -> None:
        self.told = 0.0
        self.quiet = options["json"]
        if bool(options["dump"]) == bool(options["mysql"]):
            raise CommandError(_("Name a dump, or with --mysql a server."))
        if options["dump"] and not options["dump"].is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": options["dump"]})
        asked = Asked(
            dump=options["dump"] or options["mysql"],
            uploads=options["uploads"],
            prefix=options["prefix"],
            language=options["language"],
            database=options["database"],
            is_trial=options["dry_run"],
            legacy_fonts=options["legacy_fonts"],
            by=self._by(options["by"]),
        )
        with translation.override("vi"):
            try:
                run = run_import(asked, self.tell)
            except ValidationError as refusal:
                raise CommandError(" ".join(refusal.messages)) from refusal
            if options["excel"]:
                write_spreadsheet(run, options["excel"])
            if options["json"]:
                self.stdout.write(json.dumps(as_object(run), ensure_ascii=False))
            else:
                self.stdout.write("\n".join(in_words(run)))
                self.stdout.write(self._ending(run))
        if run.state == SiteImportState.STOPPED:
            sys.exit(STOPPED)
        if run.lines.filter(kind=LineKind.SKIPPED).exists():
            sys.exit(LEFT_OUT)

    def tell(self, what: str, done: int, total: int) -> None:
        """Show how far it is, every other second."""
        now = time.monotonic()
        if self.quiet or now - self.told < EACH:
            return
        self.told = now
        self.stdout.write(f"{what}: {done}/{total}" if total else f"{what}: {done}")
        self.stdout.flush()

    def _by(self, email: str) -> User | None:
        if not email:
            return None
        user = User.objects.filter(email=email.strip().lower()).first()
        if user is None:
            raise CommandError(_("There is no account %(email)s.") % {"email": email})
        return user

    def _ending(self, run: Any) -> str:
        seconds = _("%(seconds)s seconds.") % {"seconds": run.seconds}
        if run.state == SiteImportState.STOPPED:
            return f"{_('Stopped; run it again to go on.')} {seconds}"
        if run.is_trial:
            return f"{_('Nothing was recorded: this was a trial.')} {seconds}"
        return f"{_('Complete.')} {seconds}"
