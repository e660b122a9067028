"""The old addresses of whole parts of the site that have a place here too."""

from __future__ import annotations

from lienhiep.imports.nukeviet.carrying.context import Carrying, place_named
from lienhiep.portal.old_addresses import key_of

PLACES = {
    "contact": "portal:contact",
    "faq": "portal:questions",
    "seek": "portal:search",
    "feeds": "portal:feed",
    "statistics": "visits:index",
    "users": "account_login",
    "voting": "portal:polls",
}


def carry_doors(carrying: Carrying) -> None:
    """Let search, contact, feeds and the like lead to ours."""
    with carrying.batch():
        carrying.addresses.add(key_of("", "home"), path="/")
        for module in carrying.site.modules:
            if module.file in PLACES and module.file != "voting":
                path = place_named(PLACES[module.file])
                if path:
                    carrying.addresses.add(key_of(module.title, "module"), path=path)
