"""Every link that points to a record, wherever it stands, moved one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

Link = tuple[models.Model, models.ForeignKey]

_NAMELESS = models.BaseConstraint.default_violation_error_message


def links_to(record: models.Model) -> Iterator[Link]:
    """Yield each row that points to a record, with the field by which it does.

    Only real keys are looked at. Numbers kept in frozen reports are no keys, so what was
    signed stays as it was.
    """
    for field in fields_pointing_at(type(record)):
        for row in field.model._base_manager.filter(**{field.name: record}).order_by("pk"):
            yield row, field


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
    row, field = link
    # Read anew: a row with two links is met twice, and the first may have moved already.
    row = type(row)._base_manager.get(pk=row.pk)
    name = str(row)
    setattr(row, field.name, target)
    if clashes := list(_clashes(row)):
        raise ValidationError(
            _(
                "The %(kind)s “%(row)s” cannot be moved to “%(target)s”: %(why)s "
                "Change or delete one of the two first."
            )
            % {
                "kind": row._meta.verbose_name,
                "row": name,
                "target": target,
                "why": " ".join(clashes),
            }
        )
    row.save()


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


def point_all(links: list[Link], target: models.Model) -> None:
    """Move several links, or none: every one that cannot be moved is named."""
    refusals: list[ValidationError] = []
    for link in links:
        try:
            point(link, target)
        except ValidationError as refusal:
            refusals.append(refusal)
    if refusals:
        raise ValidationError(refusals)


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
