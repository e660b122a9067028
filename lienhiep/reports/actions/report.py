"""What is done with a report: it is signed and frozen, shown, withdrawn, taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Max, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.figures import Contribution, Value, all_figures, evaluate_all
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.reports.choices import ReportState
from lienhiep.reports.models import FrozenFigure, FrozenRecord, FrozenTaskList, Report, Section
from lienhiep.reports.task_lines import lines_of, tasks_of_year
from lienhiep.reports.tokens import tokens_in

AT_ONCE = 1000
"""How many frozen records are written in one statement."""


def freeze_report(
    *, report: Report, by: Any, signer: str = "", signer_position: str = ""
) -> Report:
    """Sign a report: keep every figure of the catalogue with each record behind it.

    Refuses a report that is frozen already, one whose data date lies in the future
    (records of tomorrow cannot be counted), and one whose period has not begun by then.
    """
    with verb("reports.freeze_report", by=by, about=report):
        _one_moment()
        held = Report.objects.select_for_update().get(pk=report.pk)
        _refuse_unripe(held)
        for value in evaluate_all(all_figures(), held.period, held.data_date):
            _freeze_figure(held, value)
        _freeze_tasks(held)
        held.state = ReportState.FROZEN
        held.frozen_at = timezone.now()
        held.frozen_by = by
        held.signer = signer or held.signer
        held.signer_position = signer_position or held.signer_position
        held.save()
    report.refresh_from_db()
    return report


def _refuse_unripe(report: Report) -> None:
    if report.state != ReportState.DRAFT:
        raise ValidationError(_("This report is frozen already."))
    if report.data_date > today():
        raise ValidationError(_("The data date lies in the future."))
    if report.data_date < report.period.start:
        raise ValidationError(_("The data date lies before the period begins."))


def _one_moment() -> None:
    """Let every figure be counted on the same state of the records.

    SQLite's transactions do so by themselves; PostgreSQL counts each question on its own
    moment unless told otherwise before the first one.
    """
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _freeze_figure(report: Report, value: Value) -> None:
    contributions = list(value.counting.contributions()) if value.counting else []
    causes = value.counting.causes() if value.counting else {}
    statement = value.statement
    kept = FrozenFigure.objects.create(
        report=report,
        code=value.figure.code,
        name=value.figure.name,
        label=str(value.figure.label),
        unit=str(value.figure.unit),
        section=str(value.figure.section),
        counting_date=str(value.figure.counting_date),
        version=value.figure.version,
        readers=sorted(value.figure.readers),
        value=value.value,
        plan=value.plan,
        parts=value.as_json()["parts"],
        stated=statement.value if statement else None,
        stated_reason=statement.reason if statement else "",
        stated_source=statement.source if statement else "",
        records=len(contributions),
        digest=digest_of(value, contributions),
        **_kind_of_records(value),
    )
    FrozenRecord.objects.bulk_create(
        [
            FrozenRecord(
                figure=kept,
                object_id=one.pk,
                amount=Decimal(one.amount),
                group=one.group,
                causes=causes.get(one.pk, {}),
            )
            for one in contributions
        ],
        batch_size=AT_ONCE,
    )


def _freeze_tasks(report: Report) -> None:
    """Keep the key tasks that the text lists, as text: they go on, the report does not."""
    texts = report.sections.values_list("text", flat=True)
    years = {token.tasks_of for text in texts for token in tokens_in(str(text)) if token.tasks_of}
    for year in sorted(years):
        lines = lines_of(tasks_of_year(year))
        FrozenTaskList.objects.create(report=report, year=year, tasks=lines)


def _kind_of_records(value: Value) -> dict[str, Any]:
    """Return what kind of record stands behind a figure, and the newest ids at this moment."""
    if value.counting is None:
        return {}
    model = value.counting.model
    return {
        "content_type": ContentType.objects.get_for_model(model),
        "last_id": _newest_id(model),
        "last_cause_ids": {
            cause._meta.label_lower: _newest_id(cause) for cause in value.counting.cause_models()
        },
    }


def _newest_id(model: type[Model]) -> int:
    return model._base_manager.aggregate(newest=Max("pk"))["newest"] or 0


def digest_of(value: Value, contributions: Iterable[Contribution]) -> str:
    """Return a checksum of a figure and of all that stands behind it, on either database."""
    text = json.dumps(
        [
            value.figure.code,
            value.figure.version,
            str(value.period),
            value.data_date.isoformat(),
            [[one.pk, f"{Decimal(one.amount).normalize():f}", one.group] for one in contributions],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


def withdraw_report(*, report: Report, by: Any, reason: str) -> Report:
    """Take a signed report back; it stays readable for the office, with the reason."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, for those who read the history.")})
    with verb("reports.withdraw_report", by=by, about=report, reason=reason):
        held = _signed(report, _("Only a signed report can be withdrawn."))
        held.state = ReportState.WITHDRAWN
        held.save()
    report.refresh_from_db()
    return report


def show_report(*, report: Report, by: Any) -> Report:
    """Put a signed report on the site."""
    return _show(report, by=by, shown=True, action="reports.show_report")


def hide_report(*, report: Report, by: Any) -> Report:
    """Take a signed report from the site; it stays signed."""
    return _show(report, by=by, shown=False, action="reports.hide_report")


def _show(report: Report, *, by: Any, shown: bool, action: str) -> Report:
    with verb(action, by=by, about=report):
        held = _signed(report, _("Only a signed report can be shown on the site."))
        held.is_public = shown
        held.save()
    report.refresh_from_db()
    return report


def number_report(*, report: Report, by: Any, number: str) -> Report:
    """Write down the number that a signed report received in the register; once."""
    with verb("reports.number_report", by=by, about=report):
        held = _signed(report, _("A report receives its number when it is signed."))
        if held.number:
            raise ValidationError({"number": _("This report has a number already.")})
        held.number = number
        held.save()
    report.refresh_from_db()
    return report


def _signed(report: Report, otherwise: str) -> Report:
    """Return the report as it stands, held until the act is over; refuse where it is not signed."""
    held = Report.objects.select_for_update().get(pk=report.pk)
    if held.state != ReportState.FROZEN:
        raise ValidationError(otherwise)
    return held


def redraft_report(*, report: Report, by: Any) -> Report:
    """Begin a new draft with the text of a signed report, whose figures live again."""
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
