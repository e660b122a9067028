"""What stands under a field: why it is asked, how it is written, and by which law.

A room writes, in its `field_help.py`:

    explains("office", {
        "OfficialDocument.symbol": _("…"),      # a record, in whatever form it is typed
        "IssueForm.on": _("…"),                 # one form, and the forms built on it
        "signer_name": _("…"),                  # wherever the room asks it
    })

A help text of the field itself, of its panel or of its form is never replaced. A form that
only looks for something says `has_help = False`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any

_texts: dict[tuple[str, str], Any] = {}

EVERYWHERE = "core"
"""Texts of the ground floor answer for fields of every room."""


def explains(room: str, texts: Mapping[str, Any]) -> None:
    """Hang up what a room says under its fields."""
    _texts.update({(room, key): text for key, text in texts.items()})


def explain(form_class: Any) -> None:
    """Put the texts under the fields of a form and of its rows that have none.

    The fields are copied first: a form shares them with the form it is built on.
    """
    if not getattr(form_class, "has_help", True):
        return
    for name, field in getattr(form_class, "base_fields", {}).items():
        if not field.help_text and not field.widget.is_hidden:
            text = text_for(form_class, name)
            if text is not None:
                form_class.base_fields[name] = explained = copy(field)
                explained.help_text = text
    for formset in (getattr(form_class, "formsets", None) or {}).values():
        explain(formset.form)


def text_for(form_class: Any, name: str) -> Any:
    """Return the text for a field, or nothing where no room has one."""
    for key in _keys(form_class, name):
        if key in _texts:
            return _texts[key]
    return None


def _keys(form_class: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield where a text may stand: for this form, its record, its room, the house."""
    model = getattr(getattr(form_class, "_meta", None), "model", None)
    module = form_class.__module__.split(".")
    rooms = [model._meta.app_label] if model else []
    if module[0] == "lienhiep":
        rooms.append(module[1])
    rooms.append(EVERYWHERE)
    forms = [kind.__name__ for kind in form_class.__mro__]
    for room in rooms:
        yield from ((room, f"{form}.{name}") for form in forms)
        if model:
            yield room, f"{model.__name__}.{name}"
    yield from ((room, name) for room in rooms)
