"""Numbers of our registers: given with the entry, voided with it, never given twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import union_identity
from lienhiep.core.numbering import (
    bind_number,
    reserve,
    restore_number,
    take_late_number,
    take_number,
    void_number,
)
from lienhiep.core.text.symbols import Symbol
from lienhiep.core.validators import validate_reason
from lienhiep.office.choices import BookPeriod, Direction, DocumentSystem
from lienhiep.office.models import OfficialDocument, RegisterBook
from lienhiep.office.validators import validate_runs_on


def give_number(
    *,
    document: OfficialDocument,
    on: date,
    by: User,
    after: int | None = None,
    reason: str = "",
    wanted: int | None = None,
) -> None:
    """Give a document its number in its register; the document is saved by the caller.

    `after` asks for a late number (15a) behind one already given; `wanted` for one that was
    reserved. Numbers rise with the days, so any other must not be dated before the last.
    """
    book = document.book
    document.year, document.series = on.year, book.series_of(document.kind, on)
    where = series_of(document)
    if after is not None:
        document.register_suffix = take_late_number(**where, after=after, by=by, reason=reason)
        document.register_number = after
        return
    if wanted is None:
        validate_runs_on("on", on, _last_day(document))
    document.register_number = take_number(**where, by=by, wanted=wanted)


def bind(document: OfficialDocument) -> None:
    """Say in the book of numbers which document bears the number, once it has an id."""
    bind_number(**series_of(document), **_number_of(document), record=document)


def void(document: OfficialDocument, reason: str, by: User) -> None:
    """Declare the number of a document void; it is never given to another."""
    if document.register_number is not None:
        void_number(**series_of(document), **_number_of(document), by=by, reason=reason)


def restore(document: OfficialDocument, reason: str, by: User) -> None:
    """Let the number of a document stand again."""
    if document.register_number is not None:
        restore_number(**series_of(document), **_number_of(document), by=by, reason=reason)


def symbol_of(document: OfficialDocument) -> str:
    """Return number and symbol as the law wants them, once the number is given.

    15/LHH-VP for an official letter, 232/QĐ-LHH for a named kind, 05-NQ/CB for the Party
    (decree 30/2020/NĐ-CP, appendix I; guidance 36-HD/VPTW).
    """
    identity = union_identity()
    body = document.book.body_symbol or (identity.symbol if identity else "LHH")
    kind = document.kind
    is_party = kind.system == DocumentSystem.PARTY
    if is_party:
        notation = f"{kind.abbreviation}/{body}"
    elif kind.abbreviation:
        notation = f"{kind.abbreviation}-{body}"
    else:
        notation = "-".join(filter(None, [body, document.unit_symbol]))
    number, suffix = document.register_number or 0, document.register_suffix
    return str(Symbol(number=number, suffix=suffix, notation=notation, is_party=is_party))


def reserve_numbers(*, book: RegisterBook, count: int, on: date, reason: str, by: User) -> range:
    """Keep a block of the next numbers of a register that runs by the year."""
    validate_reason("reason", reason)
    with verb("office.reserve_numbers", by=by, about=book, reason=reason) as act:
        lock(book)
        block = reserve(book=book.series_code, year=on.year, count=count, by=by, reason=reason)
        act.note(first=block[0], last=block[-1], year=on.year)
    return block


def explain_number(*, book: RegisterBook, year: int, number: int, reason: str, by: User) -> None:
    """Declare void, with the reason, a number that was passed over or reserved for nothing."""
    validate_reason("reason", reason)
    with verb("office.explain_number", by=by, about=book, reason=reason) as act:
        lock(book)
        take_number(book=book.series_code, year=year, wanted=number, by=by)
        void_number(book=book.series_code, year=year, number=number, by=by, reason=reason)
        act.note(number=number, year=year)


def series_of(document: OfficialDocument) -> dict[str, Any]:
    """Return the series in the book of numbers to which a document's number belongs."""
    book = document.book
    if book.runs_by == BookPeriod.YEAR:
        return {"book": book.series_code, "year": document.year}
    return {"book": book.series_code, "term": document.series}


def _number_of(document: OfficialDocument) -> dict[str, Any]:
    return {"number": document.register_number, "suffix": document.register_suffix}


def _last_day(document: OfficialDocument) -> date | None:
    """Return the latest day that a number of the same series bears."""
    day = "received_on" if document.direction == Direction.RECEIVED else "issued_on"
    standing = OfficialDocument.objects.filter(
        book=document.book, series=document.series, register_number__isnull=False
    )
    found: date | None = standing.aggregate(last=Max(day))["last"]
    return found
