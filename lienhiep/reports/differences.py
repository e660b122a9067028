"""What has changed under a frozen report: added, removed, changed, back-dated, by whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from lienhiep.core.figures import Value, evaluate, figure_named
from lienhiep.reports.models import FrozenFigure, Report

KINDS = {
    "added": _("added"),
    "back-dated": _("back-dated"),
    "removed": _("removed"),
    "changed": _("changed"),
}


@dataclass(frozen=True)
class Difference:
    """One record that counts otherwise now than when the report was signed."""

    kind: str
    object_id: int
    before: Decimal | None
    after: Decimal | None
    group_before: str
    group_after: str
    who: str
    when: datetime | None

    @property
    def kind_label(self) -> Any:
        """The kind of difference in words."""
        return KINDS[self.kind]


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
    return FigureDifference(
        frozen,
        now,
        list(_record_differences(report, frozen, now)),
        definition_changed=figure.version != frozen.version,
    )


def _record_differences(report: Report, frozen: FrozenFigure, now: Value) -> Iterator[Difference]:
    before = {
        pk: (amount, group)
        for pk, amount, group in frozen.frozen_records.values_list("object_id", "amount", "group")
    }
    after = {
        one.pk: (Decimal(one.amount), one.group)
        for one in (now.counting.contributions() if now.counting else [])
    }
    changed = [pk for pk in before.keys() | after.keys() if before.get(pk) != after.get(pk)]
    if not changed or frozen.content_type is None or report.frozen_at is None:
        return
    logs = _newest_logs(frozen.content_type_id, changed, report.frozen_at)
    made_after = _made_after(frozen.content_type_id, changed, report.frozen_at)
    for pk in sorted(changed):
        old, new = before.get(pk), after.get(pk)
        log = logs.get(str(pk))
        if old is None:
            kind = "back-dated" if str(pk) in made_after else "added"
        elif new is None:
            kind = "removed"
        else:
            kind = "changed"
        yield Difference(
            kind=kind,
            object_id=pk,
            before=old[0] if old else None,
            after=new[0] if new else None,
            group_before=old[1] if old else "",
            group_after=new[1] if new else "",
            who=str(log.user_display_name) if log else "",
            when=log.timestamp if log else None,
        )


def _logs_since(
    content_type_id: int, pks: list[int], since: datetime
) -> models.QuerySet[ModelLogEntry]:
    return ModelLogEntry.objects.filter(
        content_type_id=content_type_id,
        object_id__in=[str(pk) for pk in pks],
        timestamp__gte=since,
    )


def _newest_logs(content_type_id: int, pks: list[int], since: datetime) -> dict[str, Any]:
    logs = _logs_since(content_type_id, pks, since).select_related("user")
    return {log.object_id: log for log in logs.order_by("timestamp", "pk")}


def _made_after(content_type_id: int, pks: list[int], since: datetime) -> set[str]:
    """Return the records that were not there yet when the report was signed."""
    earlier = ModelLogEntry.objects.filter(
        content_type_id=content_type_id,
        object_id__in=[str(pk) for pk in pks],
        timestamp__lt=since,
    ).values_list("object_id", flat=True)
    return {str(pk) for pk in pks} - set(earlier)
