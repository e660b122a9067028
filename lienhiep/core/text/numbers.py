"""Numbers as a Vietnamese office writes them, in whatever language the screen is.

What is printed stands in Vietnamese papers, so these do not follow the reader's language:
a full stop between thousands, a comma before decimals.
"""

from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LARGEST_ROMAN = 3999


def format_number(value: Number, *, decimals: int | None = None) -> str:
    """Return a number with its thousands parted: 4469335 gives "4.469.335".

    `decimals` rounds half up to so many places; without it all that the value has are shown,
    less the zeros at the end.
    """
    exact = Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{exact:,f}"
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    if not exact:
        written = written.lstrip("-")
    return written.translate(_VIETNAMESE_SIGNS)


def format_share(percent: Number, *, decimals: int | None = None) -> str:
    """Return a share given in percent: 30 gives "30%", 33.3 gives "33,3%"."""
    return f"{format_number(percent, decimals=decimals)}%"


def padded(count: int) -> str:
    """Return a count as prose has it, with a zero before a single digit: "03 giải"."""
    return f"{count:02d}"


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals, as terms and congresses have them."""
    if not 1 <= number <= LARGEST_ROMAN:
        raise ValueError(f"There is no Roman numeral for {number}.")
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def ordinal(number: int, *, in_roman: bool = False) -> str:
    """Return "lần thứ 18" for a contest, or "lần thứ VII" for a congress."""
    return f"lần thứ {roman(number) if in_roman else number}"


_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")
