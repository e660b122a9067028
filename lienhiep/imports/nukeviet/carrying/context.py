"""What every part of a run works with, and the batches in which records are made."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.text import cut
from lienhiep.imports.models import SiteImport
from lienhiep.imports.nukeviet.library import Library
from lienhiep.imports.nukeviet.register import Addresses, Register
from lienhiep.imports.nukeviet.report import BROUGHT, KNOWN, THERE, Report
from lienhiep.imports.nukeviet.site import Site
from lienhiep.imports.nukeviet.texts import Fonts, lines, plain

Row = Mapping[str, Any]
Thing = TypeVar("Thing")


class Stopped(Exception):
    """Somebody asked the run to stop; what is done is done, and the next run goes on."""


@dataclass
class Carrying:
    """A run under way."""

    site: Site
    run: SiteImport
    report: Report
    register: Register
    addresses: Addresses
    library: Library
    fonts: Fonts
    now: datetime
    by: User | None = None
    is_trial: bool = False
    tell: Callable[[str, int, int], None] = lambda _what, _done, _total: None
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Records held ready for others to refer to, by kind and former number."""

    stop_asked: bool = False

    # Texts

    def line(self, row: Row, name: str) -> str:
        """Return a column as one line of plain text in Unicode; empty where it is not there."""
        return self.fonts.right(plain(value(row, name)))

    def lines(self, row: Row, name: str) -> str:
        """Return a column as plain text of several lines."""
        return self.fonts.right(lines(value(row, name)))

    def short(self, text: str, most: int, table: str, old_id: Any, what: str) -> str:
        """Return a text that fits its field; where it is cut the report says so."""
        short, was_cut = cut(text, most)
        if was_cut:
            self.report.mend(table, old_id, "cut", f"{what}: {text}")
        return short

    # Batches

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make the records of a batch in one transaction, with one entry in the history.

        Where it fails nothing of it is left, in the register neither. A stop that was asked
        for meanwhile comes after it.
        """
        if self.is_trial:
            yield
            self.report.flush()
        else:
            try:
                with verb("imports.carry_over", by=self.by, about=self.run):
                    yield
                    self.register.flush()
                    self.addresses.flush()
                    self.report.flush()
            except BaseException:
                self.register.forget()
                self.addresses.forget()
                raise
        if self.stop_asked:
            raise Stopped

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Let Ctrl-C and a polite kill stop the run between two batches."""

        def ask(*_args: Any) -> None:
            if self.stop_asked:
                raise KeyboardInterrupt
            self.stop_asked = True

        before = {}
        try:
            for sign in (signal.SIGINT, signal.SIGTERM):
                before[sign] = signal.signal(sign, ask)
        except ValueError:  # not in the main thread, where signs do not arrive
            before = {}
        try:
            yield
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)

    def keep(self, kind: str, old_id: Any, record: Any) -> None:
        """Hold a record ready for others, and take down that it stands for a row."""
        self.records.setdefault(kind, {})[str(old_id)] = record
        self.register.add(kind, old_id, record if not self.is_trial else None)
        self.report.count(kind, BROUGHT)

    def store(self, records: list[Any]) -> None:
        """Store new records of one kind, unless the run only tries things out."""
        if not self.is_trial and records:
            record_all(records)

    def held(self, kind: str, old_id: Any) -> Any:
        """Return the record that stands for a row, None where there is none."""
        return self.records.get(kind, {}).get(str(old_id))

    def hold_known(self, kind: str, model: Any) -> None:
        """Hold ready what earlier runs have made."""
        known = self.register.known(kind)
        found = model._base_manager.in_bulk([pk for pk in known.values() if pk])
        self.records[kind] = {old: found[pk] for old, pk in known.items() if pk in found}

    def new_rows(self, kind: str, table: str, rows: Iterable[Row], column: str) -> Iterator[Row]:
        """Yield rows that are not here yet, each once; count those that are."""
        seen: set[str] = set()
        for place, row in enumerate(rows, start=1):
            self.report.count(kind, THERE)
            old_id = str(value(row, column) or "").strip()
            if not old_id or old_id in ("0", "None") or not old_id.lstrip("-").isdigit():
                why = _("The row has no usable number.")
                self.report.skip(kind, table, old_id or f"#{place}", "no_id", why)
            elif old_id in seen:
                why = _("The number occurs twice; the first row was taken.")
                self.report.skip(kind, table, old_id, "double_id", why)
            elif self.register.has(kind, old_id):
                seen.add(old_id)
                self.report.count(kind, KNOWN)
            else:
                seen.add(old_id)
                yield row


def value(row: Row, name: str) -> Any:
    """Return a column of a row; None where the site's version has no such column."""
    try:
        return row[name]
    except (KeyError, IndexError):
        return None


def has(row: Row, name: str) -> bool:
    """Return whether the site's version has a column."""
    try:
        row[name]
    except (KeyError, IndexError):
        return False
    return True


def batches(things: Iterable[Thing], most: int) -> Iterator[list[Thing]]:
    """Yield things in lists of at most so many."""
    source = iter(things)
    while batch := list(islice(source, most)):
        yield batch


def said(refusal: ValidationError) -> str:
    """Return what a refusal says, in one line."""
    return " ".join(refusal.messages)


def place_named(name: str) -> str:
    """Return the address of a page of this site, nothing where there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
