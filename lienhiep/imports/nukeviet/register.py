"""Which rows of the former site are here already, and at which addresses they stood."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from lienhiep.imports.models import CarriedRecord
from lienhiep.portal.models import FormerEntry, FormerSite

AT_ONCE = 500


class Register:
    """What stands for what; read once for each kind, written with each batch."""

    def __init__(self, site: str, *, is_trial: bool) -> None:
        self.site = site
        self.is_trial = is_trial
        self._known: dict[str, dict[str, int]] = {}
        self._waiting: list[CarriedRecord] = []
        self._tried: dict[str, set[str]] = defaultdict(set)

    def known(self, kind: str) -> dict[str, int]:
        """Return the ids of the records of a kind, by the numbers of the former site."""
        if kind not in self._known:
            rows = CarriedRecord.objects.filter(site=self.site, kind=kind)
            found = rows.values_list("old_id", "object_id").iterator()
            self._known[kind] = {old: pk or 0 for old, pk in found}
        return self._known[kind]

    def has(self, kind: str, old_id: Any) -> bool:
        """Return whether a row is here already."""
        return str(old_id) in self.known(kind)

    def add(
        self, kind: str, old_id: Any, record: models.Model | None, *, has_open_links: bool = False
    ) -> None:
        """Take down that a record stands for a row; written with the batch."""
        self.known(kind)[str(old_id)] = record.pk or 0 if record is not None else 0
        if self.is_trial:
            return
        self._waiting.append(
            CarriedRecord(
                site=self.site,
                kind=kind,
                old_id=str(old_id)[:200],
                content_type=_kind_of(record),
                object_id=record.pk if record is not None else None,
                has_open_links=has_open_links,
            )
        )

    def flush(self) -> None:
        """Write what waits."""
        CarriedRecord.objects.bulk_create(self._waiting, batch_size=AT_ONCE)
        self._waiting = []

    def forget(self) -> None:
        """Let go of what a failed batch would have written, and read anew."""
        self._waiting = []
        self._known = {}


class Addresses:
    """The addresses of the former site, and where each leads now."""

    def __init__(self, site: FormerSite | None) -> None:
        self.site = site
        self.urls: dict[str, str] = {}
        """New addresses of lists and pages, for links within texts."""

        self._waiting: dict[str, FormerEntry] = {}

    def add(self, key: str, record: models.Model | None = None, path: str = "") -> None:
        """Take down where an address leads: to a record, or to a list."""
        if path:
            self.urls[key] = path
        if self.site is None or key in self._waiting:
            return
        self._waiting[key] = FormerEntry(
            site=self.site,
            key=key,
            content_type=_kind_of(record),
            object_id=record.pk if record is not None else None,
            path=path[:500],
        )

    def flush(self) -> None:
        """Write what waits; an address that is there already stays as it is."""
        FormerEntry.objects.bulk_create(
            list(self._waiting.values()), batch_size=AT_ONCE, ignore_conflicts=True
        )
        self._waiting = {}

    def forget(self) -> None:
        """Let go of what a failed batch would have written."""
        self._waiting = {}


def _kind_of(record: models.Model | None) -> ContentType | None:
    if record is None:
        return None
    return ContentType.objects.get_for_model(record, for_concrete_model=False)
