"""What waits, in groups by how soon it is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from lienhiep.core.waiting import Urgency, Waiting

GROUPS: tuple[tuple[str, tuple[Urgency, ...], Any, Any], ...] = (
    ("late", (Urgency.LATE,), _("Late"), _("late")),
    ("today", (Urgency.TODAY,), pgettext_lazy("due", "Today"), pgettext_lazy("due", "today")),
    ("soon", (Urgency.SOON,), _("In the next days"), _("in the next days")),
    (
        "later",
        (Urgency.LATER, Urgency.UNDATED),
        _("Later, or without a day"),
        pgettext_lazy("due", "later"),
    ),
)


@dataclass(frozen=True)
class Line:
    """One thing as the list shows it."""

    waiting: Waiting

    def __getattr__(self, name: str) -> Any:
        return getattr(self.waiting, name)

    @property
    def late_words(self) -> str:
        """How late it is, in words; empty while it is in time."""
        days = -(self.waiting.days_left or 0)
        if days <= 0:
            return ""
        return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}


@dataclass(frozen=True)
class Group:
    """What is equally urgent: its first things, and how many there are in all."""

    urgency: str
    label: Any
    short: Any
    items: list[Line]
    number: int


def grouped(waiting: Sequence[Waiting], *, most: int) -> list[Group]:
    """Return the groups that have something, together with no more than `most` things.

    Each group shows at least one of its things, so that many late ones do not hide what
    is due today.
    """
    parts = [
        (code, label, short, [item for item in waiting if item.urgency in urgencies])
        for code, urgencies, label, short in GROUPS
    ]
    present = [part for part in parts if part[3]]
    room = most
    groups = []
    for place, (code, label, short, items) in enumerate(present):
        kept_for_others = len(present) - place - 1
        shown = items[: max(1, room - kept_for_others)]
        room -= len(shown)
        groups.append(Group(code, label, short, [Line(item) for item in shown], len(items)))
    return groups
