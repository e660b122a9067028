"""The proof of an article (bản in thử): sent to its contributors, read and answered."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
)
from lienhiep.journal.choices import ARTICLE_VERBS, IN_PREPARATION
from lienhiep.journal.models import Article
from lienhiep.journal.notices import PROOF_SENT, tell_authors


def ask_for_proof(*, article: Article, on: date, due: date, by: User) -> None:
    """Send the proof to the contributors, to be read by a day; an older answer falls away.

    Refuses an article without text to read, and one whose issue is signed already.
    """
    validate_not_in_future("on", on)
    validate_not_before("due", due, on)
    with verb("journal.ask_for_proof", by=by, about=article):
        lock(article)
        _validate_open(article, "ask_for_proof")
        if not article.web_text:
            raise ValidationError(_("There is no text to read yet."))
        article.proof_asked_on = on
        article.proof_due_on = due
        article.proof_answered_on = None
        article.proof_remarks = ""
        article.save()
        tell_authors(article, PROOF_SENT, by)


def answer_proof(*, article: Article, on: date, by: User, remarks: str = "") -> None:
    """Answer a proof in the name of a contributor; without remarks it is agreed to."""
    validate_not_in_future("on", on)
    with verb("journal.answer_proof", by=by, about=article):
        lock(article)
        _validate_open(article, "answer_proof")
        if not article.waits_for_proof:
            raise ValidationError(_("This proof has been answered, or none was sent."))
        validate_not_before("on", on, article.proof_asked_on)
        article.proof_answered_on = on
        article.proof_remarks = remarks
        article.save()


def _validate_open(article: Article, name: str) -> None:
    """Refuse once the issue is signed: what is at the printer is corrected no more."""
    validate_has_state(article, *ARTICLE_VERBS[name])
    validate_has_state(article.issue, *IN_PREPARATION)
