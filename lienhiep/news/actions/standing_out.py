"""What stands out on the site: hot news for some days, and the article at its head."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import validate_has_state
from lienhiep.news.choices import ARTICLE_VERBS
from lienhiep.news.models import NewsArticle


def mark_hot(*, article: NewsArticle, until: date, by: User) -> None:
    """Show an article as hot news (tin nóng) up to and with a day; refuses a day that is over.

    Done again, it sets another last day.
    """
    if until < today():
        raise ValidationError({"until": _("This day is over.")})
    with verb("news.mark_hot", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["mark_hot"])
        article.hot_since = article.hot_since or today()
        article.hot_until = until
        article.save(update_fields=["hot_since", "hot_until"])


def unmark_hot(*, article: NewsArticle, by: User) -> None:
    """Show an article as hot news no longer."""
    with verb("news.unmark_hot", by=by, about=article):
        lock(article)
        if article.hot_since is None:
            raise ValidationError(_("The article is not marked as hot news."))
        article.hot_since = article.hot_until = None
        article.save(update_fields=["hot_since", "hot_until"])


def feature_article(*, article: NewsArticle, by: User, until: date | None = None) -> None:
    """Set an article at the head of the site (tin tiêu điểm); the one before it makes room.

    Up to and with a day, or until another takes its place; refuses a day that is over.
    """
    if until is not None and until < today():
        raise ValidationError({"until": _("This day is over.")})
    with verb("news.feature_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["feature_article"])
        article.featured_at = timezone.now()
        article.featured_until = until
        article.save(update_fields=["featured_at", "featured_until"])


def unfeature_article(*, article: NewsArticle, by: User) -> None:
    """Let an article stand at the head of the site no longer."""
    with verb("news.unfeature_article", by=by, about=article):
        lock(article)
        if article.featured_at is None:
            raise ValidationError(_("The article does not stand at the head of the site."))
        article.featured_at = article.featured_until = None
        article.save(update_fields=["featured_at", "featured_until"])
