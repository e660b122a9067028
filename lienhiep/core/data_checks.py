"""Checks of what is stored: rooms hang them up, `lienhiep check-data` runs them.

A room writes, in its `data_checks.py`:

    @data_check("journal.articles_fit_issue", label=_("Articles fit into their issue"))
    def articles_fit_issue():
        for article in ...:
            yield Finding(_("…"), record=article)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Finding:
    """Something stored that cannot be right, in words, with the record it stands in."""

    message: str
    record: models.Model | None = None

    def as_json(self, check: str) -> dict[str, Any]:
        """Return the finding as the command prints it for programs."""
        kind = self.record._meta.label_lower if self.record else ""
        return {
            "check": check,
            "message": self.message,
            "kind": kind,
            "id": self.record.pk if self.record else None,
        }


@dataclass(frozen=True)
class Check:
    """One check, by its name."""

    name: str
    label: Any
    find: Callable[[], Iterable[Finding]]


_checks: dict[str, Check] = {}


def data_check(
    name: str, *, label: Any
) -> Callable[[Callable[[], Iterable[Finding]]], Callable[[], Iterable[Finding]]]:
    """Hang up a check; it only reads."""

    def hang_up(find: Callable[[], Iterable[Finding]]) -> Callable[[], Iterable[Finding]]:
        _checks[name] = Check(name, label, find)
        return find

    return hang_up


def all_checks() -> list[Check]:
    """Return every check in the order of the names."""
    return [_checks[name] for name in sorted(_checks)]
