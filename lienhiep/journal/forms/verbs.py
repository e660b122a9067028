"""The questions that a verb asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.journal.choices import IN_PREPARATION, Stage
from lienhiep.journal.models import DistributionList, Issue


class MoveForm(OfficeForm):
    """To which stage of its making an issue moves."""

    stage = forms.ChoiceField(label=_("Stage of work"), choices=Stage.choices)


class PrintedForm(OnDayForm):
    """When the printer delivered, and how many copies."""

    print_run = forms.IntegerField(
        label=_("Copies delivered"),
        min_value=1,
        required=False,
        help_text=_("Only where the printer delivered more or fewer than ordered."),
    )


class DepositForm(OnDayForm):
    """When the copies of legal deposit were handed in."""

    receipt = forms.CharField(label=_("Number of the receipt"), max_length=120, required=False)


class SnapshotForm(OnDayForm):
    """Which distribution list is copied into the issue."""

    distribution_list = forms.ModelChoiceField(
        label=_("Distribution list"),
        queryset=DistributionList.objects.all(),
        required=False,
        empty_label=_("The list in force on that day"),
    )


class ProofForm(OnDayForm):
    """When a proof was sent, and by when it is to be read."""

    due = forms.DateField(label=_("To be read by"), widget=AdminDateInput)


class PlaceForm(AboutRow):
    """In which issue an article stands, and on which pages."""

    issue = forms.ModelChoiceField(label=_("Journal issue"), queryset=Issue.objects.none())
    page_from = forms.IntegerField(label=_("From page"), min_value=1, required=False)
    page_to = forms.IntegerField(label=_("To page"), min_value=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the issues whose contents may still change, the next to appear first."""
        super().__init__(*args, **kwargs)
        unsigned = Issue.objects.visible_to(self.user).with_state()
        self.fields["issue"].queryset = unsigned.filter(state_code__in=IN_PREPARATION).order_by(
            "year", "number"
        )
        self.initial.setdefault("issue", self.row.issue)
        self.initial.setdefault("page_from", self.row.page_from)
        self.initial.setdefault("page_to", self.row.page_to)
