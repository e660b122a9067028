"""Names of Vietnamese people: their parts, and the titles written before them."""

import re
from typing import NamedTuple

from lienhiep.core.text.cleaning import clean


class Name(NamedTuple):
    """The parts of a full name: Nguyễn (họ), Quốc (tên đệm), Hồng (tên)."""

    family: str
    middle: str
    given: str


def split_name(full_name: str, *, given: str | None = None) -> Name:
    """Return the parts of a name: the first word is the family's, the last one the given.

    A single word is the given name. Where that rule is wrong (two-word given names, names
    of ethnic minorities, foreign and religious names) `given` says which words of the full
    name are the given name; of the others the first is the family's. If those words are not
    in the name, the rule applies.
    """
    words = clean(full_name).split(" ")
    given_words = clean(given).split(" ") if given else []
    at = _position(given_words, words)
    if at is None:
        at, given_words = len(words) - 1, words[-1:]
    others = words[:at] + words[at + len(given_words) :]
    return Name(
        family=others[0] if others else "",
        middle=" ".join(others[1:]),
        given=" ".join(given_words),
    )


def strip_titles(full_name: str) -> tuple[list[str], str]:
    """Return the titles before a name, in their usual spelling, and the name without them.

    `strip_titles("PGS.TS. Nguyễn Văn A")` gives `(["PGS", "TS"], "Nguyễn Văn A")`. Ông is a
    family name too (Ông Ích Khiêm), so it is taken for a title only before another title or
    a common family name.
    """
    rest = clean(full_name)
    titles: list[str] = []
    while found := _TITLE.match(rest):
        title = _canonical(found["title"])
        after = rest[found.end() :]
        if title == "Ông" and not (_TITLE.match(after) or _COMMON_FAMILY.match(after)):
            break
        titles.append(title)
        rest = after
    return titles, rest


def has_titles(full_name: str) -> bool:
    """Return whether a name begins with a title that belongs in a field of its own."""
    return bool(strip_titles(full_name)[0])


def _position(part: list[str], words: list[str]) -> int | None:
    """Return where a run of words stands in a name, the last place if there are several."""
    if not part:
        return None
    for at in range(len(words) - len(part), -1, -1):
        if words[at : at + len(part)] == part:
            return at
    return None


def _canonical(written: str) -> str:
    key = re.sub(r"[\s.]", "", written).lower()
    if found := re.fullmatch(r"((?:bs|ds)?)ck(i{1,2}|[12])?", key):
        grade = {"1": "I", "2": "II"}.get(found[2], (found[2] or "").upper())
        return f"{found[1].upper()}CK{grade}"
    return _TITLES.get(key) or _SPELT_OUT[key]


_TITLES = {
    title.lower(): title
    for title in (
        "GS", "PGS", "TSKH", "TS", "ThS", "CN", "KS", "KTS", "BS", "DS", "LS", "VS", "NCS",
        "NGND", "NGƯT", "TTND", "TTƯT", "NSND", "NSƯT", "Đ/c", "Ông", "Bà",
    )
}  # fmt: skip
_SPELT_OUT = {
    "phógiáosư": "PGS",
    "giáosư": "GS",
    "tiếnsĩkhoahọc": "TSKH",
    "tiếnsĩ": "TS",
    "tiếnsỹ": "TS",
    "thạcsĩ": "ThS",
    "thạcsỹ": "ThS",
    "kiếntrúcsư": "KTS",
    "kỹsư": "KS",
    "kĩsư": "KS",
    "bácsĩ": "BS",
    "bácsỹ": "BS",
    "dượcsĩ": "DS",
    "dượcsỹ": "DS",
    "luậtsư": "LS",
    "cửnhân": "CN",
    "đồngchí": "Đ/c",
}
_WRITTEN = (
    r"phó giáo sư|giáo sư|tiến s[ĩỹ] khoa học|tiến s[ĩỹ]|thạc s[ĩỹ]|kiến trúc sư|k[ỹĩ] sư"
    r"|bác s[ĩỹ]|dược s[ĩỹ]|luật sư|cử nhân|đồng chí|đ/c|ông|bà"
    r"|(?:bs|ds)?[. ]{0,2}ck[. ]{0,2}(?:ii?|[12])?"
    r"|p\.?gs|gs|t\.?s\.?kh|t\.?s|th\.?s|k\.?t\.?s|k\.?s|b\.?s|d\.?s|l\.?s|c\.?n|v\.?s|ncs"
    r"|ngnd|ngưt|ttnd|ttưt|nsnd|nsưt"
)
# A title ends at a full stop, a comma, a dash or a space: "TS.Nguyễn" but not "Tsering".
_TITLE = re.compile(rf"(?P<title>{_WRITTEN})(?:\s*[.,;:]\s*|\s*[-–]\s+|\s+|$)", re.IGNORECASE)
_COMMON_FAMILY = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương"
    r"|Trịnh|Trương|Đinh|Lâm|Phùng|Mai|Tô|Hà|Tạ|Cao|Thái|Chu|Đậu|Nghiêm|Lương|Lưu|Châu|Quách"
    r"|La|Thạch|Kiều|Tống|Khổng|Tăng|Hứa|Văn|Vi|Lô|Lữ|Cung|Cù|Doãn|Đàm|Phó|Lại|Mạc|Nông|Triệu"
    r"|Từ|Viên|Ninh|Bạch|Đồng|Uông|Thân|Trang|Âu|Bành|Giang|Hoa|Khuất|Nhữ|Phí|Quản|Tôn|Vừ)\s\S",
    re.IGNORECASE,
)
