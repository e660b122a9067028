"""A manuscript received, answered, and given its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Person
from lienhiep.journal.choices import (
    ARTICLE_VERBS,
    IN_PREPARATION,
    ArticleKind,
    AuthorRole,
    Channel,
)
from lienhiep.journal.models import Article, ArticleAuthor, Issue, Subject
from lienhiep.journal.notices import (
    ARTICLE_ACCEPTED,
    ARTICLE_RECEIVED,
    ARTICLE_REFUSED,
    DECISION_TAKEN_BACK,
    tell_authors,
)


class Byline(NamedTuple):
    """A contributor and what they did for the article."""

    person: Person
    role: str = AuthorRole.AUTHOR


def receive_article(
    *,
    title: str,
    subject: Subject,
    authors: Sequence[Byline],
    on: date,
    by: User,
    kind: str = ArticleKind.ARTICLE,
    channel: str = Channel.EMAIL,
    abstract: str = "",
    web_text: str = "",
    manuscript: RecordFile | None = None,
) -> Article:
    """Record a manuscript on the day it came in; its contributors follow its fate from then on.

    The byline keeps the order of `authors`. Without an author nobody could be answered, so
    that is refused.
    """
    if not authors:
        raise ValidationError({"authors": _("Name at least one contributor.")})
    with verb("journal.receive_article", by=by) as act:
        article = Article(
            title=title,
            subject=subject,
            kind=kind,
            channel=channel,
            abstract=abstract,
            web_text=web_text,
            received_on=on,
            manuscript=manuscript,
        )
        article.full_clean()
        article.save()
        act.about(article)
        for position, byline in enumerate(authors, start=1):
            author = ArticleAuthor(
                article=article, person=byline.person, role=byline.role, position=position
            )
            author.full_clean()
            author.save()
        tell_authors(article, ARTICLE_RECEIVED, by)
    return article


def accept_article(*, article: Article, on: date, by: User) -> None:
    """Accept a manuscript for one of the coming issues."""
    validate_not_in_future("on", on)
    with verb("journal.accept_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["accept_article"])
        validate_not_before("on", on, article.received_on)
        article.accepted_on = on
        article.save()
        tell_authors(article, ARTICLE_ACCEPTED, by)


def refuse_article(*, article: Article, on: date, reason: str, by: User) -> None:
    """Refuse a manuscript; the contributor reads the reason."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("journal.refuse_article", by=by, about=article, reason=reason):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["refuse_article"])
        validate_not_before("on", on, article.received_on)
        article.accepted_on = None
        article.refused_on = on
        article.refusal_reason = reason
        article.save()
        tell_authors(article, ARTICLE_REFUSED, by)


def take_back_decision(*, article: Article, reason: str, by: User) -> None:
    """Take back an acceptance or a refusal, so that the manuscript waits for an answer again."""
    validate_reason("reason", reason)
    with verb("journal.take_back_decision", by=by, about=article, reason=reason):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["take_back_decision"])
        article.accepted_on = None
        article.refused_on = None
        article.refusal_reason = ""
        article.save()
        tell_authors(article, DECISION_TAKEN_BACK, by)


def place_article(
    *,
    article: Article,
    issue: Issue,
    by: User,
    page_from: int | None = None,
    page_to: int | None = None,
    page_count: int | None = None,
) -> None:
    """Give an accepted article its place, behind those that stand in the issue already.

    An article placed before moves. Refuses an issue that is signed for print, because its
    contents stand fast; this goes for the issue that it would leave as well.
    """
    with verb("journal.place_article", by=by, about=article):
        lock(article)
        lock(issue)
        validate_has_state(article, *ARTICLE_VERBS["place_article"])
        validate_has_state(issue, *IN_PREPARATION)
        if article.issue is not None:
            validate_has_state(article.issue, *IN_PREPARATION)
        if article.issue != issue:
            last = issue.articles.aggregate(last=Max("position"))["last"] or 0
            article.issue = issue
            article.position = last + 1
        article.page_from, article.page_to = page_from, page_to
        if page_count is not None:
            article.page_count = page_count
        article.full_clean()
        article.save()


def take_out_article(*, article: Article, reason: str, by: User) -> None:
    """Take an article out of its issue; it stays accepted and waits for another."""
    validate_reason("reason", reason)
    with verb("journal.take_out_article", by=by, about=article, reason=reason):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["take_out_article"])
        validate_has_state(article.issue, *IN_PREPARATION)
        article.issue = None
        article.position = 0
        article.page_from = article.page_to = None
        article.save()
