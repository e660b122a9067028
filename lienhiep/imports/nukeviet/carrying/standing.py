"""What the state of an article on the former site means here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from lienhiep.imports.nukeviet.carrying.context import Row, has, value
from lienhiep.imports.nukeviet.texts import moment, number

HIDDEN, SHOWN, TIMED, EXPIRED, DRAFT, WAITING = 0, 1, 2, 3, 4, 5
LOCKED = 20
"""Above this an article is locked because its category is; the rest is the state it had."""


@dataclass(frozen=True)
class Standing:
    """Where an article stands here, and why it does not stand on the site if it does not."""

    published_at: datetime | None = None
    archived_at: datetime | None = None
    expires_at: datetime | None = None
    scheduled_for: datetime | None = None
    reason: str = ""
    words: str = ""

    @property
    def is_on_site(self) -> bool:
        """Whether readers open it."""
        return self.published_at is not None


def standing(row: Row, *, is_public: bool, now: datetime, last: datetime | None) -> Standing:
    """Return where an article stands; `last` is when the article before it was published."""
    status = value(row, "status")
    state = SHOWN if status is None and not has(row, "status") else number(status, -1)
    published = moment(value(row, "publtime"))
    written = published or moment(value(row, "addtime")) or moment(value(row, "edittime")) or last
    expires = moment(value(row, "exptime"))
    if state > LOCKED:
        return _kept_back("locked", _("It was locked together with its category."))
    if not is_public:
        return _kept_back("restricted", _("Not everybody could read it on the former site."))
    if state == HIDDEN:
        return _kept_back("hidden", _("It was hidden."))
    if state == DRAFT:
        return _kept_back("draft", _("It was a draft."))
    if state == WAITING:
        return _kept_back("waiting", _("It waited for an editor."))
    if state not in (SHOWN, TIMED, EXPIRED):
        said = _("Its state %(state)s means nothing that readers could see.")
        return _kept_back("unknown_state", said % {"state": status})
    if published is not None and published > now and state != EXPIRED:
        expires = expires if expires is not None and expires > published else None
        return Standing(scheduled_for=published, expires_at=expires)
    if state == TIMED:
        return _kept_back("overdue", _("Its moment passed while it was not published."))
    if written is None or written > now:
        return _kept_back("no_date", _("Nothing tells when it was published."))
    if state == EXPIRED or (expires is not None and expires <= now):
        left = expires if expires is not None and written <= expires <= now else None
        edited = moment(value(row, "edittime"))
        if left is None and edited is not None and written <= edited <= now:
            left = edited
        return Standing(published_at=written, archived_at=left or written)
    return Standing(published_at=written, expires_at=expires)


def _kept_back(reason: str, words: str) -> Standing:
    return Standing(reason=reason, words=words)
