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
from lienhiep.reports.models import FrozenFigure, Report

KINDS = {
    "added": _("added"),
    "back-dated": _("back-dated"),
    "removed": _("removed"),
    "changed": _("changed"),
}


AT_ONCE = 500
"""How many records are asked about in one question to the database."""


@dataclass(frozen=True)
class Difference:
    """One record that counts otherwise now than when the report was signed.

    "added" was there already and counts now; "back-dated" was recorded after the signature
    with a day inside the period; "removed" no longer counts (voided, deleted, moved to
    another day, merged); "changed" adds another amount or to another group.
    """

    kind: str
    object_id: int
    before: Decimal | None
    after: Decimal | None
    group_before: str
    group_after: str
    log: ModelLogEntry | None

    @property
    def kind_label(self) -> Any:
        """The kind of difference in words."""
        return KINDS[self.kind]

    @property
    def who(self) -> str:
        """Who changed the record last since the signature; empty where its history is silent."""
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
        [] if is_same else list(_record_differences(report, frozen, contributions)),
        definition_changed=figure.version != frozen.version,
    )


def _record_differences(
    report: Report, frozen: FrozenFigure, contributions: list[Contribution]
) -> Iterator[Difference]:
    before = {
        pk: (amount, group)
        for pk, amount, group in frozen.frozen_records.values_list("object_id", "amount", "group")
    }
    after = {one.pk: (Decimal(one.amount), one.group) for one in contributions}
    changed = sorted(pk for pk in before.keys() | after.keys() if before.get(pk) != after.get(pk))
    logs = _newest_logs(report, frozen, changed)
    for pk in changed:
        old, new = before.get(pk), after.get(pk)
        yield Difference(
            kind=_kind(pk, frozen, is_old=old is not None, is_new=new is not None),
            object_id=pk,
            before=old[0] if old else None,
            after=new[0] if new else None,
            group_before=old[1] if old else "",
            group_after=new[1] if new else "",
            log=logs.get(str(pk)),
        )


def _kind(pk: int, frozen: FrozenFigure, *, is_old: bool, is_new: bool) -> str:
    if is_old:
        return "changed" if is_new else "removed"
    return "back-dated" if pk > frozen.last_id else "added"


def _newest_logs(report: Report, frozen: FrozenFigure, pks: list[int]) -> dict[str, ModelLogEntry]:
    """Return the newest entry since the signature in the history of each record."""
    logs: dict[str, ModelLogEntry] = {}
    for start in range(0, len(pks), AT_ONCE):
        found = ModelLogEntry.objects.filter(
            content_type_id=frozen.content_type_id,
            object_id__in=[str(pk) for pk in pks[start : start + AT_ONCE]],
            timestamp__gte=report.frozen_at,
        )
        for log in found.select_related("user").order_by("timestamp", "pk"):
            logs[log.object_id] = log
    return logs
