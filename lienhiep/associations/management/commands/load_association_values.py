from django.core.management.base import BaseCommand

from lienhiep.associations.models import Position
from lienhiep.associations.positions import FIRST_POSITIONS
from lienhiep.associations.reference_codes import FIRST_VALUES
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference


class Command(BaseCommand):
    """Enter what law and office ask of congresses, and the positions, where nothing stands yet."""

    help = "Enter the quorum, the longest term and their like, and the positions in bodies."

    def handle(self, *args, **options):
        for code, value, since, source in FIRST_VALUES:
            if not ReferenceValue.objects.filter(code=code, valid_from__gte=since).exists():
                set_reference(code=code, value=value, valid_from=since, source=source, by=None)
        known = set(Position.objects.values_list("code", flat=True))
        for position in FIRST_POSITIONS:
            if position["code"] not in known:
                Position(**position).save()
