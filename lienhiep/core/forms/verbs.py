"""The questions that most verbs ask before they are done: on which day, and why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.forms.office import OfficeForm
from lienhiep.core.period import today


class OnDayForm(OfficeForm):
    """On which day it happened."""

    on = forms.DateField(label=_("Day"), initial=today, widget=AdminDateInput)


class ReasonForm(OfficeForm):
    """Why it is done; the reason stands in the history."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


class OnDayReasonForm(OnDayForm, ReasonForm):
    """On which day, and why."""

    field_order = ["on", "reason"]
