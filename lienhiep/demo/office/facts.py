"""What follows from a symbol: who issued a document, of which level and kind it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.core.text.symbols import parse_symbol
from lienhiep.demo import organisations as names
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.office import actions
from lienhiep.office.choices import DocumentSystem, OriginLevel
from lienhiep.office.models import DocumentKind, OfficialDocument, RegisterBook
from lienhiep.office.reference import INCOMING

PARTY, STATE, PROVINCE = OriginLevel.PARTY, OriginLevel.STATE, OriginLevel.PROVINCE
UNION, OTHER = OriginLevel.UNION, OriginLevel.OTHER

BODIES = {
    "TW": (names.CENTRAL_PARTY, PARTY),
    "TU": (names.PARTY_COMMITTEE, PARTY),
    "BTGTU": (names.PROPAGANDA, PARTY),
    "BTGDVTU": ("Ban Tuyên giáo và Dân vận Tỉnh ủy", PARTY),
    "CP": ("Chính phủ", STATE),
    "TTg": ("Thủ tướng Chính phủ", STATE),
    "BKHCN": ("Bộ Khoa học và Công nghệ", STATE),
    "UBND": (names.PEOPLES_COMMITTEE, PROVINCE),
    "HĐND": ("Hội đồng nhân dân tỉnh Nghệ An", PROVINCE),
    "SKHCN": (names.SCIENCE, OTHER),
    "SGDĐT": (names.EDUCATION, OTHER),
    "SNV": ("Sở Nội vụ", OTHER),
    "STC": ("Sở Tài chính", OTHER),
    "TĐTN": (names.YOUTH_UNION, OTHER),
    "LHHVN": (names.VUSTA, UNION),
    "VIFOTEC": (names.VIFOTEC, UNION),
    "BTCCT": ("Ban tổ chức Cuộc thi Sáng tạo toàn quốc (trình diễn)", UNION),
    "HLS": ("Hội Khoa học Lịch sử (trình diễn)", UNION),
}
OUTSIDE = frozenset({"CP", "TTg", "BKHCN", "TW", "BTCCT"})
"""Bodies that are no departments of the province."""

FIELDS = {PARTY: "Chính trị, tư tưởng", STATE: "Khoa học, công nghệ", PROVINCE: "Kinh tế, xã hội"}


class Kinds:
    """Kinds of document, registers and bodies, each asked for once."""

    def __init__(self) -> None:
        rows = list(DocumentKind.objects.all())
        self.by_code = {(row.system, row.code): row for row in rows}
        self.by_abbreviation = {(row.system, row.abbreviation): row for row in rows}

        self._bodies: dict[str, Organisation] = {}
        self._books = {book.code: book for book in RegisterBook.objects.all()}

    def body(self, name: str, kind: str) -> Organisation:
        """Return an organisation, asked for once."""
        if name not in self._bodies:
            self._bodies[name] = organisation(name, kind)
        return self._bodies[name]

    def book(self, code: str) -> RegisterBook:
        """Return a register."""
        return self._books[code]

    def of_symbol(self, symbol: str) -> DocumentKind:
        """Return the kind that a symbol names; without one it is an official letter."""
        parsed = parse_symbol(symbol)
        system = DocumentSystem.PARTY if parsed.is_party else DocumentSystem.STATE
        found = self.by_abbreviation.get((system, parsed.kind)) if parsed.kind else None
        return found or self.by_code[system, "cong-van"]


def facts_of(kinds: Kinds, symbol: str, summary: str, issued_on: date) -> dict[str, Any]:
    """Return what is known of a document that came in."""
    parsed = parse_symbol(symbol)
    body = (parsed.body or parsed.notation).split("-")[0].split("/")[-1]
    name, origin = BODIES[body]
    kind = OrganisationKind.OTHER if body in OUTSIDE else ""
    return {
        "kind": kinds.of_symbol(symbol),
        "symbol": symbol,
        "summary": summary,
        "issued_on": issued_on,
        "issuer": kinds.body(name, kind),
        "origin": origin,
        "subject_field": FIELDS.get(origin, ""),
        "pages": 2 + len(summary) % 9,
    }


def incoming(
    by: User, kinds: Kinds, on: date, symbol: str, summary: str, issued_on: date, **facts: Any
) -> OfficialDocument:
    """Register a document of the demonstration."""
    book = facts.pop("book", None) or kinds.book(INCOMING)
    given = facts_of(kinds, symbol, summary, issued_on) | facts
    return actions.register_incoming(book=book, on=on, by=by, **given)
