from django.core.management.base import BaseCommand

from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.news.reference_codes import FIRST_VALUES


class Command(BaseCommand):
    """Enter the hours and numbers that the law sets for news, where nothing is entered yet."""

    help = "Enter the hours and numbers that the law sets for quoting the press."

    def handle(self, *args, **options):
        known = set(ReferenceValue.objects.values_list("code", flat=True))
        for code, value, since, source in FIRST_VALUES:
            if code not in known:
                set_reference(code=code, value=value, valid_from=since, source=source, by=None)
