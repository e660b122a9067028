"""The history as one reader may see it: hidden fields left out, hidden names withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Change, Entry
from lienhiep.core.history.reading import entry_from
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets.withholding import WITHHELD, named_only, reads_all, visible_among

Values = dict[str, dict[str, Any]]


def readable_entries(logs: Iterable[Any], user: Any, row: models.Model) -> list[Entry]:
    """Return the entries of a record's history as this reader may see them.

    What was only drafted is told to those who may read drafts of the record.
    """
    policy = policy_of(type(row))
    hidden, with_drafts = policy.hidden_fields(user, row), policy.sees_drafts(user, row)
    return [
        _readable(entry_from(log), user, type(row), hidden)
        for log in logs
        if with_drafts or not _is_draft(log)
    ]


def _is_draft(log: Any) -> bool:
    return isinstance(log.data, dict) and bool(log.data.get("draft"))


def _readable(entry: Entry, user: Any, model: type[models.Model], hidden: frozenset[str]) -> Entry:
    data = entry.log.data if isinstance(entry.log.data, dict) else {}
    changes = [change for change in entry.changes if change.field not in hidden]
    children = [
        (label, kind, _withheld(inner, child.get("changes", {}), _model(child["model"]), user))
        for (label, kind, inner), child in zip(
            entry.children, data.get("children", []), strict=True
        )
    ]
    return replace(
        entry,
        changes=_withheld(changes, data.get("changes", {}), model, user),
        children=children,
    )


def _withheld(
    changes: list[Change], values: Values, model: type[models.Model] | None, user: Any
) -> list[Change]:
    """Withhold the names of records that a changed link leads to, where they are hidden."""
    return [_without_names(change, values[change.field], model, user) for change in changes]


def _without_names(
    change: Change, value: dict[str, Any], model: type[models.Model] | None, user: Any
) -> Change:
    target = _target(model, change.field)
    if target is None or reads_all(target, user):
        return change
    ends = {"before": value.get("before"), "after": value.get("after")}
    seen = visible_among(target, [pk for pk in ends.values() if pk is not None], user)
    hidden = {end: pk for end, pk in ends.items() if pk is not None and pk not in seen}
    rows = target._base_manager.in_bulk(set(hidden.values())) if hidden else {}
    return replace(change, **{end: _name(rows.get(pk), user) for end, pk in hidden.items()})


def _name(row: Guarded | None, user: Any) -> str:
    """Return what this reader may call a hidden record; one that is gone has no name."""
    return str(named_only(row, user) if row is not None else WITHHELD)


def _target(model: type[models.Model] | None, name: str) -> type[models.Model] | None:
    """Return the kind of record that a field leads to, where some may not see it."""
    try:
        field = model._meta.get_field(name) if model is not None else None
    except FieldDoesNotExist:
        return None
    target = field.related_model if isinstance(field, models.ForeignKey) else None
    return target if target is not None and issubclass(target, Guarded) else None


def _model(label: str) -> type[models.Model] | None:
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None
