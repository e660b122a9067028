"""What the verbs of the room ask."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import today
from lienhiep.privacy.files import NOTICE


class TellAuthorityForm(OfficeForm):
    """When the authority was told, under which number, and why late."""

    at = forms.DateTimeField(label=_("Told at"), initial=timezone.now, widget=AdminDateTimeInput)
    reference = forms.CharField(label=_("Number of the notice"), max_length=100, required=False)
    notice = RecordFileFormField(label=_("Notice as it was sent"), use=NOTICE, required=False)
    late_reason = forms.CharField(
        label=_("Why the notice is late"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only where the hours are over."),
    )


class TellPeopleForm(OfficeForm):
    """When and how those were told whose data they are."""

    at = forms.DateTimeField(label=_("Told at"), initial=timezone.now, widget=AdminDateTimeInput)
    how = forms.CharField(
        label=_("How the people were told"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example by letter to all 12 families; no names."),
    )


class CloseBreachForm(OfficeForm):
    """What was learnt."""

    on = forms.DateField(label=_("Day"), initial=today, widget=AdminDateInput)
    lessons = forms.CharField(
        label=_("What was learnt, and what is done otherwise from now on"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    not_told_reason = forms.CharField(
        label=_("Why the authority need not be told"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where it was not told."),
    )


class RunForm(OfficeForm):
    """Why records are let go now, and how many were looked at."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example the number of the decision on destroying."),
    )
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
