"""What editors do with comments: let them show, keep them back, answer, erase."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason
from lienhiep.news.actions.commenting import forget_words
from lienhiep.news.choices import COMMENT_VERBS, CommentState
from lienhiep.news.comment_notices import tell_of_answer, tell_of_decision
from lienhiep.news.models import Comment, NewsArticle


def show_comment(*, comment: Comment, by: User) -> None:
    """Let a comment show (duyệt bình luận); its writer is told where they asked for it."""
    with verb("news.show_comment", by=by, about=comment):
        lock(comment)
        _validate_state(comment, "show_comment")
        comment.state = CommentState.SHOWN
        _decide(comment, by)
        comment.refusal_reason = ""
        comment.save()
        tell_of_decision(comment, by)
        tell_of_answer(comment, by)


def refuse_comment(*, comment: Comment, reason: str, by: User) -> None:
    """Keep a comment back, or take it off (từ chối bình luận), with a reason.

    Its writer is told the reason where they asked for it. Reports of it are settled.
    """
    validate_reason("reason", reason)
    with verb("news.refuse_comment", by=by, about=comment, reason=reason):
        lock(comment)
        _validate_state(comment, "refuse_comment")
        comment.state = CommentState.REFUSED
        comment.refusal_reason = reason[:300]
        _decide(comment, by)
        comment.save()
        _settle(comment)
        tell_of_decision(comment, by)


def show_all(*, comments: Iterable[Comment], by: User) -> int:
    """Let several comments show, one act each; what is decided already is passed over."""
    return _each(comments, "show_comment", lambda one: show_comment(comment=one, by=by))


def refuse_all(*, comments: Iterable[Comment], reason: str, by: User) -> int:
    """Keep several comments back for the same reason, one act each."""
    validate_reason("reason", reason)
    return _each(
        comments,
        "refuse_comment",
        lambda one: refuse_comment(comment=one, reason=reason, by=by),
    )


def answer_comment(*, comment: Comment, text: str, by: User) -> Comment:
    """Answer a comment in the name of the editors; the answer shows at once."""
    with verb("news.answer_comment", by=by, about=comment):
        lock(comment)
        _validate_state(comment, "answer_comment")
        answer = Comment(
            article=comment.article,
            parent=comment,
            user=by,
            name=str(_("The editors")),
            text=text,
            state=CommentState.SHOWN,
        )
        _decide(answer, by)
        answer.clean_fields(exclude=["article", "parent", "user", "decided_by"])
        answer.clean()
        answer.save()
        tell_of_answer(answer, by)
    return answer


def settle_reports(*, comment: Comment, by: User) -> None:
    """Note that an editor has looked at what readers reported, and leaves the comment."""
    with verb("news.settle_reports", by=by, about=comment) as act:
        act.note(reports=_settle(comment))


def erase_comment(*, comment: Comment, reason: str, by: User) -> None:
    """Take name, address and words out of a comment for good, because its writer asked.

    Where others have answered, an empty place stays.
    """
    validate_reason("reason", reason)
    with verb("news.erase_comment", by=by, about=comment, reason=reason):
        lock(comment)
        comment.empty()
        comment.save()
    forget_words(comment)


def close_comments(*, article: NewsArticle, by: User) -> None:
    """Take no more comments on an article; those that are shown stay."""
    _set_open(article, by, is_open=False)


def open_comments(*, article: NewsArticle, by: User) -> None:
    """Take comments on an article again."""
    _set_open(article, by, is_open=True)


def _set_open(article: NewsArticle, by: User, *, is_open: bool) -> None:
    name = "news.open_comments" if is_open else "news.close_comments"
    with verb(name, by=by, about=article):
        lock(article)
        article.comments_open = is_open
        article.save(update_fields=["comments_open"])


def _validate_state(comment: Comment, name: str) -> None:
    if comment.state not in COMMENT_VERBS[name]:
        raise ValidationError(
            _("The comment stands at “%(state)s”, which does not allow this.")
            % {"state": comment.get_state_display()}
        )


def _decide(comment: Comment, by: User) -> None:
    comment.decided_at, comment.decided_by = timezone.now(), by


def _settle(comment: Comment) -> int:
    return comment.reports.filter(settled_at=None).update(settled_at=timezone.now())


def _each(comments: Iterable[Comment], name: str, do: object) -> int:
    done = 0
    for comment in comments:
        if comment.state in COMMENT_VERBS[name]:
            do(comment)  # type: ignore[operator]
            done += 1
    return done
