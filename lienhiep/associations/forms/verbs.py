"""The questions that a verb asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.associations.choices import CongressMode, LeavingGround, SeatLeaving
from lienhiep.associations.reference_codes import TERM_YEARS_MOST
from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets.verbs import AboutRow

LEFT_FROM = _("The day from which it no longer holds; the day before is the last.")


class LeaveUnionForm(OnDayReasonForm):
    """From which day on, on which ground, by which decision, and why."""

    on = forms.DateField(
        label=_("No longer a member from"),
        initial=today,
        widget=AdminDateInput,
        help_text=LEFT_FROM,
    )
    ground = forms.ChoiceField(label=_("Ground of leaving"), choices=LeavingGround.choices)
    decision = forms.CharField(
        label=_("Decision on leaving"),
        max_length=150,
        required=False,
        help_text=_("Number and day."),
    )
    field_order = ["on", "ground", "decision", "reason"]


class LeaveSeatForm(OnDayForm):
    """From which day on a seat is no longer held, and why."""

    on = forms.DateField(
        label=_("No longer held from"), initial=today, widget=AdminDateInput, help_text=LEFT_FROM
    )
    leaving = forms.ChoiceField(label=_("Ground of leaving the seat"), choices=SeatLeaving.choices)
    note = forms.CharField(
        label=_("Note on leaving the seat"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DissolveForm(OnDayReasonForm):
    """From which day on a body no longer exists, and why."""

    on = forms.DateField(
        label=_("No longer exists from"), initial=today, widget=AdminDateInput, help_text=LEFT_FROM
    )


class AdmitForm(OnDayForm):
    """By which decision an organisation is admitted, and from when."""

    on = forms.DateField(label=_("Day of the decision"), initial=today, widget=AdminDateInput)
    decision = forms.CharField(
        label=_("Symbol of the decision"), max_length=80, help_text=_("Such as 232/QĐ-LHH.")
    )
    decided_by = forms.CharField(
        label=_("Decided by"),
        max_length=120,
        required=False,
        help_text=_("Such as the Standing Committee."),
    )
    since = forms.DateField(
        label=_("Member from"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Only where the decision names another day than its own."),
    )


class HoldCongressForm(AboutRow):
    """When a congress was held, how, with how many delegates, and the term it began."""

    on = forms.DateField(label=_("First day of the congress"), initial=today, widget=AdminDateInput)
    last_day = forms.DateField(
        label=_("Last day of the congress"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Only where it lasted longer than one day."),
    )
    mode = forms.ChoiceField(label=_("Form of the congress"), choices=CongressMode.choices)
    convened = forms.IntegerField(label=_("Delegates convened"), min_value=1)
    present = forms.IntegerField(
        label=_("Delegates present"),
        min_value=1,
        help_text=_("More than the legal share of those convened, or the congress stops."),
    )
    term_label = forms.CharField(
        label=_("Label of the new term"),
        max_length=30,
        required=False,
        help_text=_(
            "As it is printed, such as 2022-2027. An extraordinary congress may begin none."
        ),
    )
    term_years = forms.IntegerField(label=_("Years of the new term"), min_value=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the longest term that the law allows, and the day that was planned."""
        super().__init__(*args, **kwargs)
        day = today()
        self.fields["term_years"].initial = value_on(TERM_YEARS_MOST, day, default=None)
        if self.row.is_day_fixed and self.row.planned_on <= day:
            self.fields["on"].initial = self.row.planned_on


class ReviewForm(OnDayForm):
    """When a cadre plan was gone through, and with which outcome."""

    note = forms.CharField(label=_("Outcome of the review"), max_length=200, required=False)
