"""The kinds of document of the law and the registers of an office, as they are loaded first."""

from __future__ import annotations

from typing import NamedTuple

from lienhiep.core.text import slugify
from lienhiep.office.choices import BookKind, BookPeriod, Direction, DocumentSystem
from lienhiep.office.models import DocumentKind, RegisterBook

STATE_KINDS = (
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công văn", ""),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
    ("Thư công", ""),
)
"""The 29 kinds of decree 30/2020/NĐ-CP, article 7 and appendix III, in its order."""

LEGAL_KINDS = (("Luật", "L"), ("Nghị định", "NĐ"), ("Thông tư", "TT"))
"""Legal documents that the State issues and the Union receives (law 80/2015/QH13)."""

PARTY_KINDS = (
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Kết luận", "KL"),
    ("Quy chế", "QC"),
    ("Quy định", "QĐi"),
    ("Thông tri", "TT"),
    ("Hướng dẫn", "HD"),
    ("Thông báo", "TB"),
    ("Thông cáo", "TC"),
    ("Tuyên bố", "TuB"),
    ("Lời kêu gọi", "LKG"),
    ("Báo cáo", "BC"),
    ("Kế hoạch", "KH"),
    ("Quy hoạch", "QH"),
    ("Chương trình", "CTr"),
    ("Đề án", "ĐA"),
    ("Phương án", "PA"),
    ("Dự án", "DA"),
    ("Tờ trình", "TTr"),
    ("Công văn", "CV"),
    ("Biên bản", "BB"),
)
"""The kinds of Party documents (quy định 66-QĐ/TW of 2017, hướng dẫn 36-HD/VPTW of 2018)."""


class Book(NamedTuple):
    """A register that an office begins with."""

    code: str
    name: str
    direction: Direction
    kind: BookKind = BookKind.GENERAL
    runs_by: BookPeriod = BookPeriod.YEAR


INCOMING = "van-ban-den"
OUTGOING = "van-ban-di"
DECISIONS = "quyet-dinh"
PARTY_OUTGOING = "van-ban-di-chi-bo"
PARTY_TERM = "2022-2025"
"""The term of the Party cell when the register was opened; the clerk enters the next."""

BOOKS = (
    Book(INCOMING, "Sổ văn bản đến", Direction.RECEIVED),
    Book("van-ban-mat-den", "Sổ văn bản mật đến", Direction.RECEIVED, BookKind.SECRET),
    Book("don-thu", "Sổ đơn, thư", Direction.RECEIVED, BookKind.COMPLAINTS),
    Book(OUTGOING, "Sổ văn bản đi", Direction.ISSUED),
    Book(DECISIONS, "Sổ quyết định", Direction.ISSUED),
    Book("van-ban-mat-di", "Sổ văn bản mật đi", Direction.ISSUED, BookKind.SECRET),
    Book(PARTY_OUTGOING, "Sổ văn bản đi của chi bộ", Direction.ISSUED, runs_by=BookPeriod.TERM),
)


def load_kinds() -> int:
    """Add the kinds of document that are missing, and return how many were."""
    wanted = [
        (DocumentSystem.STATE, place, name, abbreviation)
        for place, (name, abbreviation) in enumerate((*STATE_KINDS, *LEGAL_KINDS), start=1)
    ] + [
        (DocumentSystem.PARTY, place, name, abbreviation)
        for place, (name, abbreviation) in enumerate(PARTY_KINDS, start=1)
    ]
    known = set(DocumentKind.objects.values_list("system", "code"))
    missing = [one for one in wanted if (one[0], slugify(one[2])) not in known]
    for system, place, name, abbreviation in missing:
        DocumentKind(
            system=system,
            code=slugify(name),
            name=name,
            abbreviation=abbreviation,
            position=place,
        ).save()
    return len(missing)


def load_books() -> int:
    """Add the registers that are missing, and return how many were."""
    known = set(RegisterBook.objects.values_list("code", flat=True))
    missing = [book for book in BOOKS if book.code not in known]
    for book in missing:
        by_term = {"body_symbol": "CB", "term": PARTY_TERM} if book.code == PARTY_OUTGOING else {}
        RegisterBook(**book._asdict(), **by_term).save()
    return len(missing)
