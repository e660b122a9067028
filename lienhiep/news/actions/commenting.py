"""What readers do with comments: write, change, take back, and report them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.erasing import Place, empty_history
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.news.choices import CommentState
from lienhiep.news.comment_notices import tell_of_receipt
from lienhiep.news.models import Comment, CommentReport, NewsArticle
from lienhiep.news.rules import comments_are_shown, may_be_commented, may_still_be_changed
from lienhiep.news.spam import validate_welcome


def write_comment(
    *,
    article: NewsArticle,
    name: str,
    text: str,
    by: Any,
    parent: Comment | None = None,
    email: str = "",
    wants_mail: bool = False,
    sender: str = "",
) -> Comment:
    """Take in a comment (gửi bình luận); it waits for an editor.

    `sender` is a word for the browser, where it may be changed and taken back. Refuses where
    comments are closed, an answer to what is not shown there, and unwelcome text.
    """
    if not may_be_commented(article):
        raise ValidationError(_("This article takes no comments now."))
    if parent is not None and (parent.article_id != article.pk or not parent.is_shown):
        raise ValidationError(_("The comment that you answer is not shown any more."))
    if wants_mail and not email:
        raise ValidationError({"email": _("Write the address to which we should tell you.")})
    comment = Comment(
        article=article,
        parent=parent,
        user=by,
        name=name,
        email=email,
        wants_mail=wants_mail,
        text=text,
        edit_key=sender,
    )
    comment.clean_fields(exclude=["article", "parent", "user"])
    comment.clean()
    comment.marks = validate_welcome(comment.text, article)
    with verb("news.write_comment", by=by) as act:
        comment.save()
        act.about(comment)
    if comment.wants_mail:
        tell_of_receipt(comment)
    return comment


def change_comment(*, comment: Comment, text: str, by: Any) -> None:
    """Let its writer change a comment soon after writing; it waits for an editor again."""
    with verb("news.change_comment", by=by, about=comment):
        lock(comment)
        _validate_open(comment)
        before = comment.text
        comment.text = text
        comment.clean_fields(exclude=["article", "parent", "user"])
        comment.clean()
        if comment.text == before:
            return
        comment.marks = validate_welcome(comment.text, comment.article)
        comment.edited_at = timezone.now()
        comment.state = CommentState.WAITING
        comment.decided_at = comment.decided_by = None
        comment.save()


def withdraw_comment(*, comment: Comment, by: Any) -> None:
    """Let its writer take a comment back, at any time: it is a deletion on request.

    Name, address and words go; where others have answered, an empty place stays.
    """
    with verb("news.withdraw_comment", by=by, about=comment):
        lock(comment)
        if comment.state == CommentState.WITHDRAWN:
            raise ValidationError(_("The comment has been taken back already."))
        comment.empty()
        comment.save()
    forget_words(comment)


def forget_words(comment: Comment) -> None:
    """Take the words out of the history as well: a deletion on request leaves none."""
    empty_history([Place(comment, name, True) for name in ("text", "user")], "…")


def report_comment(*, comment: Comment, ground: str, reporter: str, note: str = "") -> bool:
    """Take in that a reader finds a comment wrong (báo cáo vi phạm); once from each reader.

    Return whether it is new. Nobody is told who reported it, and nothing is hidden by it.
    """
    if not (comments_are_shown() and comment.is_shown and comment.article.is_open_to_readers):
        raise ValidationError(_("The comment is not shown any more."))
    report = CommentReport(comment=comment, ground=ground, note=note, reporter=reporter)
    report.clean_fields(exclude=["comment", "settled_at"])
    _known, is_new = CommentReport.objects.get_or_create(
        comment=comment,
        reporter=reporter,
        defaults={"ground": ground, "note": note},
    )
    return is_new


def _validate_open(comment: Comment) -> None:
    if not may_still_be_changed(comment):
        raise ValidationError(_("The time in which the comment can be changed is over."))
