"""The addresses at which readers open the associations and the structure of the Union."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from lienhiep.associations.models import Membership
from lienhiep.core.text import slugify


def association_url(membership: Membership) -> str:
    """Return the address of an association; a new name leads on from the older address."""
    organisation = membership.organisation
    slug = slugify(organisation.name) or "hoi"
    return reverse("associations:association", args=[organisation.pk, slug])


def structure_url(on: date | None = None) -> str:
    """Return the address of the Union's structure, today or as of a day."""
    address = reverse("associations:structure")
    return f"{address}?ngay={on.isoformat()}" if on else address
