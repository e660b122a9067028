"""Texts of consents: drafted, put in force from a day, followed by later ones."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import ConsentText, User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import validate_reason

TAKEN_OVER = (
    "purpose",
    "text",
    "data_kinds",
    "recipients",
    "retention",
    "legal_basis",
)


def text_in_force(purpose: str, on: date) -> ConsentText | None:
    """Return the text that somebody is asked with on a day, None where none is in force."""
    rows = ConsentText.objects.filter(purpose=purpose, valid_from__lte=on)
    return rows.order_by("-valid_from").first()


def texts_in_force(purposes: Any, on: date) -> dict[str, ConsentText]:
    """Return the texts in force for some purposes, in one query."""
    rows = ConsentText.objects.filter(purpose__in=list(purposes), valid_from__lte=on)
    return {text.purpose: text for text in rows.order_by("valid_from")}


def put_text_in_force(*, text: ConsentText, on: date, by: User | None) -> None:
    """Approve a draft from a day on; from then on its words never change.

    Refuses a day that is over, since people were asked with the earlier text then, and one
    that does not follow the newest text of the purpose.
    """
    if by is not None and on < today():
        raise ValidationError(
            {"on": _("This day is over. A text holds from today at the earliest.")}
        )
    with verb("accounts.put_text_in_force", by=by, about=text):
        lock(text)
        if not text.is_draft:
            raise ValidationError(_("This text is in force already."))
        others = ConsentText.objects.filter(purpose=text.purpose, valid_from__gte=on)
        if others.exists():
            raise ValidationError(
                {"on": _("A text of this purpose begins on this day or later. Choose a later day.")}
            )
        text.valid_from = on
        text.version = _next_version(text.purpose, on)
        text.approved_by = by
        text.approved_on = today() if by is not None else on
        text.full_clean()
        text.save()


def follow_text(*, text: ConsentText, by: User) -> ConsentText:
    """Draft the text that shall follow this one, beginning with its words."""
    with verb("accounts.follow_text", by=by, about=text) as act:
        if ConsentText.objects.filter(purpose=text.purpose, valid_from=None).exists():
            raise ValidationError(_("A draft of this purpose is being written already."))
        draft = ConsentText(**{name: getattr(text, name) for name in TAKEN_OVER})
        draft.full_clean()
        draft.save()
        act.also_about(draft)
    return draft


def take_back_text(*, text: ConsentText, reason: str, by: User) -> None:
    """Make a text that nobody has been asked with a draft again."""
    validate_reason("reason", reason)
    with verb("accounts.take_back_text", by=by, about=text, reason=reason):
        lock(text)
        if text.valid_from is None or text.valid_from <= today() or text.consents.exists():
            raise ValidationError(_("People may have read this text. Write one that follows it."))
        text.valid_from = None
        text.version = ""
        text.approved_by = None
        text.approved_on = None
        text.save()


def _next_version(purpose: str, on: date) -> str:
    known = set(ConsentText.objects.filter(purpose=purpose).values_list("version", flat=True))
    number = 1
    while (version := f"{on.year}-{number:02}") in known:
        number += 1
    return version
