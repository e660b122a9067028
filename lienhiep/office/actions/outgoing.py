"""A document of our own: drafted, signed, numbered and issued."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.office.actions.numbers import bind, give_number, symbol_of
from lienhiep.office.choices import DOCUMENT_VERBS, Direction, OriginLevel
from lienhiep.office.models import DocumentKind, OfficialDocument, RegisterBook


def draft_outgoing(
    *,
    book: RegisterBook,
    kind: DocumentKind,
    summary: str,
    by: User,
    on: date | None = None,
    **facts: Any,
) -> OfficialDocument:
    """Put a draft before whoever signs; number and date come when it is issued.

    `facts` are the other fields of the document. The issuer is the Union itself unless said,
    the day is today.
    """
    validate_not_in_future("on", on)
    with verb("office.draft_outgoing", by=by) as act:
        facts.setdefault("origin", OriginLevel.UNION)
        if facts.get("issuer") is None:
            facts["issuer"] = _own_union()
        document = OfficialDocument(
            direction=Direction.ISSUED,
            book=book,
            kind=kind,
            summary=summary,
            registered_by=by,
            drafted_on=on or today(),
            **facts,
        )
        document.full_clean(validate_constraints=False)
        document.save()
        act.about(document)
    return document


def sign_outgoing(
    *,
    document: OfficialDocument,
    on: date,
    by: User,
    signer_name: str = "",
    signer_position: str = "",
) -> None:
    """Record that a draft was signed; unless said otherwise, by the one who records it."""
    validate_not_in_future("on", on)
    with verb("office.sign_outgoing", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["sign_outgoing"])
        document.signed_on, document.signed_by = on, by
        document.signer_name = signer_name or document.signer_name or by.full_name
        document.signer_position = signer_position or document.signer_position
        document.save()


def take_back_signature(*, document: OfficialDocument, reason: str, by: User) -> None:
    """Take a signature back before the document has its number; it is a draft again."""
    validate_reason("reason", reason)
    with verb("office.take_back_signature", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["take_back_signature"])
        document.signed_on = document.signed_by = None
        document.save()


def issue_outgoing(
    *, document: OfficialDocument, on: date, by: User, wanted: int | None = None
) -> None:
    """Give a signed document its number and date (cấp số, phát hành).

    The number is the next of its register, or `wanted`, one that was reserved. Refuses a
    day before the signature, and one before the last number of the register.
    """
    validate_not_in_future("on", on)
    with verb("office.issue_outgoing", by=by, about=document):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["issue_outgoing"])
        validate_not_before("on", on, document.signed_on)
        give_number(document=document, on=on, by=by, wanted=wanted)
        _issue(document, on)


def issue_late(*, document: OfficialDocument, on: date, after: int, reason: str, by: User) -> None:
    """Give a signed document a late number such as 15a, behind one that was given already."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("office.issue_late", by=by, about=document, reason=reason):
        lock(document)
        validate_has_state(document, *DOCUMENT_VERBS["issue_late"])
        validate_not_before("on", on, document.signed_on)
        give_number(document=document, on=on, by=by, after=after, reason=reason)
        _issue(document, on)


def _issue(document: OfficialDocument, on: date) -> None:
    """Put date and symbol on a document that has its number."""
    document.issued_on = on
    document.symbol = symbol_of(document)
    document.full_clean(validate_constraints=False)
    document.save()
    bind(document)


def _own_union() -> Organisation:
    own = Organisation.objects.of_kind(OrganisationKind.OWN_UNION).unmerged().first()
    if own is None:
        raise ValidationError(
            {"issuer": _("The Union itself does not stand in the directory yet. Enter it first.")}
        )
    return own
