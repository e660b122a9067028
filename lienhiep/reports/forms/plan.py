"""What is asked when a plan is approved, and when a task is taken over, completed or carried on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.forms import OfficeModelForm
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.office.models import OfficialDocument
from lienhiep.reports.models import KeyTask, WorkPlan
from lienhiep.reports.validators import validate_link


class ApprovePlanForm(OnDayForm, AboutRow):
    """On which day the plan was approved, and by which document."""

    document = forms.ModelChoiceField(
        label=_("Document that approves the plan"),
        queryset=OfficialDocument.objects.none(),
        required=False,
        help_text=_("Those of the year and of the half-year before it are offered."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the documents among which it must be: nobody looks through all of them."""
        super().__init__(*args, **kwargs)
        year = self.row.year
        self.fields["document"].queryset = OfficialDocument.objects.filter(
            issued_on__range=(date(year - 1, 7, 1), date(year, 12, 31))
        ).order_by("-issued_on", "-pk")


class CompleteTaskForm(OnDayForm):
    """When a task was completed, what came of it, and where that is seen."""

    result = forms.CharField(
        label=_("What came of it"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    evidence = forms.CharField(
        label=pgettext_lazy("key task", "Evidence"),
        max_length=500,
        required=False,
        validators=[validate_link],
        help_text=_("The address of a page or a file that shows it."),
    )


class CarryOverForm(AboutRow):
    """Into which plan a task is taken."""

    plan = forms.ModelChoiceField(label=_("Plan of work"), queryset=WorkPlan.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the plans of later years."""
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = WorkPlan.objects.filter(year__gt=self.row.plan.year)


class TakeOverForm(OfficeModelForm):
    """What is asked when a record of another room becomes a key task."""

    class Meta:
        model = KeyTask
        fields = [
            "plan",
            "title",
            "area",
            "lead_role",
            "lead_text",
            "coordinating",
            "due_on",
            "timing",
            "product",
        ]
        widgets = {"title": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the plans that are still drawn up or carried out."""
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = WorkPlan.objects.not_over()
