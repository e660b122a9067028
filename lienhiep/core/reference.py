"""Dated reference data: every legal number with the days on which it holds and its source.

A room declares in its `reference_codes.py` which codes it asks for:

    expect_reference("journal.reply_days", of=int, label=_("Days to answer a contributor"))

and asks `value_on("journal.reply_days", day)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.core.models.reference import ReferenceValue


class MissingReference(LookupError):
    """No value holds on the day asked for, and the caller knows none to do with."""


@dataclass(frozen=True)
class ExpectedReference:
    """A code that a room asks for: what it means, and of which kind its values are."""

    code: str
    label: Any
    description: Any
    of: type
    words: Mapping[str, Any]


_expected: dict[str, ExpectedReference] = {}
_required = object()


def expect_reference(
    code: str,
    *,
    label: Any,
    of: type,
    description: Any = "",
    words: Mapping[str, Any] | None = None,
) -> None:
    """Declare a code; `of` is int, str, bool, list or dict, as JSON knows it.

    Amounts of money are int (đồng); a rate is a str with its decimals, such as "1.5".
    `words` names the keys of a dict for those who read it.
    """
    _expected[code] = ExpectedReference(code, label, description, of, words or {})


def expected_references() -> list[ExpectedReference]:
    """Return all codes that rooms ask for, in their order."""
    return [_expected[code] for code in sorted(_expected)]


def meaning_of(code: str) -> str:
    """Return what a code means, in words; the code itself where no room asks for it."""
    return str(_expected[code].label) if code in _expected else code


def words_of(code: str) -> Mapping[str, Any]:
    """Return how the keys of a value are called, where it is a dict."""
    return _expected[code].words if code in _expected else {}


def value_on(code: str, on: date, default: Any = _required) -> Any:
    """Return what holds on a day; without a default, raise MissingReference where nothing does."""
    if code not in _expected:
        raise LookupError(f"No room declares the reference code {code}.")
    found = ReferenceValue.objects.filter(code=code).in_force(on).first()
    if found is not None:
        return found.value
    if default is _required:
        raise MissingReference(
            _("No value of “%(code)s” is known for %(day)s. Enter it with its source.")
            % {"code": _expected[code].label, "day": date_format(on, "DATE_FORMAT")}
        )
    return default


def set_reference(
    *, code: str, value: Any, valid_from: date, source: str, by: Any, note: str = ""
) -> ReferenceValue:
    """Let a value hold from a day on; the one that held until then ends the day before."""
    with verb("core.set_reference", by=by) as act:
        running = ReferenceValue.objects.select_for_update().filter(code=code, valid_to=None)
        for earlier in running.filter(valid_from__lt=valid_from):
            earlier.valid_to = valid_from - timedelta(days=1)
            earlier.full_clean()
            earlier.save()
        new = ReferenceValue(
            code=code, value=value, valid_from=valid_from, source=source, note=note
        )
        new.full_clean()
        new.save()
        act.about(new)
    return new


def problem_with(code: str, value: Any) -> dict[str, Any]:
    """Return what is wrong with a code and its value, by field."""
    expected = _expected.get(code)
    if expected is None:
        return {"code": _("The program asks for no value of this name.")}
    # True is an int to Python, but no number to an office.
    if not isinstance(value, expected.of) or (isinstance(value, bool) and expected.of is not bool):
        return {"value": _KINDS[expected.of]()}
    return {}


_KINDS = {
    int: lambda: _("Write a whole number."),
    str: lambda: _("Write a text between quotation marks."),
    bool: lambda: _("Write true or false."),
    list: lambda: _("Write a list between square brackets."),
    dict: lambda: _("Write names and values between curly brackets."),
}
