from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lienhiep.project.catalogues import check_catalogues, compile_catalogues
from lienhiep.project.catalogues.loading import forget_loaded_catalogues


class Command(BaseCommand):
    """Put the Vietnamese catalogues of all rooms together, or check them."""

    help = "Compile the Vietnamese catalogues of all rooms into the data folder, or check them."
    requires_system_checks = ()

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--compile", action="store_true", help="compile them (the default)")
        what.add_argument(
            "--check",
            action="store_true",
            help="name every text of ours without a Vietnamese translation",
        )

    def handle(self, *args, check: bool, **options):
        if check:
            self.check_all()
            return
        for conflict in compile_catalogues(settings.LOCALE_PATHS[0]):
            self.stderr.write(f"Two translations of {conflict}")
        forget_loaded_catalogues()

    def check_all(self):
        """Print what is wrong and fail where something is; warnings only print."""
        findings = check_catalogues()
        for finding in sorted(findings, key=lambda finding: not finding.is_warning):
            self.stdout.write(("Warning: " if finding.is_warning else "") + finding.message)
        faults = [finding for finding in findings if not finding.is_warning]
        if faults:
            raise CommandError(f"{len(faults)} faults in the Vietnamese catalogues.")
        self.stdout.write("Every text of ours has its Vietnamese translation.")
