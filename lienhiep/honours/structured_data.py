"""What machines read of commendation; of a child they read no name."""

from __future__ import annotations

from typing import Any

from lienhiep.core.structured_data import absolute
from lienhiep.honours.addresses import honour_url
from lienhiep.honours.models import Honour
from lienhiep.honours.naming import is_of_child


def of_honour(honour: Honour, name: str) -> dict[str, Any]:
    """Return the page of an honour: who received what (schema.org WebPage about somebody)."""
    kind = "Person" if honour.person_id is not None else "Organization"
    facts = {
        "@type": "WebPage",
        "name": f"{name}: {honour.form}",
        "url": absolute(honour_url(honour)),
        "datePublished": honour.decided_on,
        "inLanguage": "vi",
    }
    if is_of_child(honour):
        return facts
    return facts | {
        "about": {"@type": kind, "name": name, "award": f"{honour.form}, {honour.years_label}"}
    }
