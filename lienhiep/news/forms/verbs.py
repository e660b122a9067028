"""The questions that a verb asks before it is done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow

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


class FeatureForm(OfficeForm):
    """Up to which day an article may stand at the head of the site."""

    until = forms.DateField(
        label=_("At the head of the site up to and with"),
        initial=usual_end,
        required=False,
        widget=AdminDateInput,
        help_text=_("Left empty, it stands there until another takes its place."),
    )


class RoyaltyForm(OfficeForm):
    """How many units of royalty articles are worth."""

    coefficient = forms.DecimalField(
        label=_("Royalty coefficient"),
        min_value=0,
        max_digits=4,
        decimal_places=1,
        localize=True,
        required=False,
        help_text=_(
            "Times the unit of the day on which it was first published (Decree 18/2014/NĐ-CP). "
            "0: none is paid; left empty: not decided."
        ),
    )


class ExpiryForm(AboutRow):
    """Until when lists show an article."""

    at = forms.DateTimeField(
        label=_("Shown in lists until"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Afterwards it is archived, and stays at its address. Left empty: for good."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].initial = self.row.expires_at


class SubmitForm(OfficeForm):
    """What the editor should know of a draft."""

    remarks = forms.CharField(
        label=_("Remarks for the editor"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=_("What is still to be asked or checked; readers never see it."),
    )


class SourceRemovedForm(OfficeForm):
    """At which moment the source took an article off, or the office was told."""

    at = forms.DateTimeField(
        label=_("Taken off by its source at"),
        initial=timezone.now,
        widget=AdminDateTimeInput,
        help_text=_("When the source took it off, or when the office was told."),
    )
