"""What is done with a report: it is signed and frozen, withdrawn, and taken up again."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.figures import Contribution, Value, all_figures, evaluate
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.reports.choices import ReportState
from lienhiep.reports.models import FrozenFigure, FrozenRecord, Report, Section


def freeze_report(
    *, report: Report, by: Any, signer: str = "", signer_position: str = ""
) -> Report:
    """Sign a report: keep every figure of the catalogue with each record behind it.

    Refuses a report that is frozen already, one whose data date lies in the future
    (records of tomorrow cannot be counted), and one whose period has not begun.
    """
    if report.state != ReportState.DRAFT:
        raise ValidationError(_("This report is frozen already."))
    if report.data_date > today():
        raise ValidationError(_("The data date lies in the future."))
    if report.data_date < report.period.start:
        raise ValidationError(_("The data date lies before the period begins."))
    with verb("reports.freeze_report", by=by, about=report):
        _one_moment()
        for figure in all_figures():
            _freeze_figure(report, evaluate(figure, report.period, report.data_date))
        report.state = ReportState.FROZEN
        report.frozen_at = timezone.now()
        report.frozen_by = by
        report.signer = signer or report.signer
        report.signer_position = signer_position or report.signer_position
        report.save()
    return report


def _one_moment() -> None:
    """Let every figure be counted on the same state of the records.

    SQLite's transactions do so by themselves; PostgreSQL counts each question on its own
    moment unless told otherwise before the first one.
    """
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _freeze_figure(report: Report, value: Value) -> None:
    contributions = list(value.counting.contributions()) if value.counting else []
    kept = FrozenFigure.objects.create(
        report=report,
        code=value.figure.code,
        name=value.figure.name,
        label=str(value.figure.label),
        unit=str(value.figure.unit),
        section=str(value.figure.section),
        counting_date=str(value.figure.counting_date),
        version=value.figure.version,
        value=value.value,
        plan=value.plan,
        parts=value.as_json()["parts"],
        records=len(contributions),
        content_type=(
            ContentType.objects.get_for_model(value.counting.model) if value.counting else None
        ),
        digest=digest_of(value, contributions),
    )
    FrozenRecord.objects.bulk_create(
        [
            FrozenRecord(figure=kept, object_id=one.pk, amount=Decimal(one.amount), group=one.group)
            for one in contributions
        ],
        batch_size=1000,
    )


def digest_of(value: Value, contributions: list[Contribution]) -> str:
    """Return a checksum of a figure and of all that stands behind it."""
    text = json.dumps(
        [
            value.figure.code,
            value.figure.version,
            str(value.period),
            value.data_date.isoformat(),
            value.as_json()["value"],
            [[one.pk, str(one.amount), one.group] for one in contributions],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


def withdraw_report(*, report: Report, by: Any, reason: str) -> Report:
    """Take a signed report back; it stays readable for the office, with the reason."""
    if report.state != ReportState.FROZEN:
        raise ValidationError(_("Only a signed report can be withdrawn."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, for those who read the history.")})
    with verb("reports.withdraw_report", by=by, about=report, reason=reason):
        report.state = ReportState.WITHDRAWN
        report.save()
    return report


def redraft_report(*, report: Report, by: Any) -> Report:
    """Begin a new draft with the text of a frozen report, whose figures live again."""
    if report.state == ReportState.DRAFT:
        raise ValidationError(_("This report is still being written."))
    with verb("reports.redraft_report", by=by) as act:
        draft = Report(
            title=report.title,
            period_code=report.period_code,
            data_date=max(report.data_date, min(today(), report.period.end)),
            replaces=report,
        )
        draft.save()
        act.about(draft)
        for section in report.sections.all():
            Section(
                report=draft, order=section.order, heading=section.heading, text=section.text
            ).save()
    return draft
