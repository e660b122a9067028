"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the demonstration and the command, so that
the rule and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from lienhiep.advisory.actions import (
    Part,
    Partner,
    open_project,
    open_science_task,
    receive_draft,
    receive_invitation,
    receive_task,
)
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    DraftComment,
    FundedProject,
    ScienceTask,
)
from lienhiep.advisory.validators import validate_one_lead
from lienhiep.core.forms import OfficeAdminModelForm


def _kept_rows(form: Any, name: str) -> list[dict[str, Any]]:
    """Return what was typed in the rows of a formset, in their order, without those removed."""
    return [
        row.cleaned_data
        for row in form.formsets[name].ordered_forms
        if row.cleaned_data.get("organisation")
    ]


class PerformedForm(OfficeAdminModelForm):
    """What the forms of both kinds of task share: exactly one body leads the work."""

    def parts(self) -> list[Part]:
        """Return the performing bodies in their order."""
        rows = _kept_rows(self, "performers")
        return [Part(row["organisation"], row["role"]) for row in rows]

    def is_valid(self) -> bool:
        """Ask for one leading body once the rows themselves are right."""
        if not super().is_valid():
            return False
        try:
            validate_one_lead([part.role for part in self.parts()])
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)
            return False
        return True


class AdvisoryTaskForm(PerformedForm):
    """A new task is received with its performers; an existing one is edited."""

    def save(self, commit: bool = True) -> AdvisoryTask:
        """Receive the task, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = receive_task(
            on=facts.pop("received_on"), performers=self.parts(), by=self.for_user, **facts
        )
        return self.instance


class ScienceTaskForm(PerformedForm):
    """A new science task is opened with its performers; an existing one is edited."""

    def save(self, commit: bool = True) -> ScienceTask:
        """Open the task, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = open_science_task(performers=self.parts(), by=self.for_user, **self.facts())
        return self.instance


class FundedProjectForm(OfficeAdminModelForm):
    """A new project is opened with its partners; an existing one is edited."""

    def save(self, commit: bool = True) -> FundedProject:
        """Open the project, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        partners = [
            Partner(row["organisation"], row["role"]) for row in _kept_rows(self, "partners")
        ]
        self.instance = open_project(partners=partners, by=self.for_user, **self.facts())
        return self.instance


class CouncilInvitationForm(OfficeAdminModelForm):
    """A new invitation is received; an existing one is edited."""

    def save(self, commit: bool = True) -> CouncilInvitation:
        """Receive the invitation, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = receive_invitation(on=facts.pop("invited_on"), by=self.for_user, **facts)
        return self.instance


class DraftCommentForm(OfficeAdminModelForm):
    """A new draft is received; an existing one is edited."""

    def save(self, commit: bool = True) -> DraftComment:
        """Receive the draft, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = receive_draft(on=facts.pop("received_on"), by=self.for_user, **facts)
        return self.instance
