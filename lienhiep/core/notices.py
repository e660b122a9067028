"""Telling people what happened: one notice for each of them, in the act's own transaction.

A room says in its `notices.py` what it tells, and its actions tell it:

    ARTICLE_ACCEPTED = notice_kind("journal.article_accepted", _("“%(record)s” is accepted."))

    tell(recipients=authors_of(article), what=ARTICLE_ACCEPTED, about=article, by=by)

The code of a kind lies in the database and never changes; its words are made when the notice
is read, in the language of the reader. Nobody is told of what they did themselves, and nobody
is shown a notice on a record that they may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from lienhiep.core.desk import address_for
from lienhiep.core.later import is_writing_later
from lienhiep.core.models.notices import Notice, NoticeQuerySet

BATCH = 500
"""Notices written at once: a document may go to a hundred associations."""

InWords = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class NoticeKind:
    """One kind of thing that people are told.

    `text` may name `%(record)s` and the words given with it; `in_words` makes words of codes.
    An urgent kind is one that costs the reader a date if it is read a week later.
    """

    code: str
    text: Any
    is_urgent: bool = False
    in_words: InWords | None = None


_kinds: dict[str, NoticeKind] = {}


def notice_kind(
    code: str, text: Any, *, is_urgent: bool = False, in_words: InWords | None = None
) -> NoticeKind:
    """Declare a kind of notice, `<room>.<what happened>`, and return it for `tell`."""
    _kinds[code] = NoticeKind(code, text, is_urgent, in_words)
    return _kinds[code]


def notice_kinds() -> list[NoticeKind]:
    """Return every kind that rooms declare, by code."""
    return [_kinds[code] for code in sorted(_kinds)]


def tell(
    *,
    recipients: Iterable[Any],
    what: NoticeKind,
    by: Any,
    about: models.Model | None = None,
    url: str = "",
    **words: Any,
) -> int:
    """Tell some accounts that something happened, and return how many were told.

    Closed accounts are left out, and so is `by`, who knows. `words` are codes, days as ISO
    text and numbers. While much is loaded at once (`core.later`) nobody is told anything:
    what is recorded then happened long ago.
    """
    if is_writing_later():
        return 0  # and nobody is looked up
    pairs = [(account, about) for account in recipients]
    return tell_each(pairs=pairs, what=what, by=by, url=url, **words)


def tell_each(
    *,
    pairs: Iterable[tuple[Any, models.Model | None]],
    what: NoticeKind,
    by: Any,
    url: str = "",
    **words: Any,
) -> int:
    """Tell each account about a record of its own, such as its line of a sending."""
    if is_writing_later():
        return 0
    rows = [
        Notice(
            user=account,
            kind=what.code,
            words=words,
            content_type=ContentType.objects.get_for_model(about) if about else None,
            object_id=about.pk if about else None,
            url=url,
            is_urgent=what.is_urgent,
        )
        for account, about in dict.fromkeys(pairs)
        if account.is_active and account != by
    ]
    with transaction.atomic():
        Notice.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


@dataclass(frozen=True)
class Told:
    """A notice as its reader sees it."""

    notice: Notice
    what: str
    url: str

    @property
    def is_unread(self) -> bool:
        """Whether it has not been opened yet."""
        return self.notice.read_at is None


def told_to(user: Any, *, among: NoticeQuerySet | None = None) -> list[Told]:
    """Put notices into the words of the present language, for who may see them.

    A kind that no room declares any more, and a record that is gone, are left out.
    """
    rows = Notice.objects.shown_to(user) if among is None else among
    found = []
    for notice in rows.prefetch_related("record"):
        kind = _kinds.get(notice.kind)
        if kind is None or (notice.content_type_id and notice.record is None):
            continue
        words = kind.in_words(notice.words) if kind.in_words else notice.words
        found.append(
            Told(
                notice,
                str(kind.text) % {"record": notice.record, **words},
                notice.url or address_for(notice.record, user),
            )
        )
    return found


def mark_read(notices: NoticeQuerySet) -> int:
    """Note that notices have been read; the moment of the first reading stays."""
    return notices.unread().update(read_at=timezone.now())


def count_unread(request: HttpRequest) -> int:
    """Return the number for the badge, asked once for each request."""
    if not hasattr(request, "_unread"):
        user = request.user
        unread = Notice.objects.shown_to(user).unread().count() if user.is_authenticated else 0
        request._unread = unread  # type: ignore[attr-defined]
    return int(request._unread)  # type: ignore[attr-defined]


def forget_old_notices(*, days: int) -> int:
    """Delete notices that were told longer ago than so many days, read or not."""
    number, _models = Notice.objects.filter(
        made_at__lt=timezone.now() - timedelta(days=days)
    ).delete()
    return number
