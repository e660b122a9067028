"""The field of a record that holds a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import signals
from wagtail.models import DraftStateMixin

from lienhiep.core.files.actions import (
    owner_of,
    place_of,
    release_file,
    same_bytes,
    settle_files,
    twin_of,
)
from lienhiep.core.files.form_fields import RecordFileFormField
from lienhiep.core.files.uses import FileUse
from lienhiep.core.models.files import RecordFile


class RecordFileField(models.OneToOneField):
    """Holds one file of a record, or none.

    Forms show the present file, and let it be replaced or removed. The file is put onto
    the record when the row is saved, in the same transaction, and taken off when the row
    names another one or is deleted. Not for records with drafts: a file that only a draft
    names belongs to no record yet and is cleared after a day.
    """

    def __init__(
        self, verbose_name: Any = None, *, use: FileUse | None = None, **kwargs: Any
    ) -> None:
        self.use = use
        for fixed in ("to", "on_delete", "null", "related_name"):
            kwargs.pop(fixed, None)
        super().__init__(
            "core.RecordFile",
            verbose_name=verbose_name,
            on_delete=models.PROTECT,
            null=True,
            related_name="+",
            **kwargs,
        )

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """Leave out what is always the same, and the use, which is no matter of the database."""
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("to", "on_delete", "null", "related_name"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False, **kwargs: Any
    ) -> None:
        """Listen to the saving and deleting of the rows that hold files here."""
        super().contribute_to_class(cls, name, private_only=private_only, **kwargs)
        if not cls._meta.abstract and cls.__module__ != "__fake__":  # a table in a migration
            signals.post_save.connect(self._on_saved, sender=cls)
            signals.post_delete.connect(self._on_deleted, sender=cls)

    def _on_saved(
        self,
        instance: models.Model,
        created: bool = False,
        raw: bool = False,
        update_fields: frozenset[str] | None = None,
        **kwargs: Any,
    ) -> None:
        # Saved in part, a row may name in memory a file that it does not name in the table.
        written = update_fields is None or bool({self.name, self.attname} & set(update_fields))
        if written and not raw and not (created and self._is_empty(instance)):
            settle_files(holder=instance, field=self.name)

    def _is_empty(self, row: models.Model) -> bool:
        """Whether a row names no file; a new one then has none to take off either."""
        return getattr(row, self.attname) is None

    def after_bulk(self, rows: Iterable[models.Model]) -> None:
        """Put the files of rows that were stored at once onto their records."""
        for row in rows:
            if not self._is_empty(row):
                settle_files(holder=row, field=self.name)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Refuse to stand on a record with drafts, whose files would be cleared."""
        found: list[checks.CheckMessage] = super().check(**kwargs)
        if issubclass(self.model, DraftStateMixin):
            found.append(
                checks.Error(
                    "A record with drafts cannot hold files: one that only a draft names "
                    "belongs to no record and is cleared after a day.",
                    obj=self,
                    id="core.E001",
                )
            )
        return found

    def _on_deleted(self, instance: models.Model, **kwargs: Any) -> None:
        place = place_of(instance, self.name)
        for file in RecordFile.objects.filter(place=place, released_at=None):
            release_file(file=file)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse a file that the record holds already in another place."""
        super().validate(value, model_instance)
        file = RecordFile.objects.filter(pk=value).first()
        if file is None or model_instance is None or model_instance.pk is None:
            return
        twin = twin_of(file, owner_of(model_instance))
        if twin is not None and twin.place != place_of(model_instance, self.name):
            raise ValidationError(same_bytes(twin), code="same_bytes")

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field that takes files instead of a choice among all there are."""
        kwargs.pop("widget", None)
        kwargs.setdefault("form_class", RecordFileFormField)
        kwargs.setdefault("use", self.use)
        # Past the foreign key, which would offer the files of everybody.
        return models.Field.formfield(self, **kwargs)
