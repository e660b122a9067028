"""What has changed under a frozen report: added, removed, changed, back-dated, by whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from lienhiep.core.figures import Contribution, Value, evaluate, figure_named
from lienhiep.reports.actions import digest_of
from lienhiep.reports.causes import Causes, Key, explain_each_other, merged, newest_entries
from lienhiep.reports.models import FrozenFigure, Report

KINDS = {
    "added": _("added"),
    "back-dated": _("back-dated"),
    "removed": _("removed"),
    "changed": _("changed"),
}


@dataclass(frozen=True)
class Difference:
    """One record that counts otherwise now than when the report was signed.

    "added" was there already and counts now; "back-dated" was recorded after the signature
    with a day inside the period, or counts through a record that was; "removed" no longer
    counts (voided, deleted, moved to another day, merged); "changed" adds another amount or
    to another group.
    """

    kind: str
    object_id: int
    before: Decimal | None
    after: Decimal | None
    group_before: str
    group_after: str
    log: ModelLogEntry | None
    cause: Key | None = None
    """The record in whose history the entry stands, where it is another one."""

    @property
    def kind_label(self) -> Any:
        """The kind of difference in words."""
        return KINDS[self.kind]

    @property
    def who(self) -> str:
        """Who changed it, or its cause, last since the signature; empty where nobody is named."""
        return str(self.log.user_display_name) if self.log else ""

    @property
    def when(self) -> datetime | None:
        """When that was."""
        return self.log.timestamp if self.log else None

    @property
    def what(self) -> str:
        """What was done, in the words of the history."""
        return str(registry.get_action_label(self.log.action)) if self.log else ""

    @property
    def reason(self) -> str:
        """The reason that stands in the history."""
        data = self.log.data if self.log and isinstance(self.log.data, dict) else {}
        return str(data.get("reason", ""))


@dataclass(frozen=True)
class FigureDifference:
    """A frozen figure beside the same figure counted now."""

    frozen: FrozenFigure
    now: Value | None
    records: list[Difference]
    definition_changed: bool

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.records) or self.definition_changed


def differences(report: Report) -> list[FigureDifference]:
    """Return every figure of a frozen report with what has changed under it."""
    return [difference(report, frozen) for frozen in report.frozen_figures.all()]


def difference(report: Report, frozen: FrozenFigure) -> FigureDifference:
    """Count one frozen figure again, with the same period and data date."""
    figure = figure_named(frozen.code)
    if figure is None:
        return FigureDifference(frozen, None, [], definition_changed=True)
    now = evaluate(figure, report.period, report.data_date)
    contributions = list(now.counting.contributions()) if now.counting else []
    is_same = digest_of(now, contributions) == frozen.digest
    return FigureDifference(
        frozen,
        now,
        [] if is_same else list(_record_differences(report, frozen, now, contributions)),
        definition_changed=figure.version != frozen.version,
    )


def _record_differences(
    report: Report, frozen: FrozenFigure, now: Value, contributions: list[Contribution]
) -> Iterator[Difference]:
    kept = frozen.frozen_records.values_list("object_id", "amount", "group", "causes")
    before = {pk: (amount, group) for pk, amount, group, _causes in kept}
    after = {one.pk: (Decimal(one.amount), one.group) for one in contributions}
    changed = sorted(pk for pk in before.keys() | after.keys() if before.get(pk) != after.get(pk))
    causes_then = {pk: causes for pk, _amount, _group, causes in kept}
    causes_now = now.counting.causes() if now.counting else {}
    traces = newest_entries(
        own=frozen.content_type,
        causes={pk: merged(causes_then.get(pk), causes_now.get(pk)) for pk in changed},
        since=report.frozen_at,
    )
    if now.counting and now.counting.is_chosen_together:
        explain_each_other(
            traces,
            own=frozen.content_type,
            gone=[pk for pk in changed if pk not in after],
            come=[pk for pk in changed if pk not in before],
        )
    for pk in changed:
        old, new = before.get(pk), after.get(pk)
        trace = traces.get(pk)
        yield Difference(
            kind=_kind(
                is_old=old is not None,
                is_new=new is not None,
                is_recorded_after=_is_recorded_after(frozen, pk, causes_now.get(pk, {})),
            ),
            object_id=pk,
            before=old[0] if old else None,
            after=new[0] if new else None,
            group_before=old[1] if old else "",
            group_after=new[1] if new else "",
            log=trace.log if trace else None,
            cause=trace.cause if trace else None,
        )


def _kind(*, is_old: bool, is_new: bool, is_recorded_after: bool) -> str:
    if is_old:
        return "changed" if is_new else "removed"
    return "back-dated" if is_recorded_after else "added"


def _is_recorded_after(frozen: FrozenFigure, pk: int, causes: Causes) -> bool:
    """Return whether the record, or one through which it counts, is newer than the signature."""
    if pk > frozen.last_id:
        return True
    last = frozen.last_cause_ids
    return any(max(ids) > last[label] for label, ids in causes.items() if label in last)
