"""Many articles at once, from a spreadsheet or an older system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
)
from lienhiep.journal.actions.article import Byline
from lienhiep.journal.choices import IN_PREPARATION, ArticleKind, Channel
from lienhiep.journal.models import Article, ArticleAuthor, Issue, Subject


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """An accepted article on its way into an issue, as an older list has it."""

    title: str
    subject: Subject
    authors: Sequence[Byline]
    received_on: date
    accepted_on: date
    page_from: int | None = None
    page_to: int | None = None
    page_count: int = 0
    kind: str = ArticleKind.ARTICLE
    channel: str = Channel.EMAIL
    abstract: str = ""
    web_text: str = ""


def load_articles(*, issue: Issue, rows: Sequence[ArticleRow], by: User) -> list[Article]:
    """Receive, accept and place many articles in one act, with one entry in the history.

    The rows come out as if each had gone through `receive_article`, `accept_article` and
    `place_article`; a refusal names the row, and then nothing at all is loaded.
    """
    with verb("journal.load_articles", by=by, about=issue) as act:
        lock(issue)
        validate_has_state(issue, *IN_PREPARATION)
        last = issue.articles.aggregate(last=Max("position"))["last"] or 0
        articles = [
            _checked(row, issue, number, position=last + number)
            for number, row in enumerate(rows, start=1)
        ]
        for article, row in zip(articles, rows, strict=True):
            # Held in memory first, so that the article is found by its byline at once.
            article.authors.set(_byline(article, row))
        record_all(articles)
        record_all([author for article in articles for author in article.authors.all()])
        act.note(articles=len(articles))
    return articles


def _byline(article: Article, row: ArticleRow) -> list[ArticleAuthor]:
    return [
        ArticleAuthor(article=article, person=byline.person, role=byline.role, position=position)
        for position, byline in enumerate(row.authors, start=1)
    ]


def _checked(row: ArticleRow, issue: Issue, number: int, *, position: int) -> Article:
    """Return the article of a row, or refuse with the number of the row."""
    article = Article(
        title=row.title,
        subject=row.subject,
        kind=row.kind,
        channel=row.channel,
        abstract=row.abstract,
        web_text=row.web_text,
        received_on=row.received_on,
        accepted_on=row.accepted_on,
        issue=issue,
        position=position,
        page_from=row.page_from,
        page_to=row.page_to,
        page_count=row.page_count,
    )
    article.count_pages()
    try:
        if not row.authors:
            raise ValidationError(_("Name at least one contributor."))
        article.clean_fields(exclude=["subject", "issue"])
        article.clean()
        validate_not_in_future("accepted_on", row.accepted_on)
        validate_not_before("accepted_on", row.accepted_on, row.received_on)
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": number, "title": row.title, "why": " ".join(refusal.messages)}
        ) from refusal
    return article
