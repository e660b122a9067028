"""The words that stand beside what was typed, found again from the address of the form."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import Resolver404, resolve
from django.utils.html import strip_tags
from django.utils.text import capfirst

LONGEST = 2000
_PART = re.compile(r"^(?P<relation>\w+)-(?P<number>\d+)-(?P<name>\w+)$")
_OWN = re.compile(
    r"^(_|action-)|-(TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|ORDER|id)$"
    r"|-(kept|use|removed)$"
)


class Line(NamedTuple):
    """One field as a person reads it."""

    label: str
    text: str


def readable(path: str, fields: list[list[str]]) -> list[Line]:
    """Return what a person typed, without what forms carry for themselves."""
    form_class, model = _behind(path)
    return [
        Line(_label(name, form_class, model), _text(value, name, model))
        for name, value in fields
        if value.strip() and not _OWN.search(name)
    ]


def _behind(path: str) -> tuple[Any, type[models.Model] | None]:
    """Return the form and the kind of record of the view at an address, where it has them."""
    try:
        view = resolve(urlsplit(path).path).func
    except Resolver404:
        return None, None
    stated = getattr(view, "view_initkwargs", {})
    view_class = getattr(view, "view_class", None)
    return (
        stated.get("form_class") or getattr(view_class, "form_class", None),
        stated.get("model") or getattr(view_class, "model", None),
    )


def _label(name: str, form_class: Any, model: type[models.Model] | None) -> str:
    field = getattr(form_class, "base_fields", {}).get(name)
    if field is not None and field.label:
        return capfirst(str(field.label))
    if part := _PART.match(name):
        inner = _related(model, part["relation"])
        return f"{_label(part['name'], None, inner)} ({int(part['number']) + 1})"
    stored = _field(model, name)
    return capfirst(str(stored.verbose_name)) if stored is not None else name


def _related(model: type[models.Model] | None, relation: str) -> type[models.Model] | None:
    found = _field(model, relation, stored=False)
    return found.related_model if found is not None else None


def _field(model: type[models.Model] | None, name: str, *, stored: bool = True) -> Any:
    try:
        field = model._meta.get_field(name) if model is not None else None
    except FieldDoesNotExist:
        return None
    return field if not stored or hasattr(field, "verbose_name") else None


def _text(value: str, name: str, model: type[models.Model] | None) -> str:
    part = _PART.match(name)
    field = _field(_related(model, part["relation"]), part["name"]) if part else _field(model, name)
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    words = _rich_text(value) or strip_tags(value)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _rich_text(value: str) -> str:
    """Return the words of what Wagtail's editor sends, nothing for anything else."""
    try:
        blocks = json.loads(value)["blocks"]
        return "\n".join(block["text"] for block in blocks)
    except (ValueError, TypeError, KeyError):
        return ""
