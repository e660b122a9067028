"""What registries take from spreadsheets: their columns, and how a row becomes a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import ADD
from lienhiep.core.text import fold
from lienhiep.imports.spreadsheets import cells

Facts = dict[str, Any]
Messages = list[tuple[str, str]]


@dataclass(frozen=True)
class Column:
    """One column: its name among the facts, its heading, and how its cells are read.

    An empty cell gives no fact. `also` are other headings by which it is known, `offered`
    what a drop-down list in the template offers.
    """

    name: str
    heading: Any
    read: cells.Reader = cells.text
    required: bool = False
    note: Any = ""
    example: str = ""
    also: tuple[str, ...] = ()
    offered: Callable[[], Iterable[str]] | None = None

    def is_headed(self, heading: str) -> bool:
        """Return whether a heading of a file means this column, marks, case and stars apart."""
        words = fold(heading.replace("*", " "))
        return words in {fold(name) for name in (str(self.heading), self.name, *self.also)}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A registry that takes spreadsheets.

    `find` returns the record that a row speaks of where it stands here already, else None;
    `make` records the row through the room's own verbs and returns the records made, the
    main one last. Both refuse with ValidationError, at the names of columns.
    """

    code: str
    label: Any
    about: Any
    model: type[models.Model]
    columns: Sequence[Column]
    find: Callable[[Facts], models.Model | None]
    make: Callable[[Facts, Any], list[models.Model]]
    before_undo: Callable[[models.Model], None] | None = None
    """What must be done before a record made here is deleted again, such as giving up a number."""

    verb: str = ADD
    """The verb of the registry's policy that whoever sends a file in must be allowed."""

    headings: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        headings = {column.name: column.heading for column in self.columns}
        object.__setattr__(self, "headings", headings)

    def may(self, user: Any) -> bool:
        """Return whether somebody may send rows in."""
        return policy_of(self.model).may(user, self.verb)

    def read(self, written: Mapping[str, str]) -> tuple[Facts, Messages]:
        """Return the facts of a row, and what is wrong with it, column by column."""
        facts: Facts = {}
        messages: Messages = []
        for column in self.columns:
            cell = written.get(column.name, "").strip()
            if not cell:
                if column.required:
                    messages.append((str(column.heading), _("This must be filled in.")))
                continue
            try:
                facts[column.name] = column.read(cell)
            except ValidationError as refusal:
                messages += [(str(column.heading), said) for said in refusal.messages]
        return facts, messages

    def said(self, refusal: ValidationError) -> Messages:
        """Return a refusal of the room, each message with the heading of its column."""
        if not hasattr(refusal, "error_dict"):
            return [("", said) for said in refusal.messages]
        return [
            (str(self.headings.get(name, "")), said)
            for name, messages in refusal.message_dict.items()
            for said in messages
        ]


_sheets: dict[str, Sheet] = {}


def takes_spreadsheets(sheet: Sheet) -> Sheet:
    """Hang up a registry that takes spreadsheets."""
    _sheets[sheet.code] = sheet
    return sheet


def sheet_named(code: str) -> Sheet | None:
    """Return a registry by its code, None where there is none any more."""
    return _sheets.get(code)


def sheets_for(user: Any) -> list[Sheet]:
    """Return the registries into which somebody may send rows, in the order hung up."""
    return [sheet for sheet in _sheets.values() if sheet.may(user)]


def sheet_choices() -> list[tuple[str, Any]]:
    """Return the registries as choices of a field: their codes with their words."""
    return [(sheet.code, sheet.label) for sheet in _sheets.values()]


def all_sheets() -> list[Sheet]:
    """Return every registry that takes spreadsheets."""
    return list(_sheets.values())
