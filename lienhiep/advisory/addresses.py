"""The addresses at which readers open tasks and projects."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.advisory.models import AdvisoryTask, FundedProject, ScienceTask
from lienhiep.core.text import slugify


def task_url(task: AdvisoryTask) -> str:
    """Return the address of an advisory task."""
    return reverse("advisory:task", args=[task.pk, slugify(task.title) or "nhiem-vu"])


def science_url(task: ScienceTask) -> str:
    """Return the address of a science task."""
    return reverse("advisory:science_task", args=[task.pk, slugify(task.title) or "nhiem-vu"])


def project_url(project: FundedProject) -> str:
    """Return the address of a funded project."""
    return reverse("advisory:project", args=[project.pk, slugify(project.title) or "du-an"])
