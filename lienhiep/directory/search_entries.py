"""How persons and organisations are found: by every name they bear or bore.

Administrative units are not here: there are many, readers do not look for them, and their
lists search their own folded names. Private fields of a person are not searched either, or
somebody who may not read a phone number could find out whose it is.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.directory.models import Organisation, Person


@search_entry(Person, label=_("Person"))
def person_entry(person: Person) -> Searchable | None:
    """Find a person by name, former and pen names."""
    if person.is_merged:
        return None
    return Searchable(
        title=person.with_titles,
        body="\n".join([person.full_name, *person.names.values_list("name", flat=True)]),
        url=admin_row_url(person) or "",
    )


@search_entry(Organisation, label=_("Organisation"))
def organisation_entry(organisation: Organisation) -> Searchable | None:
    """Find an organisation by its name, short name, former names and other writings."""
    if organisation.is_merged:
        return None
    former = organisation.names.values_list("name", "short_name")
    words = [
        organisation.short_name,
        *(name for names in former for name in names),
        *organisation.aliases.values_list("name", flat=True),
        organisation.address,
    ]
    return Searchable(
        title=organisation.name,
        body="\n".join(filter(None, words)),
        url=admin_row_url(organisation) or "",
    )
