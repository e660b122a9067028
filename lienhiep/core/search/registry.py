"""What each kind of record says of itself to the search table; rooms hang it up here.

A room writes, in its `search_entries.py`:

    @search_entry(Issue, label=_("Issue of the journal"))
    def issue_entry(issue: Issue) -> Searchable | None:
        return Searchable(title=..., body=..., date=..., symbol=..., url=..., public_url=...)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models


@dataclass(frozen=True, kw_only=True)
class Searchable:
    """What is found, and where a click leads.

    `date` is the one by which newer stands before older. `symbol` is the number and symbol
    of a document, if it has one. `public_url` is None while the record is not on the site.
    `sections` are the parts of its kind in which it stands, such as its categories, by keys
    to which the kind itself gives names, see `search_entry`.
    """

    title: str
    url: str = ""
    body: str = ""
    date: date | None = None
    symbol: str = ""
    public_url: str | None = None
    sections: tuple[str, ...] = ()


Describe = Callable[[Any], Searchable | None]


@dataclass(frozen=True)
class SectionOffered:
    """A part of a kind that results may be narrowed to; `keys` are those that stand in entries.

    A category has the keys of those under it as well, so that a move needs no new entries.
    """

    code: str
    label: str
    keys: tuple[str, ...]


Sections = Callable[[], list[SectionOffered]]


@dataclass(frozen=True)
class Declaration:
    """A kind of record that stands in the search table."""

    model: type[models.Model]
    label: Any
    describe: Describe
    sections: Sections | None = None

    @property
    def kind(self) -> str:
        """The name under which results are narrowed to this kind, such as "journal.issue"."""
        return str(self.model._meta.label_lower)


_by_model: dict[type[models.Model], Declaration] = {}


def search_entry(
    model: type[models.Model],
    *,
    label: Any = None,
    sections: Sections | None = None,
) -> Callable[[Describe], Describe]:
    """Let records of a kind be found.

    The function returns what a record says of itself, or None where this one is not to be
    found at all. Who finds it follows from the record's reader keys, not from here.
    `sections` returns what results of this kind may be narrowed to.
    """

    def hang_up(describe: Describe) -> Describe:
        name = label or model._meta.verbose_name
        _by_model[model] = Declaration(model, name, describe, sections)
        return describe

    return hang_up


def declaration_of(model: type[models.Model]) -> Declaration | None:
    """Return how a kind of record is found, or None where it is not."""
    return _by_model.get(model._meta.concrete_model or model)


def declarations() -> list[Declaration]:
    """Return every kind of record that is found, in a fixed order."""
    return sorted(_by_model.values(), key=lambda declaration: declaration.kind)


def declaration_named(kind: str) -> Declaration | None:
    """Return the kind with this name ("journal.issue"), or None."""
    return next((found for found in declarations() if found.kind == kind), None)


def is_registered(model: type[models.Model]) -> bool:
    """Return whether records of this kind are found."""
    return declaration_of(model) is not None


def public_url_of(row: models.Model) -> str | None:
    """Return the address of a record's page on the site, or None where it has none."""
    declaration = declaration_of(type(row))
    searchable = declaration.describe(row) if declaration else None
    return searchable.public_url if searchable else None
