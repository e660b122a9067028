"""Many published articles at once, from an older site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.directory.models import Organisation, Person
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import Category, FurtherCategory, NewsArticle, Topic
from lienhiep.news.validators import validate_ready

AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """A published article as an older site has it; `body` as the blocks of its text."""

    title: str
    lead: str
    body: Sequence[tuple[str, Any]]
    category: Category
    published_at: datetime
    further: Sequence[Category] = field(default_factory=tuple)
    topic: Topic | None = None
    picture: Any = None
    organisation: Organisation | None = None
    byline: str = ""
    author: Person | None = None
    source_kind: str = SourceKind.OWN
    source_name: str = ""
    source_url: str = ""
    source_published_at: datetime | None = None
    hot_since: date | None = None
    hot_until: date | None = None
    featured_at: datetime | None = None
    comments_open: bool = True


def load_news_articles(*, rows: Sequence[ArticleRow], by: User) -> list[NewsArticle]:
    """Load articles published elsewhere before, in one act with one entry in the history.

    The rows come out as if each had been drafted and gone through `publish_article` at its
    own time; a refusal names the row, and then nothing at all is loaded.
    """
    now = timezone.now()
    with verb("news.load_news_articles", by=by) as act:
        articles = [_checked(row, number, now) for number, row in enumerate(rows, start=1)]
        further = []
        for article, row in zip(articles, rows, strict=True):
            # Held in memory first, so that the article is listed there at once.
            lines = [FurtherCategory(article=article, category=one) for one in row.further]
            article.further_categories.set(lines)
            further += lines
        record_all(articles)
        record_all(further)
        _keep_revisions(articles, by)
        if articles:
            act.about(articles[0])
        act.note(articles=len(articles))
    return articles


def _checked(row: ArticleRow, number: int, now: datetime) -> NewsArticle:
    """Return the article of a row, or refuse with the number of the row."""
    facts = {name: value for name, value in vars(row).items() if name not in ("further", "body")}
    article = NewsArticle(
        **facts,
        live=True,
        first_published_at=row.published_at,
        last_published_at=row.published_at,
    )
    article.body = list(row.body)
    try:
        article.clean_fields(exclude=["category", "topic", "picture", "organisation", "author"])
        article.clean()
        validate_ready(article)
        if row.published_at > now:
            raise ValidationError(_("It was published in the future."))
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": number, "title": row.title, "why": " ".join(refusal.messages)}
        ) from refusal
    return article


def _keep_revisions(articles: Sequence[NewsArticle], by: User) -> None:
    """Keep what each article said when it was published, as publishing a draft does.

    The plain query set: which revision is the newest is bookkeeping and has no history.
    """
    kind = ContentType.objects.get_for_model(NewsArticle)
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                content_type=kind,
                base_content_type=kind,
                object_id=str(article.pk),
                created_at=article.published_at,
                user=by,
                object_str=str(article),
                content=article.serializable_data(),
            )
            for article in articles
        ],
        batch_size=AT_ONCE,
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.latest_revision = article.live_revision = revision
    plain: models.QuerySet[NewsArticle] = models.QuerySet(NewsArticle)
    plain.bulk_update(articles, ["latest_revision", "live_revision"], batch_size=AT_ONCE)
