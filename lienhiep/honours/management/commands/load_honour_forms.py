from django.core.management.base import BaseCommand

from lienhiep.honours.actions import load_forms


class Command(BaseCommand):
    """Load the forms of honour; what stands already is left as it is."""

    help = (
        "Add the forms of honour that are missing (giấy khen, bằng khen, kỷ niệm chương, cờ, "
        "danh hiệu, vinh danh ...). What is there is left as it is."
    )

    def handle(self, *args, verbosity: int, **options):
        added = load_forms()
        if verbosity:
            self.stdout.write(f"{added} forms of honour added.")
