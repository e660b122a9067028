"""Registers in the ten columns of decree 30/2020/NĐ-CP, appendix IV, and as a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from lienhiep.core.text import format_date
from lienhiep.office.choices import Direction, DocumentState
from lienhiep.office.models import OfficialDocument, RegisterBook

ABSTRACT = gettext_lazy("Kind and abstract")
RECEIVED_BY = gettext_lazy("Signature of receipt")
REMARKS = pgettext_lazy("office", "Remarks")
SYMBOL = gettext_lazy("Number, symbol")

DAY = re.compile(r"\d\d/\d\d/\d{4}")

HEADS = {
    Direction.ISSUED: (
        SYMBOL,
        gettext_lazy("Date of the document"),
        ABSTRACT,
        gettext_lazy("Who signed"),
        gettext_lazy("Places of receipt"),
        gettext_lazy("Unit that keeps the copy"),
        gettext_lazy("Number of copies"),
        gettext_lazy("Day of sending"),
        RECEIVED_BY,
        REMARKS,
    ),
    Direction.RECEIVED: (
        gettext_lazy("Day of arrival"),
        gettext_lazy("Arrival no."),
        gettext_lazy("Author"),
        SYMBOL,
        gettext_lazy("Date of the document"),
        ABSTRACT,
        gettext_lazy("Unit or person receiving"),
        gettext_lazy("Day of passing on"),
        RECEIVED_BY,
        REMARKS,
    ),
}
"""The columns in the order of the law; for the office, not for the program."""


def lines_of(book: RegisterBook, documents: Iterable[OfficialDocument]) -> list[list[str]]:
    """Return the cells of each entry, as they are printed."""
    line = _outgoing if book.direction == Direction.ISSUED else _incoming
    return [line(document) for document in documents]


def workbook_of(book: RegisterBook, year: int, lines: list[list[str]]) -> bytes:
    """Return a register as a spreadsheet in which no cell is taken for a formula."""
    made = Workbook(write_only=True)
    sheet = made.create_sheet(f"{year}")
    for line in ([str(head) for head in HEADS[Direction(book.direction)]], *lines):
        cells = []
        for text in line:
            cells.append(_cell(sheet, text))
        sheet.append(cells)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _cell(sheet: Any, text: str) -> WriteOnlyCell:
    """Return a day as a day, so that it can be sorted and counted with; all else as text."""
    if DAY.fullmatch(text):
        cell = WriteOnlyCell(sheet, value=date(*map(int, reversed(text.split("/")))))
        cell.number_format = "dd/mm/yyyy"
        return cell
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell


def _outgoing(document: OfficialDocument) -> list[str]:
    return [
        document.symbol,
        _day(document.issued_on),
        _abstract(document),
        document.signer_name,
        document.destinations,
        document.kept_by,
        str(document.copies or ""),
        _day(document.forwarded_on or document.issued_on),
        "",
        _remarks(document),
    ]


def _incoming(document: OfficialDocument) -> list[str]:
    return [
        _day(document.received_on),
        document.register_label,
        str(document.issuer or ""),
        document.symbol,
        _day(document.issued_on),
        _abstract(document),
        str(document.assigned_to.full_name if document.assigned_to else ""),
        _day(document.assigned_on or document.forwarded_on),
        "",
        _remarks(document),
    ]


def _abstract(document: OfficialDocument) -> str:
    return f"{document.kind}: {document.summary}"


def _remarks(document: OfficialDocument) -> str:
    match document.state:
        case DocumentState.VOIDED:
            return _("Void: %(reason)s") % {"reason": document.void_reason}
        case DocumentState.WITHDRAWN:
            return _("Recalled on %(day)s") % {"day": _day(document.withdrawn_on)}
    return document.get_urgency_display() if document.urgency != "normal" else ""


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
