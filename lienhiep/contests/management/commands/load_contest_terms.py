from django.core.management.base import BaseCommand

from lienhiep.contests.reference_codes import FIRST_VALUES
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference


class Command(BaseCommand):
    """Enter the ages and terms of contests, where nothing is entered yet."""

    help = "Enter the ages of consent and the terms of contests."

    def handle(self, *args, **options):
        for code, value, since, source in FIRST_VALUES:
            if not ReferenceValue.objects.filter(code=code, valid_from__gte=since).exists():
                set_reference(code=code, value=value, valid_from=since, source=source, by=None)
