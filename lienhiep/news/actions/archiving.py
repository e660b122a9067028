"""Out of lists when its time is over, and back again: archived, never deleted."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_has_state
from lienhiep.news.choices import ARTICLE_VERBS
from lienhiep.news.models import NewsArticle


def set_expiry(*, article: NewsArticle, at: datetime | None, by: User) -> None:
    """Set until when lists show an article (hết hạn hiển thị); without a moment, for good.

    Refuses a moment that is over, and one before the article is to be published.
    """
    if at is not None and at <= timezone.now():
        raise ValidationError({"at": _("This moment is over. Archive the article at once.")})
    with verb("news.set_expiry", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["set_expiry"])
        if at is not None and article.scheduled_for is not None and at <= article.scheduled_for:
            raise ValidationError({"at": _("The article is published later than that.")})
        article.expires_at = at
        article.save(update_fields=["expires_at"])


def archive_article(*, article: NewsArticle, by: User | None) -> None:
    """Take an article out of lists, feeds and hot places (lưu trữ); its address stays.

    It is read in the archive of its month and found by search, with a note that its time
    is over, and every figure counts it as before.
    """
    with verb("news.archive_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["archive_article"])
        article.archived_at = timezone.now()
        article.hot_since = article.hot_until = None
        article.featured_at = article.featured_until = None
        article.save()


def unarchive_article(*, article: NewsArticle, by: User) -> None:
    """Show an archived article in lists again; a time that is over is taken away."""
    with verb("news.unarchive_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["unarchive_article"])
        article.archived_at = article.expires_at = None
        article.save()


def archive_due(now: datetime | None = None) -> int:
    """Archive what lists show beyond its time; return how many. The worker calls it."""
    due = list(NewsArticle.objects.expired(now or timezone.now()).order_by("expires_at"))
    for article in due:
        archive_article(article=article, by=None)
    return len(due)
