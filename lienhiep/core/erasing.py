"""Taking a person's words out of what was written down about records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
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
