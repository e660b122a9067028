from django.core.management.base import BaseCommand

from lienhiep.directory.reference import load_reference


class Command(BaseCommand):
    """Load the administrative units, with who became whom."""

    help = (
        "Add the administrative units of Nghệ An and the provinces of the country that are "
        "missing, with who became whom. What is there is left as it is."
    )

    def handle(self, *args, verbosity: int, **options):
        loaded = load_reference()
        if verbosity:
            self.stdout.write(
                f"{loaded.units} units, {loaded.changes} changes, "
                f"{loaded.successions} successions, {loaded.statements} stated numbers added."
            )
