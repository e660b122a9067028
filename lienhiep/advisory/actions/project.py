"""Funded projects and their reports, which hold counts and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.advisory.choices import PROJECT_VERBS, PartnerRole
from lienhiep.advisory.models import FundedProject, ProjectPartner, ProjectReport
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation


class Partner(NamedTuple):
    """An organisation and its part in a project."""

    organisation: Organisation
    role: str = PartnerRole.DONOR


def open_project(
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    partners: Sequence[Partner],
    by: User,
    **facts: Any,
) -> FundedProject:
    """Record a funded project with its donors and partners."""
    if not any(partner.role == PartnerRole.DONOR for partner in partners):
        raise ValidationError({"partners": _("Name at least one donor.")})
    with verb("advisory.open_project", by=by) as act:
        project = FundedProject(title=title, starts_on=starts_on, ends_on=ends_on, **facts)
        project.full_clean()
        project.save()
        act.about(project)
        for position, partner in enumerate(partners, start=1):
            row = ProjectPartner(
                project=project,
                organisation=partner.organisation,
                role=partner.role,
                position=position,
            )
            row.full_clean()
            row.save()
    return project


def report_project(
    *,
    project: FundedProject,
    since: date,
    until: date,
    on: date,
    beneficiaries: int,
    by: User,
    activities: int = 0,
    spent: int | None = None,
) -> ProjectReport:
    """Record what a project reached in a stretch of time: how many, never who.

    Refuses a stretch that shares a day with another report, because people would be counted
    twice, and one that lies outside the project.
    """
    validate_not_in_future("on", on)
    validate_not_before("until", until, since)
    validate_not_before("on", on, until)
    with verb("advisory.report_project", by=by) as act:
        lock(project)
        validate_has_state(project, *PROJECT_VERBS["report_project"])
        validate_not_before("since", since, project.starts_on)
        if since > project.ends_on:
            raise ValidationError({"since": _("The project was over by then.")})
        _validate_counted_once(project, since, until)
        report = ProjectReport(
            project=project,
            since=since,
            until=until,
            reported_on=on,
            beneficiaries=beneficiaries,
            activities=activities,
            spent=spent,
        )
        report.full_clean()
        report.save()
        act.about(report)
        act.also_about(project)
    return report


def void_project_report(*, report: ProjectReport, on: date, reason: str, by: User) -> None:
    """Void a report recorded by mistake; it counts nowhere, and stays to be read."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.void_project_report", by=by, about=report, reason=reason):
        lock(report)
        if report.voided_on is not None:
            raise ValidationError(_("This report was voided already."))
        report.voided_on, report.void_reason = on, reason
        report.save()


def restore_project_report(*, report: ProjectReport, reason: str, by: User) -> None:
    """Let a voided report count again, unless another took its place."""
    validate_reason("reason", reason)
    with verb("advisory.restore_project_report", by=by, about=report, reason=reason):
        lock(report)
        if report.voided_on is None:
            raise ValidationError(_("This report is not voided."))
        _validate_counted_once(report.project, report.since, report.until)
        report.voided_on, report.void_reason = None, ""
        report.save()


def stop_project(*, project: FundedProject, on: date, reason: str, by: User) -> None:
    """Stop a project before its planned end."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.stop_project", by=by, about=project, reason=reason):
        lock(project)
        validate_has_state(project, *PROJECT_VERBS["stop_project"])
        project.stopped_on, project.stop_reason = on, reason
        project.full_clean()
        project.save()


def resume_project(*, project: FundedProject, reason: str, by: User) -> None:
    """Let a project go on that was stopped, or recorded as stopped by mistake."""
    validate_reason("reason", reason)
    with verb("advisory.resume_project", by=by, about=project, reason=reason):
        lock(project)
        validate_has_state(project, *PROJECT_VERBS["resume_project"])
        project.stopped_on, project.stop_reason = None, ""
        project.save()


def _validate_counted_once(project: FundedProject, since: date, until: date) -> None:
    other = project.reports.overlapping(since, until).first()
    if other is not None:
        raise ValidationError(
            {"since": _("These days are reported on already: %(other)s.") % {"other": other}}
        )
