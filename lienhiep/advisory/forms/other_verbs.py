"""The questions of verbs on councils of others, drafts, science tasks and projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.advisory.choices import CouncilRole, Grade
from lienhiep.advisory.files import ACCEPTANCE, COMMENT
from lienhiep.advisory.forms.verbs import chosen
from lienhiep.advisory.models import CouncilInvitation
from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms.verbs import OnDayForm, ReasonForm
from lienhiep.core.money_fields import MoneyFormField
from lienhiep.core.viewsets.verbs import AboutRow


class DelegateForm(AboutRow):
    """Who sits in that council for the Union, and as what."""

    role = forms.ChoiceField(
        label=_("Part of the delegate"),
        choices=CouncilRole.choices,
        initial=CouncilRole.REVIEWER,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Choose the person with the directory's own chooser."""
        super().__init__(*args, **kwargs)
        self.fields["delegate"] = chosen(CouncilInvitation, "delegate", required=True)
        self.order_fields(["delegate", "role"])


class AttendanceForm(OnDayForm):
    """When the delegate took part, and what they said there."""

    position_taken = forms.CharField(
        label=_("Position taken"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )


class CommentForm(OnDayForm):
    """When the comment was sent, on how many points, and its file."""

    points = forms.IntegerField(label=_("Points commented on"), min_value=0, required=False)
    comment_file = RecordFileFormField(label=_("Comment as sent"), use=COMMENT, required=False)


class ExtendForm(AboutRow, ReasonForm):
    """Until when a science task is prolonged, and why."""

    due_on = forms.DateField(label=_("New planned end"), widget=AdminDateInput)
    field_order = ["due_on", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the present end."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", self.row.due_on)


class AcceptanceForm(OnDayForm):
    """When a result was accepted, with which grade, and the record of it."""

    grade = forms.ChoiceField(label=_("Grade of the acceptance"), choices=Grade.choices)
    acceptance_file = RecordFileFormField(
        label=_("Record of the acceptance"), use=ACCEPTANCE, required=False
    )


class ProjectReportForm(OnDayForm):
    """What a project reached in a stretch of time, in counts only."""

    since = forms.DateField(label=_("Report covers from"), widget=AdminDateInput)
    until = forms.DateField(label=_("Report covers until"), widget=AdminDateInput)
    beneficiaries = forms.IntegerField(
        label=_("People reached (count)"),
        min_value=0,
        help_text=_("How many times people were reached. Never write down who they are."),
    )
    activities = forms.IntegerField(label=_("Activities held (count)"), min_value=0, initial=0)
    spent = MoneyFormField(label=_("Money spent"), required=False)
    field_order = ["since", "until", "on", "beneficiaries", "activities", "spent"]
