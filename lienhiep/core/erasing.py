"""Taking a person's words out of what was written down about records."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, Revision

from lienhiep.core.models.jobs import Job
from lienhiep.core.models.search import SearchEntry

SHORTEST = 2
"""Letters of the shortest words looked for; a single letter is in every text."""


@dataclass(frozen=True)
class Traces:
    """The words that give a person away, and what is written in their place."""

    words: tuple[str, ...]
    pseudonym: str

    @classmethod
    def of(cls, words: Iterable[str], pseudonym: str) -> Traces:
        """Return the traces, the longest first, so that no part of a name is left over."""
        kept = {unicodedata.normalize("NFC", word).strip() for word in words}
        found = sorted((word for word in kept if len(word) >= SHORTEST), key=len, reverse=True)
        return cls(tuple(found), pseudonym)

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What is looked for: whole words, in small letters or capitals."""
        if not self.words:
            return None
        either = "|".join(map(re.escape, self.words))
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def gone_from(self, value: Any) -> Any:
        """Return a text, or anything that JSON knows, with the pseudonym in their place."""
        if isinstance(value, str):
            text = unicodedata.normalize("NFC", value)
            changed = self.pattern.sub(self.pseudonym, text) if self.pattern else text
            return changed if changed != text else value
        if isinstance(value, dict):
            return {key: self.gone_from(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.gone_from(inner) for inner in value]
        return value

    def stand_in(self, value: Any) -> bool:
        """Return whether one of the words stands in a text, or in anything that JSON knows."""
        return bool(self.gone_from(value) != value)

    def and_of(self, words: Iterable[str]) -> Traces:
        """Return these traces with more words."""
        return Traces.of([*self.words, *words], self.pseudonym)

    def elsewhere(self) -> Iterator[str]:
        """Yield where the words still stand: in entries of other records, perhaps of namesakes."""
        for log in ModelLogEntry.objects.order_by("pk").iterator():
            if self.gone_from([log.label, log.data]) != [log.label, log.data]:
                yield f"{_kind(log.content_type_id)} {log.object_id}"
        for entry in SearchEntry.objects.order_by("pk").iterator():
            if self.gone_from([entry.title, entry.body]) != [entry.title, entry.body]:
                yield f"{entry.kind} {entry.object_id}"


def _kind(content_type_id: int | None) -> str:
    content_type = ContentType.objects.get_for_id(content_type_id) if content_type_id else None
    return f"{content_type.app_label}.{content_type.model}" if content_type else ""


@dataclass(frozen=True)
class Place:
    """A field of a record of which no value may be left in the history, not even a former one."""

    record: models.Model
    field: str
    identifies: bool

    def changes_in(self, data: Any, *, own: bool) -> Iterator[dict[str, Any]]:
        """Yield what an entry says of the field: of the record itself, or as part of its owner."""
        if own and self.field in data.get("changes", {}):
            yield data["changes"][self.field]
        for child in data.get("children", []):
            is_it = (child.get("model"), str(child.get("pk"))) == (
                self.record._meta.label_lower,
                str(self.record.pk),
            )
            if is_it and self.field in child.get("changes", {}):
                yield child["changes"][self.field]

    def entries(self) -> Iterator[tuple[Any, bool]]:
        """Yield the entries in which the field may stand, and whether they are the record's own."""
        yield from ((log, True) for log in _logs(self.record))
        owner = self.record.history_owner() if hasattr(self.record, "history_owner") else None
        if owner is not None:
            yield from ((log, False) for log in _logs(owner))


def is_typed(record: models.Model, field: str) -> bool:
    """Return whether a field holds what somebody typed, and not a link to another record."""
    try:
        found = record._meta.get_field(field)
    except FieldDoesNotExist:
        return False
    return bool(found.concrete) and not found.is_relation


def former_values(places: Iterable[Place]) -> set[str]:
    """Return what once stood in fields that tell who somebody is: a former name, an old number."""
    found = set()
    for place in places:
        for log, own in place.entries() if place.identifies else ():
            for change in place.changes_in(log.data or {}, own=own):
                found |= {one for one in change.values() if isinstance(one, str) and one}
    return found


def empty_history(places: Iterable[Place], pseudonym: str) -> None:
    """Put the pseudonym in the place of every value that the history holds of some fields."""
    for place in places:
        for log, own in place.entries():
            data = copy.deepcopy(log.data or {})
            for change in place.changes_in(data, own=own):
                change.update(
                    {
                        name: pseudonym if value not in (None, "") else value
                        for name, value in change.items()
                        if name in ("before", "after")
                    }
                )
            if data != (log.data or {}):
                type(log).objects.filter(pk=log.pk).update(data=data)


def _logs(record: models.Model) -> Any:
    return registry.get_logs_for_instance(record).order_by("pk")


def with_owners(records: Iterable[models.Model]) -> list[models.Model]:
    """Return records once each, with those on whose history their changes stand."""
    found: dict[tuple[str, Any], models.Model] = {}
    for record in records:
        owner = record.history_owner() if hasattr(record, "history_owner") else None
        for one in filter(None, (record, owner)):
            found[one._meta.label_lower, one.pk] = one
    return list(found.values())


def scrub(records: list[models.Model], traces: Traces, *, after: int = 0) -> int:
    """Put the pseudonym into the history and the drafts of records, entry by entry.

    Only entries after a given one are read. Returns the id of the last one there was, so
    that a second look, in the transaction that changes the records, reads the rest.
    """
    newest = ModelLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for record in records:
        _scrub_history(record, traces, after)
        _scrub_drafts(record, traces)
    if not after:
        _scrub_jobs(traces)
    return newest


def _scrub_history(record: models.Model, traces: Traces, after: int) -> None:
    logs = registry.get_logs_for_instance(record)
    if logs.model is ModelLogEntry:
        logs = logs.filter(pk__gt=after)
    for log in logs.order_by("pk"):
        label, data = traces.gone_from(log.label), traces.gone_from(log.data)
        if (label, data) != (log.label, log.data):
            logs.filter(pk=log.pk).update(label=label, data=data)


def _scrub_drafts(record: models.Model, traces: Traces) -> None:
    drafts = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(record, for_concrete_model=False),
        object_id=str(record.pk),
    )
    for draft in drafts:
        content, label = traces.gone_from(draft.content), traces.gone_from(draft.object_str)
        if (content, label) != (draft.content, draft.object_str):
            drafts.filter(pk=draft.pk).update(content=content, object_str=label)


def _scrub_jobs(traces: Traces) -> None:
    names = ("title", "arguments", "message", "cursor", "error", "error_detail")
    for job in Job.objects.order_by("pk").iterator():
        before = {name: getattr(job, name) for name in names}
        if (after := traces.gone_from(before)) != before:
            Job.objects.filter(pk=job.pk).update(**after)
