"""Numbers and symbols of documents (số và ký hiệu), such as 590/QĐ-UBND or 06-NQ/TU.

State documents write number, slash, kind, hyphen, body (Nghị định 30/2020/NĐ-CP), legal ones
the year after the number, Party documents number, hyphen, kind, slash, body (Hướng dẫn
36-HD/VPTW). Official letters (công văn) have no kind: 15/LHH-VP.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienhiep.core.text.cleaning import clean
from lienhiep.core.text.folding import without_marks

# How to recognise a kind in a symbol. What kinds a body may issue, and since when, is
# reference data elsewhere; this only tells QĐ-LHH (a decision) from LHH-VP (a letter).
STATE_KINDS = (  # Nghị định 30/2020/NĐ-CP, appendix III
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB "
    "SY TrS SL"
)
LEGAL_KINDS = "NĐ TT TTLT NQLT"
PARTY_KINDS = "KL QĐi QH"  # beside those that state bodies have too
MISTAKEN_KINDS = "CV"  # official letters have none, but many offices write it
KIND_ABBREVIATIONS = frozenset(
    f"{STATE_KINDS} {LEGAL_KINDS} {PARTY_KINDS} {MISTAKEN_KINDS}".split()
)


class InvalidSymbol(ValueError):
    """What was given is no number of a document; the message may be shown to a person."""


@dataclass(frozen=True)
class Symbol:
    """A number and symbol taken apart; `str()` writes it as the rules want it."""

    number: int
    suffix: str = ""
    year: int | None = None
    notation: str = ""
    kind: str = ""
    body: str = ""
    unit: str = ""
    is_party: bool = False

    @property
    def padded_number(self) -> str:
        """The number as it is written, 01 to 09 below ten, with the letter of a late entry."""
        return f"{self.number:02d}{self.suffix}"

    def __str__(self) -> str:
        if self.is_party:
            return f"{self.padded_number}-{self.notation}"
        return "/".join(map(str, filter(None, (self.padded_number, self.year, self.notation))))


def parse_symbol(text: str, *, kinds: Iterable[str] = KIND_ABBREVIATIONS) -> Symbol:
    """Take the number and symbol of a document apart.

    Accepts a leading "Số:", spaces around the signs, dashes and slashes of any sort, and a
    number alone. `body` of a decision is all after its kind; of a letter it is the issuing
    body, and `unit` who drafted it. Raises InvalidSymbol.
    """
    found = _SYMBOL.fullmatch(_tidy(text))
    if not found:
        raise InvalidSymbol(
            _("“%(text)s” is not the number of a document. Write it like 15/BC-LHH or 06-NQ/TU.")
            % {"text": text[:60]}
        )
    notation = found["notation"] or ""
    if notation == notation.lower():
        notation = notation.upper()
    canonical = {kind.upper(): kind for kind in kinds} | {"TTG": "TTg"}
    parts = [canonical.get(part.upper(), part) for part in _SIGN.split(notation)]
    signs = [*_SIGN.findall(notation), ""]
    notation = "".join(part + sign for part, sign in zip(parts, signs, strict=True))
    has_kind = parts[0] in canonical.values()
    is_party = found["sign"] == "-" and ("/" in notation or "-" not in notation)
    return Symbol(
        number=int(found["number"]),
        suffix=(found["suffix"] or "").lower(),
        year=int(found["year"]) if found["year"] else None,
        notation=notation,
        kind=parts[0] if has_kind else "",
        body=notation[len(parts[0]) + 1 :] if has_kind else parts[0],
        unit="" if has_kind else notation[len(parts[0]) + 1 :],
        is_party=is_party,
    )


def symbol_keys(text: str) -> tuple[str, ...]:
    """Return the words under which a document is found by its number.

    590/QĐ-UBND gives "590" and "590qdubnd"; a padded number is found with and without its
    zero, a late one (15a) with and without its letter, a legal one with and without its
    year. Ask with `symbol_key` of what a person typed.
    """
    try:
        symbol = parse_symbol(text)
    except InvalidSymbol:
        return tuple(filter(None, [symbol_key(text)]))
    keys: dict[str, None] = {}
    rest = symbol_key(symbol.notation)
    for number in (f"{symbol.number}", f"{symbol.number:02d}"):
        late = f"{number}{symbol.suffix}"
        keys |= dict.fromkeys([number, late, f"{late}{rest}"])
        if symbol.year:
            keys |= dict.fromkeys([f"{late}{symbol.year}", f"{late}{symbol.year}{rest}"])
    return tuple(keys)


def symbol_key(text: str) -> str:
    """Return a symbol in small letters without marks and signs: "590/QĐ-UBND" is "590qdubnd"."""
    return without_marks(_LABEL.sub("", clean(text))).replace(" ", "")


def _tidy(text: str) -> str:
    text = _LABEL.sub("", clean(text))
    text = _SLASHES.sub("/", _DASHES.sub("-", text))
    return _SPACED_SIGN.sub(r"\1", text)


_LABEL = re.compile(r"^số\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\ufe58\ufe63]")
_SLASHES = re.compile("[\u2044\u2215\u29f8]")
_SPACED_SIGN = re.compile(r"\s*([-/])\s*")
_SIGN = re.compile(r"[-/]")
_SYMBOL = re.compile(
    r"(?P<number>[0-9]{1,6})(?P<suffix>[a-zđ])?"
    r"(?:(?:/(?P<year>(?:19|20)[0-9]{2})(?=/))?(?P<sign>[-/])"
    r"(?P<notation>(?=[^\W\d_])[\w.,&+()]+(?:[-/][\w.,&+()]+)*))?",
    re.IGNORECASE,
)
