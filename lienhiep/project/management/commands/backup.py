import json
import time
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lienhiep.project.backups import make_backup


class Command(BaseCommand):
    """Write a backup; the site may go on working meanwhile."""

    help = "Write database, files and key into one archive under backups/ in the data folder."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, metavar="DIR", help="another folder for it")
        parser.add_argument("--json", action="store_true", help="print one object")

    def handle(self, *args, to: Path | None, **options):
        began = time.perf_counter()
        try:
            path = make_backup(folder=to)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        size, seconds = path.stat().st_size, time.perf_counter() - began
        if options["json"]:
            self.stdout.write(json.dumps({"path": str(path), "bytes": size}))
        else:
            self.stdout.write(f"{path} ({size / 1e6:.1f} MB, {seconds:.1f} s)")
