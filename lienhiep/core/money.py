"""Money: whole đồng, read and written as a Vietnamese office does.

There is no smaller unit than the đồng in accounts, so an amount is an int everywhere.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from lienhiep.core.text.cleaning import clean
from lienhiep.core.text.numbers import format_number
from lienhiep.core.text.wording import number_in_words

LARGEST_AMOUNT = 10**15
THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**9


class InvalidMoney(ValueError):
    """What was given is no amount of money; the message may be shown to a person."""


class AmbiguousMoney(InvalidMoney):
    """What was given can be read as two amounts, a thousand times apart."""


class MoneyTooLarge(InvalidMoney):
    """The amount is larger than any that the Union can have to do with."""


def parse_money(given: str | int | Decimal) -> int:
    """Return an amount in đồng, read from "1.250.000 đ", "29 tỷ" or "1,5 triệu đồng".

    Units may follow one another ("2 tỷ 300 triệu"). A full stop parts thousands and a comma
    begins decimals; the other way round is understood where it can mean one thing only.
    Raises InvalidMoney, AmbiguousMoney or MoneyTooLarge.
    """
    if isinstance(given, bool | float):
        raise InvalidMoney(_("An amount of money is a whole number of đồng."))
    amount = _read(given) if isinstance(given, str) else Decimal(given)
    if not amount.is_finite() or amount != amount.to_integral_value():
        raise InvalidMoney(_("An amount of money is a whole number of đồng."))
    if abs(amount) > LARGEST_AMOUNT:
        raise MoneyTooLarge(
            _("The amount is larger than %(largest)s.") % {"largest": format_money(LARGEST_AMOUNT)}
        )
    return int(amount)


def format_money(amount: int) -> str:
    """Return the whole amount: "1.250.000 đồng"."""
    return f"{format_number(amount)} đồng"


def format_money_short(amount: int) -> str:
    """Return the amount in billions or millions, to two decimals: "1,5 triệu đồng".

    For tables and prose; a smaller amount is written out, because it is short already.
    """
    for unit, name in ((BILLION, "tỷ"), (MILLION, "triệu")):
        rounded = (Decimal(amount) / unit).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        if abs(rounded) >= 1:
            return f"{format_number(rounded)} {name} đồng"
    return format_money(amount)


def money_in_words(amount: int) -> str:
    """Return the amount in words as receipts have it: "Một triệu hai trăm nghìn đồng"."""
    words = number_in_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def _read(text: str) -> Decimal:
    tidy = clean(text).lower()
    sign = -1 if tidy[:1] in _MINUS else 1
    rest = tidy.lstrip(_MINUS).strip()
    total, smallest = Decimal(0), Decimal("Infinity")
    while rest:
        found = _PART.match(rest)
        unit = Decimal(_UNITS[found["unit"] or ""]) if found else smallest
        if not found or unit >= smallest:
            raise _unreadable(text)
        if total and unit == 1 and not found["currency"]:
            # "2 tỷ 300" is said of 2.3 billion as well as of 300 đồng more.
            raise _ambiguous(text)
        total += _number(found["number"], text, has_unit=bool(found["unit"])) * unit
        smallest, rest = unit, rest[found.end() :]
    if smallest == Decimal("Infinity"):
        raise _unreadable(text)
    return sign * total


def _number(written: str, text: str, *, has_unit: bool) -> Decimal:
    if _BY_THREES.fullmatch(written):
        if written.count(",") == 1 and has_unit and "." not in written:
            raise _ambiguous(text)
        return Decimal(re.sub("[., ]", "", written))
    if _DECIMAL.fullmatch(written):
        whole, _sign, decimals = written.replace(".", "").partition(",")
        return Decimal(f"{whole}.{decimals or 0}")
    if _FOREIGN_DECIMAL.fullmatch(written):
        return Decimal(written.replace(",", ""))
    raise _unreadable(text)


def _ambiguous(text: str) -> AmbiguousMoney:
    return AmbiguousMoney(
        _("“%(text)s” can be read in two ways. Write the amount in đồng, in full.")
        % {"text": text[:60]}
    )


def _unreadable(text: str) -> InvalidMoney:
    return InvalidMoney(
        _("“%(text)s” is not an amount of money. Write it like 1.250.000 or 1,5 triệu.")
        % {"text": text[:60]}
    )


_MINUS = "-\u2212\u2013"
_UNITS = {
    "": 1,
    "nghìn": THOUSAND,
    "ngàn": THOUSAND,
    "triệu": MILLION,
    "tr": MILLION,
    "tỷ": BILLION,
    "tỉ": BILLION,
    "nghìn tỷ": THOUSAND * BILLION,
    "nghìn tỉ": THOUSAND * BILLION,
    "ngàn tỷ": THOUSAND * BILLION,
    "ngàn tỉ": THOUSAND * BILLION,
}
_PART = re.compile(
    r"(?P<number>[0-9](?:[0-9., ]*[0-9])?)\s*"
    rf"(?P<unit>{'|'.join(sorted(filter(None, _UNITS), key=len, reverse=True))})?"
    r"(?:\s*(?P<currency>đồng|đ|vnđ|vnd)\.?$|\s+(?=[0-9])|$)"
)
_BY_THREES = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+"
)
_DECIMAL = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_FOREIGN_DECIMAL = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.[0-9]+")
