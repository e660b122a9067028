"""What other rooms add to somebody's public page: an association's news, its honours.

A room writes, in its `page_sections.py`:

    @adds_to_page("directory.organisation")
    def news_of(organisation):
        yield PageSection(_("News"), links=[PageLink(...)], more_url="…")

and the page of the association asks `sections_for(organisation)`, knowing none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models


@dataclass(frozen=True)
class PageLink:
    """One line of a section: what it says, where it leads, and its day."""

    label: str
    url: str = ""
    on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class PageSection:
    """A heading with its lines; public records only, the newest first."""

    heading: Any
    links: Sequence[PageLink] = field(default_factory=tuple)
    more_url: str = ""
    order: int = 100


Provider = Callable[[Any], Iterable[PageSection]]

_providers: dict[str, list[Provider]] = {}


def adds_to_page(kind: str) -> Callable[[Provider], Provider]:
    """Hang up what a room adds to the page of a kind of record ("directory.organisation")."""

    def hang_up(provider: Provider) -> Provider:
        of_kind = _providers.setdefault(kind, [])
        if provider not in of_kind:
            of_kind.append(provider)
        return provider

    return hang_up


def sections_for(record: models.Model) -> list[PageSection]:
    """Return what every room adds to the page of a record, without those that are empty."""
    found = [
        section
        for provider in _providers.get(record._meta.label_lower, [])
        for section in provider(record)
        if section.links
    ]
    return sorted(found, key=lambda section: section.order)
