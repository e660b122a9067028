"""Taking over a register that was kept elsewhere: on paper, or in an older system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.numbering import enter_numbers, last_number
from lienhiep.office.actions.dispatching import ReceiptRow, due_after, receipts_of
from lienhiep.office.actions.numbers import series_of, symbol_of
from lienhiep.office.choices import Direction
from lienhiep.office.models import Dispatch, OfficialDocument, Receipt, RegisterBook
from lienhiep.office.validators import validate_sendable

LINKS = ("book", "kind", "issuer", "original", "attachment", "registered_by")
"""What is given as a record, and needs no question whether it exists."""


class DocumentRow(NamedTuple):
    """An entry of the register: its day, the facts of the document, and to whom it was sent."""

    on: date
    facts: dict[str, Any]
    sent_on: date | None = None
    recipients: Sequence[ReceiptRow] = ()


def load_register(
    *, book: RegisterBook, rows: Sequence[DocumentRow], by: User
) -> list[OfficialDocument]:
    """Enter many documents of the past at once, in their order, with the next numbers.

    One entry in the history of the register names them all. A wrong row is refused by its
    place in the list; then nothing at all is loaded.
    """
    with verb("office.load_register", by=by, about=book) as act:
        lock(book)
        documents = [_prepared(book, row, place, by) for place, row in enumerate(rows, start=1)]
        _number(documents)
        made = record_all(documents)
        for of_series in _by_series(made).values():
            numbers = {document.register_number or 0: document for document in of_series}
            enter_numbers(**series_of(of_series[0]), records=numbers, by=by)
        _send(list(zip(made, rows, strict=True)), by)
        act.note(documents=len(made))
    return made


def _prepared(book: RegisterBook, row: DocumentRow, place: int, by: User) -> OfficialDocument:
    is_received = book.direction == Direction.RECEIVED
    document = OfficialDocument(
        book=book,
        direction=book.direction,
        registered_by=by,
        forwarded_on=row.sent_on,
        **{"received_on" if is_received else "issued_on": row.on},
        **row.facts,
    )
    document.year, document.series = row.on.year, book.series_of(document.kind, row.on)
    try:
        document.clean_fields(exclude=LINKS)
        document.clean()
        if row.sent_on is not None:
            validate_sendable(document)
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": place, "title": document.summary, "why": " ".join(refusal.messages)}
        ) from refusal
    document.tidy()
    return document


def _number(documents: list[OfficialDocument]) -> None:
    """Give the documents of each series the numbers that follow its last."""
    for of_series in _by_series(documents).values():
        where = series_of(of_series[0])
        for number, document in enumerate(of_series, start=last_number(**where) + 1):
            document.register_number = number
            if document.direction == Direction.ISSUED and not document.symbol:
                document.symbol = symbol_of(document)
                document.tidy()


def _by_series(documents: list[OfficialDocument]) -> dict[str, list[OfficialDocument]]:
    found: dict[str, list[OfficialDocument]] = defaultdict(list)
    for document in documents:
        found[document.series].append(document)
    return found


def _send(entries: list[tuple[OfficialDocument, DocumentRow]], by: User) -> None:
    """Keep to whom each document was sent, and open it to them."""
    sent = [(document, row, row.sent_on) for document, row in entries if row.sent_on is not None]
    if not sent:
        return
    dispatches = record_all(
        [
            Dispatch(
                document=document,
                sent_on=sent_on,
                sent_by=by,
                due_on=due_after(sent_on),
            )
            for document, _row, sent_on in sent
        ]
    )
    receipts: list[Receipt] = []
    for dispatch, (_document, row, _on) in zip(dispatches, sent, strict=True):
        receipts += receipts_of(dispatch, row.recipients)
    record_all(receipts)
    OfficialDocument.after_all_recorded([document for document, _row, _on in sent])
