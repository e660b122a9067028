"""Many comments and ratings at once, from an older site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.news.choices import CommentState
from lienhiep.news.models import ArticleRating, Comment, NewsArticle

AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class CommentRow:
    """A comment as an older site has it.

    `imported_id` is its number there, unique over all comments ever loaded; `answers` is the
    number of the comment that it answers, loaded before or in the same act. Empty where there
    is none.
    """

    article: NewsArticle
    name: str
    text: str
    written_at: datetime
    state: str = CommentState.SHOWN
    email: str = ""
    user: User | None = None
    imported_id: str = ""
    answers: str = ""


def load_comments(*, rows: Sequence[CommentRow], by: User | None) -> list[Comment]:
    """Load comments, in one act with one entry in the history; nobody is told by mail.

    They come out as if each had been written and decided at its own time. A refusal names the
    row, and then nothing at all is loaded.
    """
    with verb("news.load_comments", by=by) as act:
        made = [_checked(row, number, by) for number, row in enumerate(rows, start=1)]
        known = _known_before(rows)
        for level in _levels(rows, known):
            for place in level:
                made[place].parent = known.get(rows[place].answers) if rows[place].answers else None
                _same_article(made[place], place + 1)
            record_all([made[place] for place in level])
            known |= {rows[place].imported_id: made[place] for place in level}
        if made:
            act.about(made[0])
        act.note(comments=len(made))
    return made


def _checked(row: CommentRow, number: int, by: User | None) -> Comment:
    decided = row.state != CommentState.WAITING
    comment = Comment(
        article=row.article,
        name=row.name,
        text=row.text,
        email=row.email,
        user=row.user,
        state=row.state,
        written_at=row.written_at,
        imported_id=row.imported_id,
        decided_at=row.written_at if decided else None,
        decided_by=by if decided else None,
    )
    try:
        comment.clean_fields(exclude=["article", "parent", "user", "decided_by", "marks"])
        comment.clean()
        if row.state not in CommentState.values:  # Django asks only about what is typed
            raise ValidationError(_("This is no state of a comment."))
        if row.written_at > timezone.now():
            raise ValidationError(_("It was written in the future."))
    except ValidationError as refusal:
        raise _at_row(number, " ".join(refusal.messages)) from refusal
    return comment


def _known_before(rows: Sequence[CommentRow]) -> dict[str, Comment]:
    """Return the comments loaded earlier that some of these answer, by their former number."""
    numbers = sorted({row.answers for row in rows if row.answers})
    found: dict[str, Comment] = {}
    for start in range(0, len(numbers), AT_ONCE):
        batch = Comment.objects.filter(imported_id__in=numbers[start : start + AT_ONCE])
        found |= {comment.imported_id: comment for comment in batch}
    return found


def _levels(rows: Sequence[CommentRow], known: dict[str, Comment]) -> Iterator[list[int]]:
    """Yield the places of rows so that what is answered comes before what answers it."""
    left = list(range(len(rows)))
    while left:
        ready = [place for place in left if not rows[place].answers or rows[place].answers in known]
        if not ready:
            raise _at_row(left[0] + 1, _("The comment that it answers is not there."))
        yield ready
        taken = set(ready)
        left = [place for place in left if place not in taken]


def _same_article(comment: Comment, number: int) -> None:
    if comment.parent is not None and comment.parent.article_id != comment.article_id:
        raise _at_row(number, _("It answers a comment on another article."))


def _at_row(number: int, why: str) -> ValidationError:
    return ValidationError(_("Row %(number)s: %(why)s") % {"number": number, "why": why})


@dataclass(frozen=True, kw_only=True)
class RatingRow:
    """How often an article was rated on an older site, and with how many stars in all."""

    article: NewsArticle
    count: int
    total: int


def load_ratings(*, rows: Sequence[RatingRow], by: User | None) -> list[ArticleRating]:
    """Take over the ratings of an older site as an opening balance, in one act.

    Loaded again for an article, the opening balance is replaced, not added. A refusal names
    the row, and then nothing at all is loaded.
    """
    for number, row in enumerate(rows, start=1):
        if row.count < 0 or not row.count <= row.total <= 5 * row.count:
            raise _at_row(number, _("So many stars cannot come of so many votes."))
    with verb("news.load_ratings", by=by) as act:
        ratings = [
            ArticleRating(article=row.article, opening_count=row.count, opening_sum=row.total)
            for row in {row.article.pk: row for row in rows}.values()
        ]
        ArticleRating.objects.bulk_create(
            ratings,
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=["opening_count", "opening_sum"],
        )
        if rows:
            act.about(rows[0].article)
        act.note(ratings=len(ratings))
    return ratings
