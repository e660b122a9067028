"""The demonstration's members of the Union, its bodies, and who sits in them."""

from django.core.management import call_command
from django.db import transaction

from lienhiep.associations.models import Membership
from lienhiep.demo.associations import cadres, members, numbers, terms, union


def load() -> None:
    """Load the members and the bodies; what stands already is left as it is."""
    call_command("load_association_values")
    if Membership.objects.exists():
        return
    with transaction.atomic():
        joined = members.load()
        union.load()
        terms.load(joined)
        numbers.load(joined)
        cadres.load()
