from django.core.management.base import BaseCommand

from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.privacy.reference_codes import FIRST_VALUES


class Command(BaseCommand):
    """Enter the terms of breaches and of the record of processing, where none is entered yet."""

    help = "Enter the terms within which breaches are told and the record of processing is filed."

    def handle(self, *args, **options):
        for code, value, since, source in FIRST_VALUES:
            if not ReferenceValue.objects.filter(code=code, valid_from__gte=since).exists():
                set_reference(code=code, value=value, valid_from=since, source=source, by=None)
