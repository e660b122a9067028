"""Records that know who may read them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from lienhiep.core.history import Recorded, RecordedQuerySet
from lienhiep.core.later import Chore, put_all_off, put_off
from lienhiep.core.page_cache import content_changed
from lienhiep.core.principals import principals

KEYS_AT_ONCE = 400
"""Records in one question; SQLite takes no more than 999 numbers in each."""


class RecordKey(models.Model):
    """A key that may read a record; written by `core` whenever the record is saved."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    key = models.CharField(max_length=80)

    class Meta:
        app_label = "core"
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "key", "object_id"], name="core_recordkey_once"
            )
        ]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.content_type_id}/{self.object_id}: {self.key}"


class GuardedQuerySet(RecordedQuerySet):
    """Rows of which each reader sees only their own."""

    def visible_to(self, user: Any) -> Self:
        """Return the rows that this user may read: one indexed look-up."""
        policy = self.model.policy()
        held = principals(user)
        if held & policy.readers_of_all:
            return self
        return self.filter(pk__in=self._keys(held).values("object_id"))

    def visible_among(self, user: Any, ids: Collection[int]) -> Self:
        """Return those of a few rows that this user may read.

        The same as `visible_to` narrowed to them, but without reading the keys of all others.
        """
        policy = self.model.policy()
        held = principals(user)
        if held & policy.readers_of_all:
            return self.filter(pk__in=ids)
        return self.filter(pk__in=self._keys(held).filter(object_id__in=ids).values("object_id"))

    def _keys(self, held: Collection[str]) -> models.QuerySet[RecordKey]:
        content_type = ContentType.objects.get_for_model(self.model)
        return RecordKey.objects.filter(content_type=content_type, key__in=held)


def kinds_with_rows_for(user: Any) -> frozenset[int]:
    """Return the content types of which a user holds the key of some row: one question for all.

    Who reads every row of a kind need not hold a key; ask the policy for that first.
    """
    keys = RecordKey.objects.filter(content_type=models.OuterRef("pk"), key__in=principals(user))
    found = ContentType.objects.filter(models.Exists(keys))
    return frozenset(found.values_list("pk", flat=True))


class Guarded(Recorded):
    """A record that some may read and others may not."""

    objects = GuardedQuerySet.as_manager()

    loaded_with: ClassVar[tuple[str, ...]] = ()
    """Related records of which keys and search entries are made, fetched with many rows at once."""

    class Meta:
        abstract = True

    @classmethod
    def policy(cls) -> Any:
        """Return the room's policy for this kind of record."""
        from lienhiep.core.rules import policy_of  # rules import this module's models

        return policy_of(cls)

    def reader_keys(self) -> set[str]:
        """Return the keys that may read this record, beside those that read all of its kind."""
        return set()

    def name_for(self, user: Any) -> str:
        """Return what this reader may call a record that they may not see; by default nothing.

        Shown where another record names this one, as text and never as a link.
        """
        return ""

    def after_recorded(self) -> None:
        """Keep the keys and the search entry in step with the record."""
        super().after_recorded()
        self.refresh_keys()
        from lienhiep.core.search.feeding import feed  # the search table keeps keys too

        feed(self)

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Any]) -> None:
        """Keep keys and search entries of many records in step, the keys in two queries."""
        if cls.after_recorded is not Guarded.after_recorded:
            super().after_all_recorded(rows)  # a room's own step goes record by record
            return
        from lienhiep.core.search.feeding import feed_all  # as above

        if put_all_off(rows):
            return
        refresh_all_keys(cls, rows)
        feed_all(rows)

    def refresh_keys(self) -> None:
        """Write the reader keys anew where they differ from those kept."""
        if not put_off(self, Chore.KEYS):
            refresh_all_keys(type(self), [self])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the record, its keys and its place in the search table."""
        from lienhiep.core.search.feeding import forget  # as above

        content_type = ContentType.objects.get_for_model(type(self))
        gone = copy(self)  # Django takes the id from a deleted record
        with transaction.atomic():
            result = super().delete(*args, **kwargs)
            # Last, because what hung on the record may have fed it anew while going.
            forget(gone)
            RecordKey.objects.filter(content_type=content_type, object_id=gone.pk).delete()
        return result


def refresh_all_keys(model: type[Guarded], rows: Sequence[Guarded]) -> None:
    """Write the reader keys of some records of one kind anew where they differ."""
    content_type = ContentType.objects.get_for_model(model)
    kept = RecordKey.objects.filter(content_type=content_type)
    for start in range(0, len(rows), KEYS_AT_ONCE):
        batch = rows[start : start + KEYS_AT_ONCE]
        wanted = {(row.pk, key) for row in batch for key in row.reader_keys()}
        of_batch = kept.filter(object_id__in=[row.pk for row in batch])
        present = {
            (one, key): pk for pk, one, key in of_batch.values_list("pk", "object_id", "key")
        }
        if gone := [pk for entry, pk in present.items() if entry not in wanted]:
            kept.filter(pk__in=gone).delete()
            content_changed()  # whoever may no longer read it has read it for the last time
        RecordKey.objects.bulk_create(
            [
                RecordKey(content_type=content_type, object_id=pk, key=key)
                for pk, key in sorted(wanted - present.keys())
            ],
            ignore_conflicts=True,
        )
