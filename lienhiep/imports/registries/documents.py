"""Documents of a register kept until now in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.numbering import forget_numbers
from lienhiep.core.text.symbols import symbol_key
from lienhiep.core.validators import validate_not_before, validate_not_in_future
from lienhiep.imports.registries.matching import known_organisation, organisation_of
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets
from lienhiep.office.actions.numbers import bind, give_number
from lienhiep.office.choices import BookKind, Direction, DocumentUrgency, OriginLevel
from lienhiep.office.models import DocumentKind, OfficialDocument, RegisterBook


def _books() -> Iterable[tuple[str, RegisterBook]]:
    """Secret papers and complaint letters come in by hand, one by one."""
    open_books = RegisterBook.objects.filter(is_active=True, kind=BookKind.GENERAL)
    return [(book.name, book) for book in open_books]


def _kinds() -> Iterable[tuple[str, DocumentKind]]:
    return [(kind.name, kind) for kind in DocumentKind.objects.filter(is_active=True)]


COLUMNS = (
    Column(
        "direction",
        pgettext_lazy("spreadsheet", "Incoming or outgoing"),
        cells.choice_of(Direction),
        offered=lambda: cells.labels_of(Direction),
        note=pgettext_lazy("spreadsheet", "Empty: an incoming document."),
    ),
    Column(
        "book",
        pgettext_lazy("spreadsheet", "Register"),
        cells.one_of(_books),
        offered=lambda: [name for name, _book in _books()],
        note=pgettext_lazy("spreadsheet", "Empty: the general register of the direction."),
        also=("Sổ",),
    ),
    Column(
        "register_number",
        pgettext_lazy("spreadsheet", "Number in the register"),
        cells.whole_number,
        example="15",
        note=pgettext_lazy(
            "spreadsheet", "As it stands in the old register. Empty: the next number is given."
        ),
        also=("Số đến", "Số đi"),
    ),
    Column(
        "received_on",
        pgettext_lazy("spreadsheet", "Day of arrival"),
        cells.day,
        example="15/03/2022",
        note=pgettext_lazy("spreadsheet", "Must be there for an incoming document."),
    ),
    Column(
        "symbol",
        pgettext_lazy("spreadsheet", "Number and symbol"),
        example="590/QĐ-UBND",
        also=("Số, ký hiệu", "Số hiệu"),
    ),
    Column(
        "issued_on",
        pgettext_lazy("spreadsheet", "Date of the document"),
        cells.day,
        required=True,
        example="10/03/2022",
        also=("Ngày tháng văn bản", "Ngày ban hành"),
    ),
    Column(
        "kind",
        pgettext_lazy("spreadsheet", "Kind of document"),
        cells.one_of(_kinds),
        required=True,
        offered=lambda: [name for name, _kind in _kinds()],
        also=("Tên loại", "Loại"),
    ),
    Column(
        "issuer",
        pgettext_lazy("spreadsheet", "Issuing body"),
        example="Ủy ban nhân dân tỉnh Nghệ An",
        note=pgettext_lazy(
            "spreadsheet", "An organisation of the directory, by its name, short name or alias."
        ),
        also=("Tác giả", "Nơi ban hành"),
    ),
    Column("summary", pgettext_lazy("spreadsheet", "Abstract"), required=True, also=("Nội dung",)),
    Column(
        "origin",
        pgettext_lazy("spreadsheet", "Level of origin"),
        cells.choice_of(OriginLevel),
        offered=lambda: cells.labels_of(OriginLevel),
    ),
    Column(
        "urgency",
        pgettext_lazy("spreadsheet", "Degree of urgency"),
        cells.choice_of(DocumentUrgency),
        offered=lambda: cells.labels_of(DocumentUrgency),
        also=("Mức độ khẩn",),
    ),
    Column("signer_name", pgettext_lazy("spreadsheet", "Signed by"), also=("Người ký",)),
    Column("signer_position", pgettext_lazy("spreadsheet", "Position of the signer")),
    Column("pages", pgettext_lazy("spreadsheet", "Pages"), cells.whole_number),
    Column("destinations", pgettext_lazy("spreadsheet", "Places of receipt"), also=("Nơi nhận",)),
    Column(
        "due_on",
        pgettext_lazy("spreadsheet", "To be handled by"),
        cells.day,
        also=("Hạn xử lý",),
    ),
    Column("note", pgettext_lazy("spreadsheet", "Note")),
)


def find(facts: Facts) -> OfficialDocument | None:
    """Return the document of the same symbol, day and issuer that stands in a register."""
    key = symbol_key(str(facts.get("symbol", "")))
    if not key:
        return None
    issuer = known_organisation("issuer", facts["issuer"]) if facts.get("issuer") else None
    same = OfficialDocument.objects.filter(
        direction=facts.get("direction", Direction.RECEIVED),
        issued_on=facts["issued_on"],
        issuer=issuer,
        voided_on=None,
    ).exclude(symbol="")
    return next((one for one in same if symbol_key(one.symbol) == key), None)


def make(facts: Facts, by: Any) -> list[models.Model]:
    """Enter a document in its register, with the number that it bore there."""
    facts = dict(facts)
    direction = facts.pop("direction", Direction.RECEIVED)
    number = facts.pop("register_number", None)
    book = facts.pop("book", None) or _general_book(direction)
    if facts.get("issuer"):
        facts["issuer"] = organisation_of("issuer", facts["issuer"])
    issued_on: date = facts["issued_on"]
    on: date = facts.get("received_on") or issued_on
    if direction == Direction.RECEIVED and "received_on" not in facts:
        raise ValidationError({"received_on": _("Must be there for an incoming document.")})
    validate_not_in_future("received_on", on)
    validate_not_before("received_on", on, issued_on)
    if direction == Direction.ISSUED:
        facts["signed_on"] = issued_on
    document = OfficialDocument(direction=direction, book=book, registered_by=by, **facts)
    document.full_clean()
    try:
        give_number(document=document, on=on, by=by, wanted=number)
    except ValidationError as refusal:
        raise ValidationError({"register_number": refusal.messages}) from refusal
    document.save()
    bind(document)
    return [document]


def before_undo(document: models.Model) -> None:
    """Give up the number: the register is as it was before the file came in."""
    forget_numbers(document)


def _general_book(direction: str) -> RegisterBook:
    books = [book for _name, book in _books() if book.direction == direction]
    if len(books) != 1:
        raise ValidationError({"book": _("Say in which register the document stands.")})
    return books[0]


DOCUMENTS = takes_spreadsheets(
    Sheet(
        code="documents",
        label=pgettext_lazy("spreadsheet", "Documents of a register"),
        about=pgettext_lazy(
            "spreadsheet", "Documents received and issued: one row for each, with its numbers."
        ),
        model=OfficialDocument,
        columns=COLUMNS,
        find=find,
        make=make,
        before_undo=before_undo,
    )
)
