"""Why links cannot be moved, in as few lines as a clerk reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

MOST_LINES = 5
"""Lines that fit above a form without hiding it."""


@dataclass(frozen=True)
class Clash:
    """A row that cannot point to another record: the row, its name before, and why not."""

    row: models.Model
    name: str
    why: str


def grouped(clashes: list[Clash], target: models.Model) -> list[str]:
    """Return a sentence for each kind of row, the last for the rest where there are many."""
    kinds: dict[type[models.Model], list[Clash]] = {}
    for clash in clashes:
        kinds.setdefault(type(clash.row), []).append(clash)
    groups = list(kinds.values())
    if len(groups) <= MOST_LINES:
        return [_sentence(group, target) for group in groups]
    told, rest = groups[: MOST_LINES - 1], groups[MOST_LINES - 1 :]
    return [*(_sentence(group, target) for group in told), _about_the_rest(rest)]


def in_words(counts: dict[type[models.Model], int]) -> list[str]:
    """Return numbers of rows by kind, such as "36 lượt gửi tập san"."""
    return [
        _("%(number)s × %(kind)s") % {"number": number, "kind": model._meta.verbose_name}
        for model, number in counts.items()
    ]


def _sentence(group: list[Clash], target: models.Model) -> str:
    first = group[0]
    facts = {
        "count": len(group),
        "kind": first.row._meta.verbose_name,
        "row": first.name,
        "target": target,
        "why": first.why,
    }
    if len(group) == 1:
        said = _(
            "The %(kind)s “%(row)s” cannot be moved to “%(target)s”: %(why)s "
            "Change or delete one of the two first."
        )
    else:
        said = _(
            "%(count)s × %(kind)s cannot be moved to “%(target)s”, such as “%(row)s”: %(why)s "
            "Change or delete one of each two first."
        )
    return said % facts


def _about_the_rest(groups: list[list[Clash]]) -> str:
    return _("Besides, %(rows)s records of %(kinds)s other kinds cannot be moved.") % {
        "rows": sum(len(group) for group in groups),
        "kinds": len(groups),
    }
