"""The questions that a verb asks before it is done."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import today

USUAL_HOT_DAYS = 3
"""What is offered where nobody typed a day; a habit of the office, no rule."""


def usual_end() -> date:
    """Return the last hot day that is offered."""
    return today() + timedelta(days=USUAL_HOT_DAYS)


class HotForm(OfficeForm):
    """Up to which day an article is hot news."""

    until = forms.DateField(
        label=_("Hot news up to and with"), initial=usual_end, widget=AdminDateInput
    )


class ScheduleForm(OfficeForm):
    """At which moment a draft is to be published."""

    at = forms.DateTimeField(label=_("To be published at"), widget=AdminDateTimeInput)
