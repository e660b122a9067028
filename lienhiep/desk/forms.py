"""What is filled in at the desk itself: how to be written to, and what to look for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm, OfficeModelForm
from lienhiep.core.period import today
from lienhiep.desk.acts import actions_of
from lienhiep.desk.models import MailChoice


class MailForm(OfficeModelForm):
    """How somebody wants to be written to."""

    class Meta:
        model = MailChoice
        fields = ["days", "waiting", "notices", "urgent_at_once"]
        widgets = {"days": forms.RadioSelect, "waiting": forms.RadioSelect}


class Span(models.TextChoices):
    """Stretches of days back from today."""

    WEEK = "week", _("The last 7 days")
    MONTH = "month", _("The last 30 days")
    YEAR = "year", _("This year")
    LAST_YEAR = "last_year", _("Last year")


class ActsForm(OfficeForm):
    """Which of one's own acts to show."""

    span = forms.ChoiceField(
        label=_("Time"), required=False, choices=[("", _("At any time")), *Span.choices]
    )
    action = forms.ChoiceField(label=_("What was done"), required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        """Offer what this person has done at some time."""
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", _("Anything")), *actions_of(user)]

    def asked(self) -> dict[str, Any]:
        """Return what was asked for; what cannot be asked leaves everything standing."""
        if not self.is_valid():
            return {}
        since, until = days_of(self.cleaned_data["span"])
        return {"since": since, "until": until, "action": self.cleaned_data["action"]}


def days_of(span: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a stretch; None where it has no end."""
    day = today()
    match span:
        case Span.WEEK:
            return day - timedelta(days=6), None
        case Span.MONTH:
            return day - timedelta(days=29), None
        case Span.YEAR:
            return date(day.year, 1, 1), None
        case Span.LAST_YEAR:
            return date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)
    return None, None
