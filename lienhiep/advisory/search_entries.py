"""What this room says of its records to somebody who searches.

A reader of the site meets the same entry as the office: it holds nothing that a public
page would not show.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.addresses import project_url, science_url, task_url
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    DraftComment,
    FundedProject,
    ScienceTask,
)
from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url


def _text(*parts: str) -> str:
    return "\n".join(filter(None, parts))


@search_entry(AdvisoryTask, label=_("Advisory task"))
def task_entry(task: AdvisoryTask) -> Searchable:
    """Find a task by its title, the bodies and the summary; never by money or reasons."""
    return Searchable(
        title=task.title,
        body=_text(str(task.asker), task.performers_label, task.summary),
        date=task.delivered_on or task.received_on,
        url=admin_row_url(task) or "",
        public_url=task_url(task) if task.is_open_to_readers else None,
    )


@search_entry(ScienceTask, label=_("Science task"))
def science_entry(task: ScienceTask) -> Searchable:
    """Find a science task by title, code, bodies, head and aim."""
    head = str(task.head) if task.head else ""
    return Searchable(
        title=task.title,
        body=_text(task.performers_label, head, task.aim),
        symbol=task.code,
        date=task.accepted_on or task.starts_on,
        url=admin_row_url(task) or "",
        public_url=science_url(task) if task.is_open_to_readers else None,
    )


@search_entry(FundedProject, label=_("Funded project"))
def project_entry(project: FundedProject) -> Searchable:
    """Find a project by title, partners and aim."""
    return Searchable(
        title=project.title,
        body=_text(project.partners_label, project.aim),
        date=project.starts_on,
        url=admin_row_url(project) or "",
        public_url=project_url(project) if project.is_open_to_readers else None,
    )


@search_entry(CouncilInvitation, label=_("Council of another body"))
def invitation_entry(invitation: CouncilInvitation) -> Searchable:
    """Find a seat on another body's council by what is judged and who invites."""
    return Searchable(
        title=invitation.title,
        body=str(invitation.inviter),
        date=invitation.attended_on or invitation.invited_on,
        url=admin_row_url(invitation) or "",
    )


@search_entry(DraftComment, label=_("Comment on a draft"))
def draft_entry(draft: DraftComment) -> Searchable:
    """Find a draft by its title and the body that asks."""
    return Searchable(
        title=draft.title,
        body=str(draft.asker),
        date=draft.sent_on or draft.received_on,
        url=admin_row_url(draft) or "",
    )
