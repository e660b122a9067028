from datetime import timedelta

from django.core.management.base import BaseCommand

from lienhiep.accounts.actions import put_text_in_force
from lienhiep.accounts.first_texts import FIRST_TEXTS, FROM
from lienhiep.accounts.models import ConsentText


class Command(BaseCommand):
    """Enter the texts of consents, where a purpose has none in force since the law began."""

    help = "Enter the texts with which people are asked for their consent."

    def handle(self, *args, **options):
        for purpose, first in FIRST_TEXTS.items():
            known = ConsentText.objects.filter(purpose=purpose, valid_from__isnull=False)
            # Texts gathered from older consents say nothing of who receives the data.
            if known.filter(valid_from__gte=FROM).exclude(legal_basis="").exists():
                continue
            newest = known.order_by("-valid_from").values_list("valid_from", flat=True).first()
            day = max(FROM, newest + timedelta(days=1)) if newest else FROM
            # Who agreed to the words of before is not asked anew: the meaning is the same.
            text = ConsentText(purpose=purpose, asks_anew=False, **first._asdict())
            text.save()
            put_text_in_force(text=text, on=day, by=None)
