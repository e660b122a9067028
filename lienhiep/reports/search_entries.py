"""How reports and key tasks are found."""

from __future__ import annotations

import re

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.reports.models import KeyTask, Report
from lienhiep.reports.tokens import TOKEN


@search_entry(Report, label=_("Report"))
def report_entry(report: Report) -> Searchable:
    """Find a report by its title, number and text; its figures stand in no search."""
    text = " ".join(f"{one.heading} {one.text}" for one in report.sections.all())
    words = strip_tags(TOKEN.sub("", re.sub(r"<", " <", text)))
    return Searchable(
        title=report.title,
        body=re.sub(r"\s+([,.;:])", r"\1", words),
        date=report.data_date,
        symbol=report.number,
        url=admin_row_url(report) or "",
        public_url=report.get_absolute_url() if report.shown_to_all else None,
    )


@search_entry(KeyTask, label=_("Key task"))
def key_task_entry(task: KeyTask) -> Searchable:
    """Find a task by what is to be done, who leads it and what came of it."""
    return Searchable(
        title=task.title,
        body="\n".join(filter(None, [task.lead, task.coordinating, task.product, task.result])),
        date=task.due_on,
        url=admin_row_url(task) or "",
    )
