"""Questions of readers: how they are asked, answered on the site, or turned down."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason
from lienhiep.portal.choices import QUESTION_VERBS, QuestionState
from lienhiep.portal.models import Question, QuestionCategory


def ask_question(
    *,
    title: str,
    text: str = "",
    category: QuestionCategory | None = None,
    name: str = "",
    place: str = "",
    email: str = "",
    shows_name: bool = False,
    by: Any = None,
) -> Question:
    """Take in a question of a reader (đặt câu hỏi); readers see it once it is answered.

    Who gave an e-mail address is told that it came in, and what became of it.
    """
    question = Question(
        title=title,
        text=text,
        category=category,
        name=name,
        place=place,
        email=email,
        shows_name=shows_name,
    )
    question.clean()
    question.clean_fields()
    with verb("portal.ask_question", by=by) as act:
        question.save()
        act.about(question)
    _mail(question, "received")
    return question


def publish_answer(*, question: Question, by: User) -> None:
    """Show a question with its answer on the site (đăng câu trả lời)."""
    with verb("portal.publish_answer", by=by, about=question):
        lock(question)
        _validate_state(question, "publish_answer")
        if not strip_tags(question.answer).strip():
            raise ValidationError(_("Write the answer first, then publish it."))
        question.state = QuestionState.PUBLISHED
        question.published_at = question.published_at or timezone.now()
        question.refusal_reason = ""
        _decide(question, by)
    _mail(question, "answered")


def refuse_question(*, question: Question, reason: str, by: User) -> None:
    """Turn a question down (không trả lời trên trang); the asker is told why."""
    validate_reason("reason", reason)
    with verb("portal.refuse_question", by=by, about=question, reason=reason):
        lock(question)
        _validate_state(question, "refuse_question")
        question.state = QuestionState.REFUSED
        question.refusal_reason = reason[:300]
        _decide(question, by)
    _mail(question, "refused")


def withdraw_answer(*, question: Question, reason: str, by: User) -> None:
    """Take a question with its answer off the site (gỡ câu trả lời); it waits again."""
    validate_reason("reason", reason)
    with verb("portal.withdraw_answer", by=by, about=question, reason=reason):
        lock(question)
        _validate_state(question, "withdraw_answer")
        question.state = QuestionState.WAITING
        question.published_at = None
        _decide(question, by)


def _decide(question: Question, by: User) -> None:
    question.decided_at, question.decided_by = timezone.now(), by
    question.save()


def _mail(question: Question, step: str) -> None:
    if question.email:
        start_job("portal.mail_question", by=None, question_id=question.pk, step=step)


def _validate_state(question: Question, name: str) -> None:
    if question.state not in QUESTION_VERBS[name]:
        raise ValidationError(
            _("The question is “%(state)s” now.") % {"state": question.get_state_display()}
        )
