"""Every link that points to a record, wherever it stands, moved one by one.

A model whose rows tell what happened (what was sent, who sat in a jury) says with
`merge_leaves = frozenset({"organisation"})` that a link is part of the snapshot. Such a row
stays with the record that it named, which leads to the one kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.directory.actions.refusing import Clash, grouped

Link = tuple[models.Model, models.ForeignKey]

_NAMELESS = models.BaseConstraint.default_violation_error_message


def links_to(record: models.Model) -> Iterator[Link]:
    """Yield each row that is to follow a record, with the field by which it points to it.

    Only real keys are looked at. Numbers kept in frozen reports are no keys, so what was
    signed stays as it was; so do snapshots.
    """
    for field in fields_pointing_at(type(record)):
        if _is_of_snapshot(field):
            continue
        for row in field.model._base_manager.filter(**{field.name: record}).order_by("pk"):
            yield row, field


def staying_with(record: models.Model) -> dict[type[models.Model], int]:
    """Return how many snapshots of each kind name a record, and will go on to name it."""
    found: dict[type[models.Model], int] = {}
    for field in filter(_is_of_snapshot, fields_pointing_at(type(record))):
        number = field.model._base_manager.filter(**{field.name: record}).count()
        if number:
            found[field.model] = found.get(field.model, 0) + number
    return found


def _is_of_snapshot(field: models.ForeignKey) -> bool:
    return field.name in getattr(field.model, "merge_leaves", frozenset())


def fields_pointing_at(model: type[models.Model]) -> list[models.ForeignKey]:
    """Return the foreign keys of every table that point to a kind of record."""
    return [
        field
        for other in apps.get_models(include_auto_created=True)
        if not other._meta.proxy
        for field in other._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.remote_field.model is model
    ]


def point(link: Link, target: models.Model) -> None:
    """Let a row point to another record, through `save()`, so that its history says so.

    Refuses where the row would then be there twice.
    """
    point_all([link], target)


def point_all(links: list[Link], target: models.Model) -> None:
    """Move several links, or refuse: what cannot be moved is told kind by kind."""
    clashes = [clash for link in links if (clash := _moved(link, target)) is not None]
    if clashes:
        raise ValidationError(grouped(clashes, target))


def _moved(link: Link, target: models.Model) -> Clash | None:
    """Move a link; return why where that cannot be."""
    row, field = link
    # Read anew: a row with two links is met twice, and the first may have moved already.
    row = type(row)._base_manager.get(pk=row.pk)
    name = str(row)
    setattr(row, field.name, target)
    if why := " ".join(_clashes(row)):
        return Clash(row, name, why)
    row.save()
    return None


def _clashes(row: models.Model) -> Iterator[str]:
    """Yield, in words, what keeps a row from standing as it now is."""
    try:
        row.validate_unique()
    except ValidationError as refusal:
        yield from refusal.messages
    for model, constraints in row.get_constraints():
        for constraint in constraints:
            try:
                constraint.validate(model, row)
            except ValidationError as refusal:
                plain = constraint.violation_error_message == _NAMELESS
                # The name of a constraint tells a clerk nothing.
                yield from [_("There is one like it already.")] if plain else refusal.messages


def address_of(link: Link) -> list[Any]:
    """Return a link as it is kept: model, primary key, field."""
    row, field = link
    return [row._meta.label_lower, row.pk, field.name]


def link_at(address: list[Any]) -> Link | None:
    """Return the link kept under an address, or None where the row or the field is gone."""
    label, pk, name = address
    try:
        model = apps.get_model(label)
        field = model._meta.get_field(name)
    except LookupError:
        return None
    except models.FieldDoesNotExist:
        return None
    row = model._base_manager.filter(pk=pk).first()
    return (row, field) if row is not None and isinstance(field, models.ForeignKey) else None
