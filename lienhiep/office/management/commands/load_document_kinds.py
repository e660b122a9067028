from django.core.management.base import BaseCommand

from lienhiep.office.reference import load_books, load_kinds


class Command(BaseCommand):
    """Enter the kinds of document of the law and the registers of an office."""

    help = "Enter the kinds of document and the registers that are missing; the rest is left."

    def handle(self, *args, verbosity: int, **options):
        kinds, books = load_kinds(), load_books()
        if verbosity:
            self.stdout.write(f"{kinds} kinds of document and {books} registers added.")
