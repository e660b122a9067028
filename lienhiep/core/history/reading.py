"""Reading the history: entries in words, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from lienhiep.core.history.wording import value_in_words


@dataclass(frozen=True)
class Change:
    """One field before and after, in the words of the screen."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One act as a reader of the history sees it."""

    log: ModelLogEntry
    when: datetime
    who: str
    what: str
    reason: str
    changes: list[Change]
    children: list[tuple[str, str, list[Change]]]


def logs_of(record: models.Model) -> models.QuerySet[ModelLogEntry]:
    """Return the raw entries of one record, newest first."""
    return (
        ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(record, for_concrete_model=False),
            object_id=str(record.pk),
        )
        .select_related("user")
        .order_by("-timestamp", "-pk")
    )


def entries_of(record: models.Model, limit: int | None = None) -> list[Entry]:
    """Return the history of a record in words, newest first."""
    logs = logs_of(record)
    return [entry_from(log) for log in (logs[:limit] if limit else logs)]


def last_change(record: models.Model) -> Entry | None:
    """Return the newest entry of a record, if it has any."""
    found = entries_of(record, limit=1)
    return found[0] if found else None


def entry_from(log: ModelLogEntry) -> Entry:
    """Put one log row into words."""
    registry.scan_for_actions()  # a process that only reads has not met the verbs yet
    model = log.content_type.model_class() if log.content_type else None
    data = log.data if isinstance(log.data, dict) else {}
    return Entry(
        log=log,
        when=log.timestamp,
        who=str(log.user_display_name),
        what=str(registry.get_action_label(log.action)),
        reason=str(data.get("reason", "")),
        changes=list(_changes(model, data.get("changes", {}))),
        children=[
            (
                f"{_model_label(child['model'])} «{child['label']}»",
                child["kind"],
                list(_changes(_model(child["model"]), child.get("changes", {}))),
            )
            for child in data.get("children", [])
        ],
    )


def _model(label: str) -> type[models.Model] | None:
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def _model_label(label: str) -> str:
    model = _model(label)
    return str(capfirst(model._meta.verbose_name)) if model else label


def _changes(
    model: type[models.Model] | None, changes: dict[str, dict[str, Any]]
) -> Iterable[Change]:
    # In the order of the form; a database need not keep the order of what it was given.
    order = [field.name for field in model._meta.concrete_fields] if model else []
    for name in sorted(changes, key=lambda name: order.index(name) if name in order else -1):
        change, field = changes[name], _field(model, name)
        yield Change(
            field=name,
            label=capfirst(str(field.verbose_name)) if field is not None else name,
            before=value_in_words(field, change.get("before")),
            after=value_in_words(field, change.get("after")),
        )


def _field(model: type[models.Model] | None, name: str) -> models.Field | None:
    if model is None:
        return None
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None
