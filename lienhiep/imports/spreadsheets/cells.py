"""What stands in a cell, in the terms of a record. A refusal is said in the words of the office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.money import parse_money
from lienhiep.core.text import clean, fold

Reader = Callable[[str], Any]

EXCEL_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar, as Excel counts from 01/03/1900 on."""

FIRST_SERIAL, LAST_SERIAL = 7_000, 80_000
"""Numbers taken for days: from 1919 to 2119. Smaller ones may be years, larger ones are neither."""

WRITTEN_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
WHOLE = re.compile(r"-?\d{1,3}(?:[. ]\d{3})+|-?\d+(?:[.,]0+)?")


def text(cell: str) -> str:
    """Return the words in composed letters, without hidden characters."""
    return clean(cell)


def day(cell: str) -> date:
    """Return a day: 10/01/2023, 2023-01-10, or the number that a spreadsheet keeps of a day."""
    words = clean(cell)
    if match := WRITTEN_DAY.fullmatch(words):
        return _day(words, *(int(part) for part in reversed(match.groups())))
    if match := ISO_DAY.fullmatch(words):
        return _day(words, *(int(part) for part in match.groups()))
    if words.isascii() and words.isdigit() and FIRST_SERIAL <= int(words) <= LAST_SERIAL:
        return EXCEL_BEGINS + timedelta(days=int(words))
    raise ValidationError(
        _("“%(value)s” is not a day. Write day/month/year, such as 10/01/2023.") % {"value": words}
    )


def whole_number(cell: str) -> int:
    """Return a whole number; thousands may be parted by full stops or spaces."""
    words = clean(cell)
    if not WHOLE.fullmatch(words):
        raise ValidationError(_("“%(value)s” is not a whole number.") % {"value": words})
    if re.fullmatch(r"-?\d+[.,]0+", words) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", words):
        words = re.split(r"[.,]", words)[0]
    return int(re.sub(r"[. ]", "", words))


def year(cell: str) -> int:
    """Return a year between 1900 and 2199."""
    found = whole_number(cell)
    if not 1900 <= found <= 2199:
        raise ValidationError(_("“%(value)s” is not a year.") % {"value": clean(cell)})
    return found


def money(cell: str) -> int:
    """Return an amount in đồng, as `core.money` reads it: "1.490.000", "1,5 triệu"."""
    try:
        return parse_money(cell)
    except ValueError as wrong:
        raise ValidationError(str(wrong)) from wrong


def phone(cell: str) -> str:
    """Return a phone number; a spreadsheet that took it for a number has lost the first zero."""
    words = clean(cell)
    return f"0{words}" if re.fullmatch(r"[1-9]\d{8}", words) else words


YES = frozenset({"co", "yes", "x", "1", "dung", "true"})
NO = frozenset({"khong", "no", "0", "sai", "false"})


def yes_or_no(cell: str) -> bool:
    """Return whether "Có", "x" or the like stands there."""
    words = fold(cell)
    if words in YES | NO:
        return words in YES
    raise ValidationError(
        _("“%(value)s” is neither yes nor no. Write “Có” or “Không”.") % {"value": clean(cell)}
    )


def choice_of(choices: Any) -> Reader:
    """Return a reader of one of a list of choices, by its label or its code, marks apart."""

    def read(cell: str) -> str:
        wanted = fold(cell)
        for value, label in choices.choices:
            if wanted in (fold(str(label)), fold(str(value))):
                return str(value)
        raise ValidationError(
            _("“%(value)s” is none of these: %(choices)s.")
            % {"value": clean(cell), "choices": "; ".join(labels_of(choices))}
        )

    return read


def labels_of(choices: Any) -> list[str]:
    """Return the words of a list of choices, as a drop-down list offers them."""
    return [str(label) for value, label in choices.choices if value]


def several(read_one: Reader, separator: str = ";") -> Reader:
    """Return a reader of a list parted by semicolons."""

    def read(cell: str) -> list[Any]:
        return [read_one(part) for part in cell.split(separator) if part.strip()]

    return read


def one_of(words: Callable[[], Iterable[tuple[str, Any]]]) -> Reader:
    """Return a reader of one of the records named by `words()`, marks and case apart."""

    def read(cell: str) -> Any:
        wanted = fold(cell)
        known = list(words())
        for name, record in known:
            if fold(name) == wanted:
                return record
        raise ValidationError(
            _("“%(value)s” is none of these: %(choices)s.")
            % {"value": clean(cell), "choices": "; ".join(name for name, _record in known)}
        )

    return read


def _day(words: str, year: int, month: int, of_month: int) -> date:
    try:
        return date(year, month, of_month)
    except ValueError as wrong:
        raise ValidationError(
            _("There is no day “%(value)s” in the calendar.") % {"value": words}
        ) from wrong
