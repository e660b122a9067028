"""Kept values in the words of an office."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _


def value_in_words(field: models.Field | None, value: Any) -> str:
    """Return a value from the history as a person reads it."""
    if value in (None, "", [], {}):
        return "—"
    if field is None:
        return str(value)
    if hasattr(field, "stream_block"):
        content = field.to_python(value)
        return " ".join(content.stream_block.get_searchable_content(content))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.ForeignKey):
        related = field.related_model._base_manager.filter(pk=value).first()
        return str(related) if related is not None else f"#{value}"
    if isinstance(field, models.DateTimeField):
        return _datetime(value)
    if isinstance(field, models.DateField):
        parsed = value if isinstance(value, date) else parse_date(str(value))
        return formats.date_format(parsed, "DATE_FORMAT") if parsed else str(value)
    if isinstance(value, int | float):
        return formats.localize(value)
    return str(value)


def _datetime(value: Any) -> str:
    parsed = value if isinstance(value, datetime) else parse_datetime(str(value))
    if parsed is None:
        return str(value)
    return formats.date_format(timezone.localtime(parsed), "DATETIME_FORMAT")
