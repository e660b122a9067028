"""The first page of the back office: what rooms put there for whom.

A room writes, in its `shortcuts.py`:

    register_shortcuts(
        to_new(Article, _("Take in a manuscript"), icon="lh-journal", order=210, keys=EDITORS),
        to_list(Issue, _("Issues of the year"), icon="lh-journal", order=220, keys=READERS),
    )
    register_home_figures({SECRETARY: ("E01", "E04")}, order=200)

    @coming
    def planned_issues(user, on):
        yield Coming(day=..., what=..., url=...)

`keys` says whose daily work a thing is; whether the page opens is asked of the policy that
keeps the page. Somebody with several roles is offered all of it, nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db import models
from django.urls import reverse

from lienhiep.core.figures import Figure, figure_named
from lienhiep.core.period import today
from lienhiep.core.principals import principals
from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import ADD, VIEW
from lienhiep.core.viewsets.registry import admin_add_url, admin_list_url

MOST_FIGURES = 8
"""More than these on one page are a catalogue, which stands on a page of its own."""


@dataclass(frozen=True)
class Shortcut:
    """A way to work that somebody does every day.

    `address` is asked for each time and returns None where there is no such page; `opens`
    asks what the page itself will ask.
    """

    label: Any
    icon: str
    order: int
    keys: frozenset[str]
    address: Callable[[], str | None]
    opens: Callable[[Any], bool]


@dataclass(frozen=True)
class Offered:
    """A shortcut as one person finds it."""

    label: Any
    icon: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Something with a day that lies ahead: a meeting, a last day for entries."""

    day: date
    what: Any
    url: str
    note: Any = ""


ComingProvider = Callable[[Any, date], Iterable[Coming]]

_shortcuts: list[Shortcut] = []
_figures: list[tuple[int, frozenset[str], tuple[str, ...]]] = []
_coming: list[ComingProvider] = []


def to_new(
    model: type[models.Model],
    label: Any,
    *,
    icon: str,
    order: int,
    keys: Collection[str],
    address: str = "",
    query: str = "",
) -> Shortcut:
    """Return a way to the form for a new record; `address` names another than its usual one."""
    at = partial(_address, address, query, lambda: admin_add_url(model))
    return Shortcut(label, icon, order, frozenset(keys), at, partial(_may, model, ADD))


def to_list(
    model: type[models.Model],
    label: Any,
    *,
    icon: str,
    order: int,
    keys: Collection[str],
    address: str = "",
    query: str = "",
) -> Shortcut:
    """Return a way to a list, opened with the filters of `query`."""
    at = partial(_address, address, query, lambda: admin_list_url(model))
    return Shortcut(label, icon, order, frozenset(keys), at, partial(_may, model, VIEW))


def _address(address: str, query: str, usual: Callable[[], str | None]) -> str | None:
    return _with(query, reverse(address) if address else usual())


def _may(model: type[models.Model], verb: str, user: Any) -> bool:
    return bool(policy_of(model).may(user, verb))


def to_page(
    address: str,
    label: Any,
    *,
    icon: str,
    order: int,
    keys: Collection[str],
    opens: Callable[[Any], bool],
) -> Shortcut:
    """Return a way to a page that is neither form nor list; `opens` asks what it asks."""
    return Shortcut(label, icon, order, frozenset(keys), lambda: reverse(address), opens)


def _with(query: str, url: str | None) -> str | None:
    return f"{url}?{query}" if url and query else url


def register_shortcuts(*shortcuts: Shortcut) -> None:
    """Hang up what a room offers."""
    _shortcuts.extend(one for one in shortcuts if one not in _shortcuts)


def shortcuts_for(user: Any) -> list[Offered]:
    """Return what somebody is offered, in the order of the day's work, each page once."""
    held = principals(user)
    found: dict[str, Offered] = {}
    for one in sorted(_shortcuts, key=lambda shortcut: shortcut.order):
        if held & one.keys and one.opens(user) and (url := one.address()):
            found.setdefault(url, Offered(one.label, one.icon, url))
    return list(found.values())


def register_home_figures(codes_of: Mapping[str, tuple[str, ...]], *, order: int) -> None:
    """Say which figures stand on the first page of those who hold a key."""
    _figures.extend((order, frozenset({key}), codes) for key, codes in codes_of.items())


def home_figures_for(user: Any) -> list[Figure]:
    """Return the figures of somebody's first page: those of all roles, each once.

    With several roles the first of each come before the second of any, so that no role
    goes without.
    """
    held = principals(user)
    rows = [
        codes for _order, keys, codes in sorted(_figures, key=lambda one: one[0]) if held & keys
    ]
    turns = max(map(len, rows), default=0)
    codes = [row[turn] for turn in range(turns) for row in rows if turn < len(row)]
    named = [figure_named(code) for code in dict.fromkeys(codes)]
    return [one for one in named if one is not None and held & one.readers][:MOST_FIGURES]


def coming(provider: ComingProvider) -> ComingProvider:
    """Add what a room knows to lie ahead."""
    if provider not in _coming:
        _coming.append(provider)
    return provider


def coming_for(user: Any, on: date | None = None) -> list[Coming]:
    """Return what lies ahead of somebody from a day on, the nearest first."""
    day = on or today()
    found = [one for provider in _coming for one in provider(user, day) if one.day >= day]
    return sorted(found, key=lambda one: (one.day, str(one.what)))
