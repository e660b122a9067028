"""The registers of the demonstration, entered as an office takes over what it kept before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.demo.office import texts
from lienhiep.demo.office.facts import Kinds, facts_of, incoming
from lienhiep.demo.office.sendings import Sendings
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.office import actions
from lienhiep.office.actions import DocumentRow
from lienhiep.office.choices import (
    BookKind,
    Direction,
    DocumentSystem,
    DocumentUrgency,
    OriginLevel,
    Secrecy,
)
from lienhiep.office.models import OfficialDocument, RegisterBook
from lienhiep.office.reference import DECISIONS, INCOMING, OUTGOING, PARTY_OUTGOING

YEAR = 2022
SIGNER = "Người ký (trình diễn)"
STANDING = "TM. Ban Thường vụ, Phó Chủ tịch Thường trực"

RESOLUTIONS = (
    (
        date(2012, 11, 12),
        "20-NQ/TW",
        "Phát triển khoa học và công nghệ phục vụ sự nghiệp công nghiệp hóa, hiện đại hóa trong "
        "điều kiện kinh tế thị trường định hướng xã hội chủ nghĩa và hội nhập quốc tế",
        date(2012, 11, 1),
    ),
    (
        date(2016, 12, 20),
        "06-NQ/TU",
        "Phát triển khoa học và công nghệ giai đoạn 2016 - 2020",
        date(2016, 12, 14),
    ),
)
"""The two resolutions that were reviewed in 2022, registered in the years they came."""


def received(clerk: User, kinds: Kinds, public: frozenset[str]) -> list[OfficialDocument]:
    """Enter what came in 2021 and 2022, with to whom it was forwarded."""
    sendings = Sendings()
    lines = [(*line, False) for line in RESOLUTIONS]
    forwarded = [
        *_dated(YEAR - 1, texts.YEAR_BEFORE[:-1], forwarded=True),
        *_dated(YEAR - 1, texts.YEAR_BEFORE[-1:], forwarded=False),
        *_dated(YEAR, texts.FORWARDED, forwarded=True),
        *_dated(YEAR, texts.RECEIVED, forwarded=False),
    ]
    lines += sorted(forwarded)
    rows = []
    for place, (on, symbol, summary, issued_on, is_forwarded) in enumerate(lines):
        sent_on, recipients = sendings.of(on) if is_forwarded else (None, [])
        urgent = "/CĐ-" in symbol or place % 13 == 5
        facts = facts_of(kinds, symbol, summary, issued_on) | _on_site(symbol, on, public)
        facts["urgency"] = DocumentUrgency.URGENT if urgent else DocumentUrgency.NORMAL
        rows.append(DocumentRow(on, facts, sent_on, recipients))
    return actions.load_register(book=kinds.book(INCOMING), rows=rows, by=clerk)


def kept_apart(clerk: User, leader: User, kinds: Kinds) -> None:
    """Register one secret document and one complaint letter: they enter no figure."""
    incoming(
        clerk,
        kinds,
        date(YEAR, 6, 20),
        "11-CV/TU",
        "Văn bản mật của phần trình diễn",
        date(YEAR, 6, 17),
        book=RegisterBook.objects.get(kind=BookKind.SECRET, direction=Direction.RECEIVED),
        secrecy=Secrecy.SECRET,
        readers=[leader],
    )
    incoming(
        clerk,
        kinds,
        date(YEAR, 9, 12),
        "03/PC-SNV",
        "Phiếu chuyển đơn của công dân (trình diễn)",
        date(YEAR, 9, 9),
        book=RegisterBook.objects.get(kind=BookKind.COMPLAINTS),
    )


def issued(clerk: User, leader: User, kinds: Kinds, public: frozenset[str]) -> None:
    """Enter what the Union issued in 2022 and at the beginning of 2023."""
    general = [
        _row(kinds, leader, date(YEAR, month, day), code, summary)
        for day, month, code, summary in _days(texts.ISSUED)
    ]
    wrong = _row(kinds, leader, date(YEAR, 12, 27), "cong-van", "Văn bản cấp số nhầm")
    *_issued, mistaken = _load(kinds.book(OUTGOING), [*general, wrong], clerk, public)
    actions.void_document(
        document=mistaken,
        on=date(YEAR, 12, 28),
        reason="Cấp số hai lần cho một giấy mời",
        by=clerk,
    )
    decisions = [*_dated(YEAR, texts.DECISIONS), *_dated(YEAR + 1, texts.JANUARY_DECISIONS)]
    for book, lines in (
        (kinds.book(DECISIONS), decisions),
        (_prize_book(), _dated(YEAR, texts.PRIZES)),
    ):
        rows = [_row(kinds, leader, on, "quyet-dinh", summary) for on, summary, *_rest in lines]
        _load(book, rows, clerk, public)
    congress = "Nghị quyết đại hội chi bộ Liên hiệp hội nhiệm kỳ 2022 - 2025"
    party = _row(kinds, leader, date(YEAR, 7, 12), "nghi-quyet", congress, DocumentSystem.PARTY)
    _load(kinds.book(PARTY_OUTGOING), [party], clerk, public)


def _row(
    kinds: Kinds,
    leader: User,
    on: date,
    code: str,
    summary: str,
    system: str = DocumentSystem.STATE,
) -> DocumentRow:
    facts = {
        "kind": kinds.by_code[system, code],
        "summary": summary,
        "issuer": organisation(UNION),
        "origin": OriginLevel.UNION,
        "drafted_on": on - timedelta(days=1),
        "signed_on": on,
        "signed_by": leader,
        "signer_name": SIGNER,
        "signer_position": STANDING,
        "destinations": "Như trên; Thường trực; Lưu: VT",
        "kept_by": "VT",
        "unit_symbol": "VP" if code == "cong-van" else "",
        "copies": 30 if code == "giay-moi" else 12,
        "pages": 2,
    }
    return DocumentRow(on, facts)


def _load(
    book: RegisterBook, rows: list[DocumentRow], clerk: User, public: frozenset[str]
) -> list[OfficialDocument]:
    made = actions.load_register(book=book, rows=rows, by=clerk)
    for document in made:
        if document.symbol in public and document.issued_on is not None:
            actions.publish_document(document=document, on=document.issued_on, by=clerk)
    return made


def _prize_book() -> RegisterBook:
    book = RegisterBook(
        code="quyet-dinh-ban-to-chuc",
        name="Sổ quyết định của Ban tổ chức cuộc thi",
        direction=Direction.ISSUED,
        body_symbol="BTC",
    )
    book.save()
    return book


def _dated(year: int, lines: Iterable[Any], *, forwarded: bool = False) -> list[Any]:
    """Return lines with their day of the year; those that came in with the day they bear."""
    found: list[Any] = []
    for place, (day, month, *rest) in enumerate(_days(lines)):
        on = date(year, month, day)
        if len(rest) == 1:
            found.append((on, *rest))
        else:
            found.append((on, *rest, _before(on, rest[0], place), forwarded))
    return found


def _before(on: date, symbol: str, place: int) -> date:
    """Return the day that a document bears: some days before it arrived."""
    if symbol == "590/QĐ-UBND":
        return date(YEAR, 3, 10)
    return on - timedelta(days=1 + place % 4)


def _on_site(symbol: str, on: date, public: frozenset[str]) -> dict[str, Any]:
    return {"is_public": True, "published_on": on} if symbol in public else {}


def _days(lines: Iterable[Any]) -> Iterator[Any]:
    """Yield the day and the month of each line as numbers, and the rest of it."""
    for day, *rest in lines:
        yield int(day[:2]), int(day[3:]), *rest
