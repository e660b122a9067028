"""Onto the site, later, and off the site again."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import local_day
from lienhiep.core.reference import value_on
from lienhiep.core.validators import validate_has_state, validate_reason
from lienhiep.news.actions.reviewing import validate_approved
from lienhiep.news.choices import ARTICLE_VERBS, ReviewState, SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.notices import ARTICLE_PUBLISHED, tell_writer
from lienhiep.news.reference_codes import HOURS_AFTER_SOURCE
from lienhiep.news.validators import validate_ready

logger = logging.getLogger(__name__)


def publish_article(*, article: NewsArticle, by: User | None) -> None:
    """Publish the newest draft of an article (đăng bài); readers may open it at once.

    An archived article stays archived; its changes are read at its address.
    Refuses one without a lead, a main category, a text or, where others wrote it, a source,
    and one of the press that is too fresh by law. The first publication is kept for ever:
    published again, it counts by the day on which it was first.
    """
    with verb("news.publish_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["publish_article"])
        if article.archived_at is not None and not article.has_unpublished_changes:
            raise ValidationError(_("There is nothing new to publish."))
        validate_approved(article)
        draft = article.get_latest_revision_as_object()
        now = timezone.now()
        validate_ready(draft)
        _validate_source_stands(article)
        _validate_old_enough(draft, now)
        revision = article.get_latest_revision() or article.save_revision(user=by, clean=False)
        article.published_at = article.published_at or now
        article.withdrawn_at = article.scheduled_for = article.scheduled_by = None
        article.withdrawal_reason = ""
        if article.archived_at is None and article.expires_at and article.expires_at <= now:
            article.expires_at = None
        article.set_review(ReviewState.NONE, by)
        # The draft takes these from the article that its revision knows: this one.
        revision.content_object = article
        revision.publish(user=by, log_action=False, skip_permission_checks=True)
        lock(article)
        tell_writer(article, ARTICLE_PUBLISHED, by=by)


def schedule_article(*, article: NewsArticle, at: datetime, by: User) -> None:
    """Set the moment at which the newest draft is to be published (hẹn giờ đăng).

    Refuses a moment that is over, and a draft that could not be published as it stands.
    """
    if at <= timezone.now():
        raise ValidationError({"at": _("This moment is over. Publish the article at once.")})
    with verb("news.schedule_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["schedule_article"])
        validate_approved(article)
        draft = article.get_latest_revision_as_object()
        validate_ready(draft)
        _validate_old_enough(draft, at)
        article.scheduled_for, article.scheduled_by = at, by
        article.save(update_fields=["scheduled_for", "scheduled_by"])


def unschedule_article(*, article: NewsArticle, by: User) -> None:
    """Let a draft wait for its editor again."""
    with verb("news.unschedule_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["unschedule_article"])
        article.scheduled_for = article.scheduled_by = None
        article.save(update_fields=["scheduled_for", "scheduled_by"])


def unpublish_article(*, article: NewsArticle, reason: str, by: User) -> None:
    """Take an article off the site (gỡ bài): it leaves lists, search and figures at once.

    It can be published again, and then counts by its first publication as before.
    """
    validate_reason("reason", reason)
    with verb("news.unpublish_article", by=by, about=article, reason=reason):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["unpublish_article"])
        article.live = False
        article.has_unpublished_changes = True
        article.live_revision = None
        article.withdrawn_at = timezone.now()
        article.withdrawal_reason = reason
        article.hot_since = article.hot_until = None
        article.featured_at = article.featured_until = None
        article.archived_at = article.expires_at = None
        article.save()


def publish_due(now: datetime | None = None) -> int:
    """Publish what is due, in the name of who set the moment; return how many.

    What cannot be published any more waits for its editor again, and the history says why.
    """
    moment = now or timezone.now()
    published = 0
    for article in NewsArticle.objects.filter(scheduled_for__lte=moment).order_by("scheduled_for"):
        by = article.scheduled_by
        try:
            publish_article(article=article, by=by)
            published += 1
        except ValidationError as refusal:
            logger.warning("Article %s was not published: %s", article.pk, refusal)
            _give_back(article, " ".join(refusal.messages))
    return published


def _give_back(article: NewsArticle, why: str) -> None:
    with verb("news.unschedule_article", by=None, about=article, reason=why):
        lock(article)
        article.scheduled_for = article.scheduled_by = None
        article.save(update_fields=["scheduled_for", "scheduled_by"])


def _validate_source_stands(article: NewsArticle) -> None:
    """Refuse to publish what its source has taken off."""
    if article.source_removed_at is not None and not article.live:
        raise ValidationError(
            _("Its source has taken this article off. Note first that it stands there again.")
        )


def _validate_old_enough(article: NewsArticle, at: datetime) -> None:
    """Refuse to quote the press sooner than the law allows, where a number of hours is stated."""
    if article.source_kind != SourceKind.QUOTED or article.source_published_at is None:
        return
    hours = value_on(HOURS_AFTER_SOURCE, local_day(at), default=None)
    allowed = article.source_published_at + timedelta(hours=hours or 0)
    if at < allowed:
        raise ValidationError(
            _("What the press published may be quoted after %(hours)s h, from %(when)s on.")
            % {
                "hours": hours,
                "when": date_format(timezone.localtime(allowed), "DATETIME_FORMAT"),
            }
        )
