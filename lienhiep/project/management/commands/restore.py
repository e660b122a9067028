from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lienhiep.project.backups import restore_backup
from lienhiep.project.places import is_served


class Command(BaseCommand):
    """Put a backup in place of what is there; the site must not be serving."""

    help = "Check a backup and put it in place. What was there is kept beside it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path, help="the archive that `backup` wrote")
        parser.add_argument(
            "--replace", action="store_true", help="put what is there aside and go on"
        )

    def handle(self, *args, archive: Path, replace: bool, **options):
        if is_served():
            raise CommandError("The site is being served from this folder. Stop it first.")
        try:
            manifest = restore_backup(archive, replace=replace)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        call_command("init")
        self.stdout.write(f"Restored: the state of {manifest['made']}.")
