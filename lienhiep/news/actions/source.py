"""What an aggregated site owes its sources: an article that the source took off goes here too."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_has_state
from lienhiep.news.choices import ARTICLE_VERBS, SourceKind
from lienhiep.news.models import NewsArticle


def note_source_removed(*, article: NewsArticle, at: datetime, by: User) -> None:
    """Note that the source has taken an article off (nguồn đã gỡ bài): from then the time runs.

    Within the hours of `news.hours_to_remove` it is to leave this site too. Refuses what the
    Union wrote itself, and a moment to come.
    """
    with verb("news.note_source_removed", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["note_source_removed"])
        if article.source_kind == SourceKind.OWN:
            raise ValidationError(_("The Union wrote this article itself."))
        if at > timezone.now():
            raise ValidationError({"at": _("This moment is still to come.")})
        article.source_removed_at = at
        article.save(update_fields=["source_removed_at"])


def note_source_stands(*, article: NewsArticle, by: User) -> None:
    """Take back that the source has taken an article off: it stands there again."""
    with verb("news.note_source_stands", by=by, about=article):
        lock(article)
        if article.source_removed_at is None:
            raise ValidationError(_("It is not noted that the source took the article off."))
        article.source_removed_at = None
        article.save(update_fields=["source_removed_at"])
