"""What machines read of the associations and of the Union's structure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lienhiep.associations.addresses import association_url
from lienhiep.associations.models import Body, Membership
from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import absolute, publisher, union_facts
from lienhiep.directory.models import Organisation


def of_association(membership: Membership, former_names: Iterable[Any]) -> dict[str, Any]:
    """Return an association, and that it belongs to the Union (schema.org Organization)."""
    organisation = membership.organisation
    return {
        "@type": "Organization",
        "name": organisation.name,
        "alternateName": [organisation.short_name, *(one.name for one in former_names)],
        "description": membership.purpose,
        "url": absolute(association_url(membership)),
        "sameAs": organisation.website,
        "address": organisation.address,
        "telephone": organisation.phone,
        "email": organisation.email,
        "memberOf": publisher(union_identity()) if membership.until is None else None,
    }


def of_structure(union: Organisation | None, bodies: Iterable[Body]) -> dict[str, Any]:
    """Return the Union with its bodies; the people in them are named on the page only."""
    facts = union_facts(union_identity())
    if union is not None:
        facts["name"] = facts["name"] or union.name
    return facts | {"department": [{"@type": "Organization", "name": body.name} for body in bodies]}
