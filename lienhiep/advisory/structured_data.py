"""What machines read of advice, science tasks and funded projects; never of money."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lienhiep.advisory.addresses import project_url, science_url, task_url
from lienhiep.advisory.choices import PartnerRole
from lienhiep.advisory.models import AdvisoryTask, FundedProject, ScienceTask
from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import absolute, publisher


def of_task(task: AdvisoryTask) -> dict[str, Any]:
    """Return the report of an advisory task (schema.org Report)."""
    return {
        "@type": "Report",
        "name": task.title,
        "abstract": task.summary,
        "genre": task.kind_label,
        "datePublished": task.delivered_on,
        "inLanguage": "vi",
        "url": absolute(task_url(task)),
        "author": _organisations(row.organisation for row in task.performers.all()),
        "publisher": publisher(union_identity()),
        "audience": {"@type": "Audience", "audienceType": str(task.asker)},
    }


def of_science_task(task: ScienceTask) -> dict[str, Any]:
    """Return a science task (schema.org ResearchProject)."""
    return {
        "@type": "ResearchProject",
        "name": task.title,
        "description": task.aim,
        "identifier": task.code,
        "url": absolute(science_url(task)),
        "foundingDate": task.starts_on,
        "dissolutionDate": task.accepted_on or task.stopped_on,
        "member": _organisations(row.organisation for row in task.performers.all()),
    }


def of_project(project: FundedProject) -> dict[str, Any]:
    """Return a funded project with its donors and partners (schema.org Project)."""
    partners = list(project.partners.all())
    return {
        "@type": "Project",
        "name": project.title,
        "description": project.aim,
        "url": absolute(project_url(project)),
        "foundingDate": project.starts_on,
        "dissolutionDate": project.ends_on,
        "funder": _organisations(
            row.organisation for row in partners if row.role == PartnerRole.DONOR
        ),
        "member": _organisations(
            row.organisation for row in partners if row.role != PartnerRole.DONOR
        ),
    }


def _organisations(rows: Iterable[Any]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": str(one)} for one in rows if one is not None]
