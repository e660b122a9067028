"""What readers said of an article, as its page shows it: stars, and comments in threads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lienhiep.news.models import Comment, NewsArticle
from lienhiep.news.rules import comments_are_shown, may_be_commented
from lienhiep.news.stars import rating_of

DEEPEST = 3
"""Steps to which answers are moved in; deeper ones stay there and name whom they answer."""

ON_ARTICLE = 20
"""Threads on the page of the article; the rest stands on the page of its comments."""


@dataclass
class Voice:
    """A comment in its thread. Without `comment` it is a place that somebody left."""

    pk: int
    comment: Comment | None
    depth: int = 1
    answers: list[Voice] = field(default_factory=list)
    answered_name: str = ""
    """Whom it answers, where the place no longer says so."""


def threads_of(article: NewsArticle) -> list[list[Voice]]:
    """Return the comments shown on an article in threads, the newest thread first.

    In a thread the oldest answer stands first. One question to the database for all.
    """
    rows = list(Comment.objects.shown().filter(article=article).order_by("written_at", "pk"))
    return threads(rows)


def threads(rows: Sequence[Comment]) -> list[list[Voice]]:
    """Put comments, the oldest first, into threads, each as a list from top to bottom."""
    voices = {row.pk: Voice(row.pk, row) for row in rows}
    tops: list[Voice] = []
    for row in rows:
        voice = voices[row.pk]
        if row.parent_id is None:
            tops.append(voice)
            continue
        above = voices.get(row.parent_id)
        if above is None:  # it was taken back or off, and was answered before
            above = voices[row.parent_id] = Voice(row.parent_id, None)
            tops.append(above)
        above.answers.append(voice)
    return [_laid_out(top) for top in sorted(tops, key=_begun, reverse=True)]


def _begun(voice: Voice) -> tuple[Any, int]:
    first = voice.comment or voice.answers[0].comment
    return (first.written_at, voice.pk)  # type: ignore[union-attr]


def _laid_out(top: Voice) -> list[Voice]:
    """Return a thread as a list from top to bottom, each with how far it is moved in.

    Walked without recursion: a thread may be as long as somebody likes to answer.
    """
    found: list[Voice] = []
    waiting = [top]
    while waiting:
        voice = waiting.pop()
        found.append(voice)
        for answer in reversed(voice.answers):
            answer.depth = min(voice.depth + 1, DEEPEST)
            if voice.depth == DEEPEST and voice.comment is not None:
                answer.answered_name = voice.comment.name
            waiting.append(answer)
    return found


def voices_of(article: NewsArticle) -> dict[str, Any]:
    """Return what stands below an article; the same for everyone who reads it."""
    shown = comments_are_shown() and bool(article.pk)
    found = threads_of(article) if shown else []
    return {
        "article": article,
        "rating": rating_of(article),
        "comments_shown": shown,
        "may_comment": may_be_commented(article),
        "threads": found[:ON_ARTICLE],
        "comment_count": sum(voice.comment is not None for thread in found for voice in thread),
        "more_threads": max(0, len(found) - ON_ARTICLE),
    }
