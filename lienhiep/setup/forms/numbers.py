"""Numbers that go on from before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from lienhiep.core.forms import OfficeForm


class OpeningForm(OfficeForm):
    """What the counter of a former site showed."""

    day = forms.DateField(
        label=pgettext_lazy("setup", "Counted until the end of"),
        required=False,
        help_text=pgettext_lazy("setup", "The last day on which the former counter was read."),
    )
    visits = forms.IntegerField(
        label=pgettext_lazy("setup", "Visits in all until then"), min_value=0, required=False
    )
    note = forms.CharField(
        label=pgettext_lazy("setup", "Where the number comes from"), max_length=300, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Take a day and a number together, or neither."""
        cleaned = super().clean() or self.cleaned_data
        for field in ("day", "visits"):
            if self.has_changed() and not self.errors and cleaned.get(field) is None:
                self.add_error(field, self.fields[field].error_messages["required"])
        return cleaned


class RegisterForm(OfficeForm):
    """The last number that a register gave on paper this year; empty leaves it as it is."""

    last = forms.IntegerField(
        label=pgettext_lazy("setup", "Last number given this year"),
        min_value=0,
        max_value=999_998,
        required=False,
    )
