"""What every page of the site needs to know."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the Union's names, the menu and the legal footer for the page frame.

    Asked of the database only where a template uses it.
    """
    union = SimpleLazyObject(union_identity)
    return {
        "site_name": _Word(union, "name"),
        "site_short_name": _Word(union, "short_name"),
        "legal_footer": _Word(union, "legal_footer"),
        "union": union,
        "is_demonstration": SimpleLazyObject(lambda: bool(union and union.is_demonstration)),
        "main_menu": SimpleLazyObject(lambda: menu(request.path)),
    }


class _Word(SimpleLazyObject):
    """One of the Union's words, empty while nobody has set it."""

    def __init__(self, union: Any, name: str) -> None:
        super().__init__(lambda: getattr(union, name, "") if union else "")


def menu(path: str) -> list[dict[str, Any]]:
    """Return the main menu, the place one stands in marked."""
    entries = [
        (_("Home"), "/"),
        (_("Journal"), "/tap-san/"),
        (_("In figures"), "/so-lieu/"),
    ]
    return [
        {"label": label, "url": url, "active": path == url or (url != "/" and path.startswith(url))}
        for label, url in entries
    ]
