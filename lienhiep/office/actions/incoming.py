"""A document that came in: entered in the register at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.text.symbols import symbol_key
from lienhiep.core.validators import validate_not_before, validate_not_in_future
from lienhiep.office.actions.numbers import bind, give_number
from lienhiep.office.choices import Direction
from lienhiep.office.models import (
    DocumentKind,
    DocumentReader,
    OfficialDocument,
    RegisterBook,
)


def register_incoming(
    *,
    book: RegisterBook,
    kind: DocumentKind,
    summary: str,
    on: date,
    by: User,
    readers: Sequence[User] = (),
    after: int | None = None,
    reason: str = "",
    **facts: Any,
) -> OfficialDocument:
    """Enter a document in a register of arrivals, with the next number (số đến).

    `facts` are the other fields of the document: symbol, date, issuer, level, files. With
    `after` it gets a late number such as 15a, for which a reason is asked. Refuses a
    document that stands in a register already, and a day before the document's own.
    """
    validate_not_in_future("received_on", on)
    validate_not_before("received_on", on, facts.get("issued_on"))
    with verb("office.register_incoming", by=by, reason=reason) as act:
        document = OfficialDocument(
            direction=Direction.RECEIVED,
            book=book,
            kind=kind,
            summary=summary,
            received_on=on,
            registered_by=by,
            **facts,
        )
        # What the constraints ask is given by the act itself; the database holds it.
        document.full_clean(validate_constraints=False)
        _validate_new(document)
        give_number(document=document, on=on, by=by, after=after, reason=reason)
        document.save()
        act.about(document)
        bind(document)
        _name(document, readers)
    return document


def name_readers(*, document: OfficialDocument, readers: Sequence[User], by: User) -> None:
    """Say who reads a secret document beside the one who registered it."""
    with verb("office.name_readers", by=by, about=document):
        wanted = {user.pk for user in readers}
        for row in document.named_readers.all():
            if row.user_id not in wanted:
                row.delete()
        _name(document, readers)


def _name(document: OfficialDocument, readers: Sequence[User]) -> None:
    named = set(document.named_readers.values_list("user", flat=True))
    for user in readers:
        if user.pk not in named:
            DocumentReader(document=document, user=user).save()


def _validate_new(document: OfficialDocument) -> None:
    """Refuse a second entry of the same document: symbol, date and issuer are the same."""
    if not document.symbol:
        return
    same = OfficialDocument.objects.received().filter(
        issued_on=document.issued_on, issuer=document.issuer, voided_on=None
    )
    key = symbol_key(document.symbol)
    for other in same.exclude(symbol="").only("symbol", "register_number", "register_suffix"):
        if symbol_key(other.symbol) == key:
            raise ValidationError(
                {
                    "symbol": _("This document is registered already, as number %(number)s.")
                    % {"number": other.register_label}
                }
            )
