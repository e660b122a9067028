"""Which entry of the history tells why a record counts otherwise: its own, or of its causes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

Causes = dict[str, list[int]]
"""Ids under the label of their kind: {"journal.issue": [5]}."""

Key = tuple[str, int]
"""The label of a kind of record ("journal.issue"), and an id."""

AT_ONCE = 500
"""How many records are asked about in one question to the database."""


@dataclass(frozen=True)
class Trace:
    """The entry that tells of a difference, and the other record on which it stands, if so."""

    log: ModelLogEntry
    cause: Key | None = None


def merged(*causes: Causes | None) -> set[Key]:
    """Return the records through which one counted then or counts now."""
    return {(label, pk) for one in causes if one for label, pks in one.items() for pk in pks}


def newest_entries(
    *, own: ContentType | None, causes: dict[int, set[Key]], since: datetime | None
) -> dict[int, Trace]:
    """Return, for each record, the newest entry since a moment: its own or of one of its causes.

    Asks once for each kind of record. Of several entries of one act that is taken which bears
    its verb, and the record's own first.
    """
    if own is None or since is None:
        return {}
    label = f"{own.app_label}.{own.model}"
    keys = {(label, pk) for pk in causes}.union(*causes.values())
    logs = _newest_logs(keys, since)
    traces = {}
    for pk, others in causes.items():
        mine = logs.get((label, pk))
        found = [Trace(mine)] if mine else []
        found += [Trace(logs[key], key) for key in sorted(others) if key in logs]
        if found:
            traces[pk] = _telling(found)
    return traces


def explain_each_other(
    traces: dict[int, Trace], *, own: ContentType | None, gone: list[int], come: list[int]
) -> None:
    """Let what took the place of others tell why they went, where their history is silent."""
    if own is None:
        return
    went, came = _newest_of(traces, own, gone), _newest_of(traces, own, come)
    for silent, other in ((gone, came), (come, went)):
        for pk in silent:
            if pk not in traces and other is not None:
                traces[pk] = other


def _newest_of(traces: dict[int, Trace], own: ContentType, pks: list[int]) -> Trace | None:
    """Return the newest entry of some records, naming the record on which it stands."""
    found = [
        Trace(traces[pk].log, traces[pk].cause or (f"{own.app_label}.{own.model}", pk))
        for pk in pks
        if pk in traces
    ]
    return max(found, key=_moment, default=None)


def _telling(found: list[Trace]) -> Trace:
    newest = max(found, key=_moment)
    act = newest.log.uuid
    same = [one for one in found if act and one.log.uuid == act] or [newest]
    return min(same, key=lambda one: (one.log.action.startswith("wagtail."), bool(one.cause)))


def _moment(trace: Trace) -> tuple[datetime, int]:
    return trace.log.timestamp, trace.log.pk


def _newest_logs(keys: Iterable[Key], since: datetime) -> dict[Key, ModelLogEntry]:
    by_label: dict[str, list[int]] = defaultdict(list)
    for label, pk in sorted(keys):
        by_label[label].append(pk)
    logs: dict[Key, ModelLogEntry] = {}
    for label, pks in by_label.items():
        try:
            kind = ContentType.objects.get_for_model(apps.get_model(label))
        except LookupError:  # this kind of record is no longer kept
            continue
        for start in range(0, len(pks), AT_ONCE):
            found = ModelLogEntry.objects.filter(
                content_type=kind,
                object_id__in=[str(pk) for pk in pks[start : start + AT_ONCE]],
                timestamp__gte=since,
            )
            for log in found.select_related("user").order_by("timestamp", "pk"):
                logs[label, int(log.object_id)] = log
    return logs
