"""Records that write their own history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, router, transaction
from django.db.models.deletion import CASCADE, SET_NULL, Collector

from lienhiep.core.history.gathering import (
    Gathered,
    Values,
    acting_user,
    current_gathering,
    verb,
    write_entry,
)

_encoder = DjangoJSONEncoder()

BOOKKEEPING = frozenset(
    {
        "latest_revision",
        "live_revision",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
    }
)
"""What Wagtail notes of drafts for itself; what changed in them is in the history."""


class UnrecordedChange(TypeError):
    """A change that would leave no trace in the history, and is therefore refused."""


class RecordedQuerySet(models.QuerySet):
    """Rows whose changes must go through `save()`, one by one, so that each is written down."""

    def update(self, **values: Any) -> int:
        """Refuse: an update in bulk writes no history. Save each record instead."""
        raise UnrecordedChange(
            f"{self.model.__name__}.update() would leave no history; save each record."
        )

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        """Refuse, for the same reason as `update`."""
        raise UnrecordedChange(
            f"{self.model.__name__}.bulk_update() would leave no history; save each record."
        )

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Refuse: use `record_all` inside an act, which writes one entry for the batch."""
        raise UnrecordedChange(
            f"{self.model.__name__}.bulk_create() would leave no history; use record_all()."
        )

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the records one by one, each with an entry in the history."""
        total = 0
        by_model: dict[str, int] = {}
        with transaction.atomic(using=self.db):
            for record in self:
                count, counts = record.delete()
                total += count
                for label, number in counts.items():
                    by_model[label] = by_model.get(label, 0) + number
        return total, by_model

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Recorded(models.Model):
    """A record every change of which stands in the history."""

    history_ignored: ClassVar[frozenset[str]] = frozenset()
    """Fields that follow from others (sort keys, search keys) and need no history."""

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and write down what changed; both or neither."""
        using = kwargs.get("using") or router.db_for_write(type(self), instance=self)
        with transaction.atomic(using=using):
            is_new = self.pk is None or kwargs.get("force_insert")
            before = None if is_new else self._stored_values(using)
            computed = [
                name for name, value in vars(self).items() if hasattr(value, "resolve_expression")
            ]
            super().save(*args, **kwargs)
            if computed:
                self.refresh_from_db(using=using, fields=computed)
            self._as_written(kwargs.get("update_fields"), using).after_recorded()
            after = self.history_values()
            if before is not None and (written := kwargs.get("update_fields")) is not None:
                names = {self._meta.get_field(name).name for name in written}
                after = {name: after[name] if name in names else before[name] for name in after}
            self._write_down("create" if before is None else "edit", before or {}, after)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete with what hangs on the record, keeping the last values in the history."""
        using = kwargs.get("using") or router.db_for_write(type(self), instance=self)
        with transaction.atomic(using=using):
            # Asked first, so that a refusal leaves nothing half done.
            Collector(using=using, origin=self).collect([self])
            if current_gathering() is not None:
                return self._delete(*args, **kwargs)
            with verb("wagtail.delete", by=acting_user(), about=self):
                return self._delete(*args, **kwargs)

    def history_owner(self) -> Recorded | None:
        """Return the record on whose history this one's changes stand, or None for its own."""
        return None

    def history_fields(self) -> list[models.Field]:
        """Return the fields whose values the history keeps."""
        return [
            field
            for field in self._meta.concrete_fields
            if not field.primary_key
            and field.name not in self.history_ignored
            and field.name not in BOOKKEEPING
        ]

    def history_values(self) -> dict[str, Any]:
        """Return the present values, in the form in which the history keeps them."""
        return {field.name: _plain(field, self) for field in self.history_fields()}

    def _stored_values(self, using: str | None) -> dict[str, Any] | None:
        """Return the values that stand in the database, which may differ from those loaded."""
        stored = type(self)._base_manager.using(using or self._state.db).filter(pk=self.pk).first()
        return stored.history_values() if stored is not None else None

    def _as_written(self, written: Any, using: str | None) -> Recorded:
        """Return the record as it stands now: saved in part, this one may hold a draft."""
        if written is None or not hasattr(self, "has_unpublished_changes"):
            return self
        return type(self)._base_manager.using(using).get(pk=self.pk)

    def _delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._write_down("delete", self.history_values(), {})
        total, by_model = self._let_go()
        count, counts = super().delete(*args, **kwargs)
        for label, number in counts.items():
            by_model[label] = by_model.get(label, 0) + number
        return total + count, by_model

    def _let_go(self) -> tuple[int, dict[str, int]]:
        """Delete or free the records that point here one by one, for Django would not tell them."""
        total = 0
        by_model: dict[str, int] = {}
        for relation in self._meta.related_objects:
            model, field = relation.related_model, relation.field
            if not issubclass(model, Recorded) or field.remote_field.parent_link:
                continue
            for row in model._base_manager.filter(**{field.name: self}).order_by("pk"):
                if relation.on_delete is CASCADE:
                    count, counts = row.delete()
                    total += count
                    for label, number in counts.items():
                        by_model[label] = by_model.get(label, 0) + number
                elif relation.on_delete is SET_NULL:
                    setattr(row, field.name, None)
                    row.save(update_fields=[field.name])
        return total, by_model

    def after_recorded(self) -> None:
        """Bring up to date what hangs on a record; bases that need it extend this."""

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Any]) -> None:
        """Do for many records of this kind what `after_recorded` does for one.

        Extend it only to ask the database less often; the outcome is the same.
        """
        for row in rows:
            row.after_recorded()

    def _write_down(self, kind: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        changes: Values = {
            name: {"before": before.get(name), "after": after.get(name)}
            for name in {**before, **after}
            if before.get(name) != after.get(name) and not _both_empty(before, after, name)
        }
        gathering = current_gathering()
        if gathering is not None:
            gathering.add(self, kind, changes)
            return
        owner = self.history_owner()
        if owner is None:
            entry = Gathered(self, kind=kind, changes=changes)
        else:
            entry = Gathered(owner)
            if changes or kind != "edit":
                entry.children.append(
                    {
                        "model": self._meta.label_lower,
                        "pk": self.pk,
                        "label": str(self),
                        "kind": kind,
                        "changes": changes,
                    }
                )
        write_entry(
            entry,
            action=f"wagtail.{entry.kind}",
            by=None,
            reason="",
            act=None,
            data={},
            always=False,
        )


def _plain(field: models.Field, instance: models.Model) -> Any:
    """Return a field's value as JSON would hold it."""
    value = getattr(instance, field.attname)
    if isinstance(field, models.FileField):
        return str(value) if value else ""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return None
    if hasattr(field, "stream_block"):
        return field.value_to_string(instance)
    try:
        return _encoder.default(value)
    except TypeError:
        return field.value_to_string(instance)


def _both_empty(before: dict[str, Any], after: dict[str, Any], name: str) -> bool:
    empty: tuple[Any, ...] = (None, "", [], {})
    return before.get(name) in empty and after.get(name) in empty
