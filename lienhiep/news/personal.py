"""What the news keep about a person: that they wrote an article, and their name in its byline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.history import verb
from lienhiep.core.period import Period
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    CONSENT,
    PUBLIC,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.news.choices import CommentState
from lienhiep.news.models import Comment, NewsArticle


@keeps_personal_data
def articles_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the articles that a person wrote; their name stands in the byline as well."""
    if not isinstance(person, Person):
        return
    for article in NewsArticle.objects.filter(author=person):
        yield PersonalDatum(
            record=article,
            field="byline",
            label=_("Author of “%(article)s” on the site") % {"article": article},
            purpose=_("Naming the author of a work, as the law on copyright asks."),
            retention=_("As long as the article is kept."),
            value=article.byline or str(person),
            erase=lambda erasure, article=article: _under_pseudonym(article, erasure),
        )


def _under_pseudonym(article: NewsArticle, erasure: Erasure) -> None:
    """Put the pseudonym in the place of the byline, in the article and in all its drafts."""
    article.byline = erasure.pseudonym
    article.save(update_fields=["byline"])
    for revision in article.revisions.all():
        if revision.content.get("author") == erasure.person.pk:
            revision.content["byline"] = erasure.pseudonym
            revision.save(update_fields=["content"])


@keeps_personal_data
def comments_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the comments that a person wrote, signed in or with an address of theirs."""
    if not isinstance(person, Person):
        return
    written = Q(user__person=person)
    if person.email:
        written |= Q(email__iexact=person.email)
    for comment in Comment.objects.filter(written).exclude(state=CommentState.WITHDRAWN):
        for field, label in (
            ("name", gettext_lazy("Name beside a comment")),
            ("email", gettext_lazy("E-mail address with a comment")),
            ("text", gettext_lazy("Words of a comment")),
        ):
            if value := getattr(comment, field):
                yield PersonalDatum(
                    record=comment,
                    field=field,
                    label=label,
                    purpose=_("Talking with readers about articles of the site."),
                    retention=_("Until its writer takes it back; the address two years."),
                    value=value,
                    erase=lambda erasure, comment=comment: _emptied(comment, erasure),
                    identifies=field != "text",
                )


def _emptied(comment: Comment, erasure: Erasure) -> None:
    """Take the person out of a comment; where others have answered, an empty place stays."""
    fresh = Comment.objects.get(pk=comment.pk)
    if fresh.state != CommentState.WITHDRAWN:
        fresh.empty()
        fresh.name = erasure.pseudonym
        fresh.save()


YEARS_KEPT = 2
"""Years after which the address of somebody who commented is forgotten."""


def _addresses_due(on: date) -> models.QuerySet:
    begin, _end = Period.between(on, on).datetimes()
    until = begin - timedelta(days=365 * YEARS_KEPT)
    return Comment.objects.exclude(email="").filter(written_at__lt=until).order_by("pk")


def _forget_address(comment: Comment, by: Any, reason: str) -> None:
    with verb("news.forget_address", by=by, about=comment, reason=reason):
        comment.email, comment.wants_mail = "", False
        comment.save(update_fields=["email", "wants_mail"])


forgets(
    RetentionRule(
        code="news.comment_addresses",
        label=gettext_lazy("Addresses of readers who commented"),
        kept=gettext_lazy("Two years from the writing of the comment"),
        due=_addresses_due,
        forget=_forget_address,
    )
)

processes(
    Processing(
        code="news.comments",
        label=gettext_lazy("Comments of readers"),
        purpose=gettext_lazy("Talking with readers about articles of the site"),
        people=gettext_lazy("Readers who comment"),
        data=gettext_lazy("Name, e-mail address where given, words of the comment"),
        fields=("news.comment.name", "news.comment.email", "news.comment.text"),
        basis=CONSENT,
        recipients=gettext_lazy("Anyone: name and words. The editors: the address"),
        retention=gettext_lazy("Until its writer takes it back; the address two years"),
        count=count_of("news.comment"),
    )
)

processes(
    Processing(
        code="news.bylines",
        label=gettext_lazy("Authors of articles on the site"),
        purpose=gettext_lazy("Naming the author of a work, as the law on copyright asks"),
        people=gettext_lazy("Authors, editors"),
        data=gettext_lazy("Full name"),
        fields=("news.newsarticle.byline",),
        basis=gettext_lazy("Law on Intellectual Property: naming the author"),
        recipients=PUBLIC,
        retention=gettext_lazy("As long as the article is kept"),
        count=count_of("news.newsarticle"),
    )
)
