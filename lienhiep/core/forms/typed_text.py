"""What people type into text fields, made fit to be stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.text import clean, clean_lines, detect_legacy, from_legacy

ONE_LINE = (
    forms.TextInput,
    forms.EmailInput,
    forms.URLInput,
    forms.SearchInput,
    forms.TelInput,
)
JUDGED_FROM = 2
"""Words with letters beyond ASCII from which an old font is told from a foreign name."""

LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands for bytes that are no letter in UTF-8."""

SHOWN = 120
"""Letters of the converted text that a message shows."""


def clean_typed_text(form: Any) -> None:
    """Let every text field of a form return clean text (NFC, right letters, no NUL).

    The forms of its rows are cleaned with it, and a form is cleaned once however often this
    is asked. Passwords, hidden fields and rich text (which
    Wagtail keeps as HTML) stay as they came.
    """
    for field in form.fields.values():
        cleaner = _cleaner(field)
        if cleaner is not None and not isinstance(field.to_python, _Cleaned):
            field.to_python = _Cleaned(field.to_python, cleaner)
    # Wagtail makes the forms of an InlinePanel from a class that cannot be named.
    for formset in getattr(form, "formsets", {}).values():
        for inner in formset.forms:
            clean_typed_text(inner)


def _cleaner(field: forms.Field) -> Callable[[str], str] | None:
    if not isinstance(field, forms.CharField) or isinstance(field, forms.JSONField):
        return None
    if isinstance(field.widget, forms.Textarea):
        return clean_lines
    return clean if isinstance(field.widget, ONE_LINE) else None


class _Cleaned:
    """A field's own conversion, with the cleaning before it."""

    def __init__(self, convert: Callable[[Any], Any], cleaner: Callable[[str], str]) -> None:
        self._convert = convert
        self._cleaner = cleaner

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, str):
            return self._convert(value)
        refuse_lost_letters(value)
        refuse_old_font(value)
        return self._convert(self._cleaner(value))


def refuse_lost_letters(text: str) -> None:
    """Refuse text that came in another encoding: its letters are gone and would be stored so."""
    if LOST in text:
        raise ValidationError(
            _(
                "This text came in another encoding, and the letters shown as “%(lost)s” were "
                "lost. Type them again."
            ),
            code="lost_letters",
            params={"lost": LOST},
        )


def refuse_old_font(text: str) -> None:
    """Refuse text typed with an old one-byte font (TCVN3, VNI), and show what it would be.

    Nobody would find it again by searching. A single odd word may be a foreign name.
    """
    if sum(not word.isascii() for word in text.split()) < JUDGED_FROM:
        return
    found = detect_legacy(text)
    if found is None:
        return
    meant = clean(from_legacy(text, found.encoding))
    shown = meant if len(meant) <= SHOWN else meant[: SHOWN - 1].rstrip() + "…"
    raise ValidationError(
        _(
            "This text was typed with an old font (%(encoding)s), not in Unicode. "
            "It probably means: “%(text)s”. Switch the keyboard to Unicode and type it again."
        ),
        code="old_font",
        params={"encoding": found.encoding.upper(), "text": shown},
    )
