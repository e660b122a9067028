"""What the people of the news are told, and whom to tell."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.notices import NoticeKind, notice_kind, tell
from lienhiep.news.models import NewsArticle

ARTICLE_SUBMITTED = notice_kind("news.article_submitted", _("“%(record)s” waits for your review."))
ARTICLE_RETURNED = notice_kind(
    "news.article_returned", _("“%(record)s” came back to you; the remarks stand with it.")
)
ARTICLE_APPROVED = notice_kind("news.article_approved", _("“%(record)s” is approved."))
ARTICLE_PUBLISHED = notice_kind("news.article_published", _("“%(record)s” stands on the site."))


def tell_editors(article: NewsArticle, by: Any) -> None:
    """Tell the editors that a draft waits for them."""
    editors = User.objects.active().holding(Role.EDITOR)
    tell(recipients=editors, what=ARTICLE_SUBMITTED, about=article, by=by)


def tell_writer(article: NewsArticle, what: NoticeKind, by: Any) -> None:
    """Tell whoever submitted an article what became of it."""
    if article.submitted_by is not None:
        tell(recipients=[article.submitted_by], what=what, about=article, by=by)
