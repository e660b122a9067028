"""Figures set in a text by name: [[E01]], [[E01|plan]], [[E03|Y tế]], [[E06|over 100]].

Two tokens make more than a few words and stand in a paragraph of their own: [[F03|table]],
the parts of a figure as a table, and [[tasks:2023]], the key tasks of a plan.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

TOKEN = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_ROUNDING = re.compile(r"^(over|about|trên|khoảng)\s+([0-9]+)$", re.IGNORECASE)
_PLAN = {"plan", "kế hoạch"}
_UNIT = {"unit", "đơn vị"}
_STATED = {"stated", "số nêu"}
_TWO_DIGITS = {"two digits", "hai chữ số"}
_TABLE = {"table", "bảng"}
_TASKS = re.compile(r"^(tasks|nhiệm vụ)\s*:\s*([0-9]{4})$", re.IGNORECASE)
_ALONE = re.compile(r"<p(?:\s[^>]*)?>\s*\[\[((?:(?!\]\]).)*?)\]\]\s*</p>", re.DOTALL)
_SMALLEST_OF_TWO_DIGITS = 10


class InvalidToken(ValueError):
    """A figure named in a way that cannot be read."""


@dataclass(frozen=True)
class Token:
    """A figure asked for in a text.

    `part` names one line of a figure that is broken down; `stated` asks for the number that
    somebody states beside the counted one; `rounding` is "over" (rounded
    down to a multiple of `step`) or "about" (to the nearest), as reports like to say.
    """

    code: str
    part: str = ""
    plan: bool = False
    with_unit: bool = False
    stated: bool = False
    rounding: str = ""
    step: int = 0
    two_digits: bool = False
    """Whether a count under ten is written with a nought before it: 03, as offices do."""
    as_table: bool = False
    tasks_of: int = 0
    """The year whose key tasks are to be listed; then there is no figure."""

    @property
    def is_block(self) -> bool:
        """Whether this makes a list or a table, which stands between paragraphs."""
        return bool(self.as_table or self.tasks_of)


def read_token(inside: str) -> Token:
    """Read what stands between the brackets."""
    plain = html.unescape(_TAGS.sub("", inside)).replace("\xa0", " ")
    code, *options = [piece.strip() for piece in plain.split("|")]
    if not code:
        raise InvalidToken(
            _("Two square brackets must hold the code of a figure, such as [[E01]].")
        )
    values: dict[str, object] = {}
    if found := _TASKS.match(code):
        code, values["tasks_of"] = f"tasks:{found[2]}", int(found[2])
    for option in options:
        rounding = _ROUNDING.match(option)
        if option.lower() in _PLAN:
            values["plan"] = True
        elif option.lower() in _UNIT:
            values["with_unit"] = True
        elif option.lower() in _STATED:
            values["stated"] = True
        elif option.lower() in _TWO_DIGITS:
            values["two_digits"] = True
        elif option.lower() in _TABLE:
            values["as_table"] = True
        elif rounding:
            step = int(rounding[2])
            if not step:
                raise InvalidToken(_("A figure cannot be rounded to multiples of zero."))
            word = rounding[1].lower()
            values["rounding"] = "over" if word in ("over", "trên") else "about"
            values["step"] = step
        elif option:
            values["part"] = option
    return Token(code=code, **values)  # type: ignore[arg-type]


def tokens_in(text: str) -> Iterator[Token]:
    """Yield the figures that a text names."""
    for found in TOKEN.finditer(text):
        yield read_token(found[1])


def replace_tokens(text: str, shown: Callable[[Token], str]) -> str:
    """Return the text with each figure put in place of its name."""

    def put(found: re.Match[str]) -> str:
        try:
            return shown(read_token(found[1]))
        except InvalidToken:
            return found[0]

    return TOKEN.sub(put, text)


def replace_blocks(text: str, shown: Callable[[Token], str]) -> str:
    """Put a list or a table in place of each paragraph that holds nothing but its token."""

    def put(found: re.Match[str]) -> str:
        try:
            token = read_token(found[1])
        except InvalidToken:
            return found[0]
        return shown(token) if token.is_block else found[0]

    return _ALONE.sub(put, text)


def block_tokens_left_in_lines(text: str) -> Iterator[str]:
    """Yield, as they are written, the tokens of lists and tables that stand within a sentence."""
    for found in TOKEN.finditer(_ALONE.sub("", text)):
        if read_token(found[1]).is_block:
            yield _TAGS.sub("", found[0])


def rounded(value: Decimal | int | float, token: Token) -> Decimal:
    """Round a value as the token asks; 612 "over 100" gives 600."""
    number = Decimal(str(value))
    if not token.step:
        return number
    how = ROUND_FLOOR if token.rounding == "over" else ROUND_HALF_UP
    return (number / token.step).quantize(Decimal(1), rounding=how) * token.step


def said(value: Decimal | int | float, token: Token, write: Callable[[Decimal], str]) -> str:
    """Return a value as the token asks for it: "trên 600", "khoảng 20%"; exact as it is.

    `write` turns the number into words. A value that needs no rounding is not said to be
    over or about itself.
    """
    number = rounded(value, token)
    words = write(number)
    if token.two_digits and 0 <= number < _SMALLEST_OF_TWO_DIGITS and number == int(number):
        words = f"0{words}"
    if number == Decimal(str(value)):
        return words
    if token.rounding == "over":
        return _("over %(figure)s") % {"figure": words}
    return _("about %(figure)s") % {"figure": words}
