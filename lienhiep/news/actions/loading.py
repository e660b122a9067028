"""Many articles at once, from an older site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.validators import validate_reason
from lienhiep.directory.models import Organisation, Person
from lienhiep.news.choices import AttachmentKind, SourceKind
from lienhiep.news.models import (
    ArticleAttachment,
    ArticleTag,
    Byline,
    Category,
    FurtherCategory,
    NewsArticle,
    PenName,
    Source,
    Tag,
    Topic,
)
from lienhiep.news.validators import validate_ready

AT_ONCE = 200

RELATED = ["category", "topic", "picture", "organisation", "author", "source", "scheduled_by"]
"""Records that whoever calls has at hand; to ask for each of them again would be slow."""


@dataclass(frozen=True, kw_only=True)
class AttachedFile:
    """A file of an article in the library of the site; the note is the name readers see."""

    file: Any
    kind: str = AttachmentKind.READING
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """An article as an older site has it; `body` as the blocks of its text.

    Where it stands follows from its moments: with `published_at` it is on the site, unless
    `withdrawn_at` says since when it is not; with `scheduled_for` it waits for that moment;
    with none of them it is a draft, which may lack what publishing asks for. `archived_at`
    says since when lists no longer show what is on the site.
    """

    title: str
    lead: str
    body: Sequence[tuple[str, Any]]
    category: Category | None
    published_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = ""
    scheduled_for: datetime | None = None
    scheduled_by: User | None = None
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
    featured_until: date | None = None
    royalty_coefficient: Decimal | None = None
    expires_at: datetime | None = None
    archived_at: datetime | None = None
    comments_open: bool = True
    source: Source | None = None
    licence: str = ""
    page_title: str = ""
    page_description: str = ""
    tags: Sequence[Tag] = field(default_factory=tuple)
    pen_names: Sequence[PenName] = field(default_factory=tuple)
    attachments: Sequence[AttachedFile] = field(default_factory=tuple)

    @property
    def is_live(self) -> bool:
        """Whether the article stands on the site."""
        return self.published_at is not None and self.withdrawn_at is None


PARTS = ("further", "tags", "pen_names", "attachments")
"""What becomes rows of its own."""


def load_news_articles(*, rows: Sequence[ArticleRow], by: User | None) -> list[NewsArticle]:
    """Load articles written elsewhere before, in one act with one entry in the history.

    The rows come out as if each had been drafted and gone through the verbs at its own time;
    a refusal names the row, and then nothing at all is loaded.
    """
    now = timezone.now()
    with verb("news.load_news_articles", by=by) as act:
        articles = [_checked(row, number, now) for number, row in enumerate(rows, start=1)]
        parts: dict[str, list[Any]] = {}
        for article, row in zip(articles, rows, strict=True):
            for name, lines in _parts_of(article, row).items():
                # Held in memory first, so that the article is listed there at once.
                getattr(article, name).set(lines)
                parts.setdefault(name, []).extend(lines)
        record_all(articles)
        for lines in parts.values():
            record_all(lines)
        _keep_revisions(articles, by, now)
        if articles:
            act.about(articles[0])
        act.note(articles=len(articles))
    return articles


def _checked(row: ArticleRow, number: int, now: datetime) -> NewsArticle:
    """Return the article of a row, or refuse with the number of the row."""
    facts = {name: value for name, value in vars(row).items() if name not in (*PARTS, "body")}
    article = NewsArticle(
        **facts,
        live=row.is_live,
        has_unpublished_changes=not row.is_live,
        first_published_at=row.published_at,
        last_published_at=row.published_at,
    )
    article.body = list(row.body)
    try:
        article.clean_fields(exclude=RELATED)
        article.clean()
        _validate_moments(row, now)
        if row.is_live or row.scheduled_for is not None:
            validate_ready(article)
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": number, "title": row.title, "why": " ".join(refusal.messages)}
        ) from refusal
    return article


def _validate_moments(row: ArticleRow, now: datetime) -> None:
    """Refuse moments of which one contradicts another, or the present."""
    if row.published_at is not None and row.published_at > now:
        raise ValidationError(_("It was published in the future."))
    if row.scheduled_for is not None and row.is_live:
        raise ValidationError(_("It stands on the site, and waits to be published."))
    if row.archived_at is not None and not row.is_live:
        raise ValidationError(_("It is archived, and does not stand on the site."))
    if row.withdrawn_at is not None:
        if row.published_at is None or row.withdrawn_at < row.published_at:
            raise ValidationError(_("It was taken off the site before it was published."))
        validate_reason("withdrawal_reason", row.withdrawal_reason)


def _parts_of(article: NewsArticle, row: ArticleRow) -> dict[str, list[Any]]:
    """Return what hangs on an article, by the name under which it does."""
    return {
        "further_categories": [
            FurtherCategory(article=article, category=one) for one in row.further
        ],
        "article_tags": [
            ArticleTag(article=article, tag=one, sort_order=place)
            for place, one in enumerate(row.tags)
        ],
        "bylines": [
            Byline(article=article, pen_name=one, sort_order=place)
            for place, one in enumerate(row.pen_names)
        ],
        "related_picks": [],  # said, so that nobody asks the database for them
        "attachments": [
            ArticleAttachment(
                article=article, file=one.file, kind=one.kind, note=one.note, sort_order=place
            )
            for place, one in enumerate(row.attachments)
        ],
    }


def _keep_revisions(articles: Sequence[NewsArticle], by: User | None, now: datetime) -> None:
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
                created_at=article.published_at or now,
                user=by,
                object_str=str(article),
                content=article.serializable_data(),
            )
            for article in articles
        ],
        batch_size=AT_ONCE,
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.latest_revision = revision
        article.live_revision = revision if article.live else None
    # Asked of the database itself, which is several times as quick as naming each pair.
    newest = (
        Revision.objects.filter(
            base_content_type=kind,
            object_id=Cast(models.OuterRef("pk"), models.CharField(max_length=255)),
        )
        .order_by("-pk")
        .values("pk")[:1]
    )
    plain: models.QuerySet[NewsArticle] = models.QuerySet(NewsArticle)
    for start in range(0, len(articles), AT_ONCE):
        batch = plain.filter(pk__in=[one.pk for one in articles[start : start + AT_ONCE]])
        batch.update(latest_revision=models.Subquery(newest))
        batch.filter(live=True).update(live_revision=models.F("latest_revision"))
