"""What is new on the site, part by part, for those who read it by mail.

A room writes, in its `digest_parts.py`:

    @digest_part("news", label=_("News"), order=10)
    def new_articles(window, most):
        return [DigestLine(article.title, article_url(article)) for article in ...]

A part tells of what anybody may read, newest first, at most so many lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lienhiep.core.period import local_day


@dataclass(frozen=True)
class DigestLine:
    """One new thing: its name, where it stands, and a sentence about it."""

    title: str
    url: str
    summary: str = ""


@dataclass(frozen=True)
class Window:
    """The time of which a digest tells: after one moment, up to another.

    Where a room knows days only, it tells of whole days: the last mail's day and those after
    it, without today's. So each day is told of once, whatever the hour of the mail.
    """

    since: datetime
    until: datetime

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last whole day; the last may lie before the first: then none."""
        return local_day(self.since), local_day(self.until) - timedelta(days=1)

    @property
    def coming(self) -> tuple[date, date]:
        """As many days to come, today's among them, as the digest looks back, at least one."""
        first = local_day(self.until)
        length = max(1, (first - local_day(self.since)).days)
        return first, first + timedelta(days=length - 1)


Lines = Callable[[Window, int], Iterable[DigestLine]]


@dataclass(frozen=True)
class DigestPart:
    """A part of the digest, as a reader chooses it."""

    code: str
    label: Any
    order: int
    lines: Lines


_parts: dict[str, DigestPart] = {}


def digest_part(code: str, *, label: Any, order: int) -> Callable[[Lines], Lines]:
    """Hang up a part of the digest; codes are stored and never change."""

    def hang(lines: Lines) -> Lines:
        _parts[code] = DigestPart(code, label, order, lines)
        return lines

    return hang


def digest_parts() -> list[DigestPart]:
    """Return the parts in their order."""
    return sorted(_parts.values(), key=lambda part: (part.order, part.code))
