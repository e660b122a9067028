"""From who writes to who publishes: submitted, returned with remarks, approved."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.core.validators import validate_has_state, validate_reason
from lienhiep.news.choices import ADMITTING, ARTICLE_VERBS, ReviewState
from lienhiep.news.models import NewsArticle
from lienhiep.news.notices import ARTICLE_APPROVED, ARTICLE_RETURNED, tell_editors, tell_writer
from lienhiep.news.reference_codes import SECOND_PERSON
from lienhiep.news.validators import validate_ready

REVIEW = [
    "review",
    "review_at",
    "review_by",
    "review_remarks",
]


def submit_article(*, article: NewsArticle, by: User, remarks: str = "") -> None:
    """Hand the newest draft to the editors (gửi duyệt); they are told.

    Refuses one that could not be published as it stands, and one that waits already.
    """
    with verb("news.submit_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["submit_article"])
        _validate_review(article, "submit_article")
        validate_ready(article.get_latest_revision_as_object())
        article.set_review(ReviewState.SUBMITTED, by, remarks)
        article.submitted_by = by
        article.save(update_fields=[*REVIEW, "submitted_by"])
        tell_editors(article, by=by)


def return_article(*, article: NewsArticle, reason: str, by: User) -> None:
    """Give a draft back to who wrote it, with remarks (trả lại); the writer is told."""
    validate_reason("reason", reason)
    with verb("news.return_article", by=by, about=article, reason=reason):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["return_article"])
        _validate_review(article, "return_article")
        article.set_review(ReviewState.RETURNED, by, reason)
        article.save(update_fields=REVIEW)
        tell_writer(article, ARTICLE_RETURNED, by=by)


def approve_article(*, article: NewsArticle, by: User) -> None:
    """Let a draft be published as it stands (duyệt bài); the writer is told.

    Where the office asks for two persons (`news.second_person`), nobody approves their own.
    """
    with verb("news.approve_article", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["approve_article"])
        _validate_review(article, "approve_article")
        if needs_second_person() and article.submitted_by_id == by.pk:
            raise ValidationError(_("Nobody approves an article that they submitted themselves."))
        article.set_review(ReviewState.APPROVED, by)
        article.save(update_fields=REVIEW)
        tell_writer(article, ARTICLE_APPROVED, by=by)


def needs_second_person() -> bool:
    """Return whether the office publishes only what a second person approved."""
    return bool(value_on(SECOND_PERSON, today(), default=0))


def validate_approved(article: NewsArticle) -> None:
    """Refuse to publish a draft that no second person approved, where the office asks for one."""
    if not needs_second_person():
        return
    if article.review != ReviewState.APPROVED or article.review_at is None:
        raise ValidationError(_("A second person approves the article first."))
    newest = article.get_latest_revision()
    if newest is not None and newest.created_at > article.review_at:
        raise ValidationError(_("The draft was changed after it was approved; submit it again."))


def reopen_review(*, article: NewsArticle, by: User) -> bool:
    """Take an approval back where somebody changes the draft who could not have given it.

    Called by the form, inside its own act; returns whether there was one.
    """
    if article.review != ReviewState.APPROVED:
        return False
    article.set_review(ReviewState.NONE, by)
    article.save(update_fields=REVIEW)
    return True


def _validate_review(article: NewsArticle, name: str) -> None:
    if article.review not in ADMITTING[name]:
        raise ValidationError(
            _("The review of this article stands at “%(state)s”.")
            % {"state": article.get_review_display()}  # type: ignore[attr-defined]
        )
