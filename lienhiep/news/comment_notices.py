"""What the news tell those who commented: by notice to an account, by mail to an address."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import start_job
from lienhiep.core.notices import notice_kind, tell
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import CommentState
from lienhiep.news.models import Comment

SALT = "lienhiep.news.comment"

COMMENT_SHOWN = notice_kind("news.comment_shown", _("Your comment on “%(title)s” is on the site."))
COMMENT_REFUSED = notice_kind(
    "news.comment_refused", _("Your comment on “%(title)s” is not shown: %(reason)s")
)
COMMENT_ANSWERED = notice_kind(
    "news.comment_answered", _("Your comment on “%(title)s” was answered.")
)


def tell_of_receipt(comment: Comment) -> None:
    """Mail the writer that a comment came in, with the way to change it or take it back."""
    _mail(comment, "received")


def tell_of_decision(comment: Comment, by: Any) -> None:
    """Tell the writer what became of a comment: always an account, an address on request."""
    shown = comment.state == CommentState.SHOWN
    if comment.user is not None:
        tell(
            recipients=[comment.user],
            what=COMMENT_SHOWN if shown else COMMENT_REFUSED,
            by=by,
            url=place_of(comment),
            title=comment.article.title,
            reason=comment.refusal_reason,
        )
    elif comment.wants_mail and comment.email:
        _mail(comment, "shown" if shown else "refused")


def tell_of_answer(answer: Comment, by: Any) -> None:
    """Tell the writer of the comment above that somebody has answered it."""
    above = answer.parent
    if above is None or (above.user is not None and above.user == answer.user):
        return
    if above.user is not None:
        tell(
            recipients=[above.user],
            what=COMMENT_ANSWERED,
            by=by,
            url=place_of(answer),
            title=answer.article.title,
        )
    elif above.wants_mail and above.email:
        _mail(above, "answered")


def place_of(comment: Comment) -> str:
    """Return where a comment stands on the page of its article."""
    return f"{article_url(comment.article)}#binh-luan-{comment.pk}"


def token_of(comment: Comment) -> str:
    """Return the signed word that opens a comment to whoever wrote it."""
    return signing.Signer(salt=SALT).sign(str(comment.pk))


def comment_of(token: str) -> int | None:
    """Return the number of the comment that a token opens; None for one that is not ours."""
    try:
        return int(signing.Signer(salt=SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def _mail(comment: Comment, step: str) -> None:
    start_job("news.mail_commenter", by=None, comment_id=comment.pk, step=step)
