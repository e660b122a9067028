"""Pages of which it is known how often each was read: articles and the like.

A room writes, in its `counted_pages.py`:

    @counted_pages("news.article", code=1, pattern=r"/tin-tuc/[a-z0-9-]+-([0-9]{1,12})/")
    def articles(ids):
        return {article.pk: PageLink(article.title, article.get_absolute_url()) for article in ...}

A page is counted under one number, made of the code of its kind and the id of its record. So
the counter knows no room, the number of a page never changes when its address does, and it can
be told from an address alone: by the layer in front of Django, and from the log of a server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

OF_A_KIND = 10**12
"""Ids of one kind; a number of a page stays below what a script can hold exactly."""

MOST_KINDS = 9000


@dataclass(frozen=True)
class PageLink:
    """A counted page as a list shows it."""

    title: str
    url: str


Describe = Callable[[Collection[int]], Mapping[int, PageLink]]
"""Returns, for ids, those that readers may open now; one query, however many."""


@dataclass(frozen=True)
class CountedKind:
    """A kind of page with a counter of its own; `code` is stored in numbers and stays."""

    name: str
    code: int
    pattern: re.Pattern[str]
    describe: Describe


_kinds: dict[int, CountedKind] = {}


def counted_pages(name: str, *, code: int, pattern: str) -> Callable[[Describe], Describe]:
    """Declare a kind of counted page; the first group of `pattern` is the id of the record."""

    def hang_up(describe: Describe) -> Describe:
        known = _kinds.get(code)
        if known is not None and known.name != name:
            raise ValueError(f"Pages of {known.name} are counted under {code} already.")
        if not 0 < code <= MOST_KINDS:
            raise ValueError(f"{code} cannot be the code of a kind of page.")
        _kinds[code] = CountedKind(name, code, re.compile(pattern), describe)
        page_at.cache_clear()
        return describe

    return hang_up


def page_number(name: str, record_id: int) -> int:
    """Return the number under which the page of a record is counted.

    Raises KeyError where no room declares such pages.
    """
    return _named(name).code * OF_A_KIND + record_id


def record_of(name: str, number: int) -> int | None:
    """Return the id of the record behind a number, None where it is one of another kind."""
    code, record_id = divmod(number, OF_A_KIND)
    return record_id if code == _named(name).code else None


@lru_cache(maxsize=4096)
def page_at(path: str) -> int:
    """Return the number of the page at an address, 0 where it has no counter of its own."""
    for kind in _kinds.values():
        if found := kind.pattern.fullmatch(path):
            record_id = int(found[1])
            return kind.code * OF_A_KIND + record_id if 0 < record_id < OF_A_KIND else 0
    return 0


def links_of(numbers: Iterable[int]) -> dict[int, PageLink]:
    """Return titles and addresses of counted pages; what readers may not open is left out."""
    wanted: dict[int, list[int]] = {}
    for number in numbers:
        code, record_id = divmod(number, OF_A_KIND)
        wanted.setdefault(code, []).append(record_id)
    return {
        code * OF_A_KIND + record_id: link
        for code, ids in wanted.items()
        if code in _kinds
        for record_id, link in _kinds[code].describe(ids).items()
    }


def _named(name: str) -> CountedKind:
    for kind in _kinds.values():
        if kind.name == name:
            return kind
    raise KeyError(name)
