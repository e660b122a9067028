from django.core.management.base import BaseCommand

from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.office.reference_codes import FIRST_VALUES


class Command(BaseCommand):
    """Enter the days allowed for the steps of records work, where nothing is entered yet."""

    help = "Enter the days allowed for forwarding, acknowledging and signing documents."

    def handle(self, *args, **options):
        for code, value, since, source in FIRST_VALUES:
            if not ReferenceValue.objects.filter(code=code).exists():
                set_reference(code=code, value=value, valid_from=since, source=source, by=None)
