"""When a scheduled task is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.models.jobs import ScheduledTask

Rhythm = ScheduledTask.Rhythm

NEEDED = {
    Rhythm.MINUTES: ("every_minutes",),
    Rhythm.DAILY: ("at",),
    Rhythm.WEEKLY: ("weekday", "at"),
    Rhythm.MONTHLY: ("day_of_month", "at"),
}


class ScheduledTaskForm(forms.ModelForm):
    """The rhythm of a task; what its rhythm does not need is left empty."""

    every_minutes = forms.IntegerField(
        label=gettext_lazy("Minutes between"), min_value=1, max_value=24 * 60, required=False
    )
    day_of_month = forms.IntegerField(
        label=gettext_lazy("Day of the month"),
        min_value=1,
        max_value=31,
        required=False,
        help_text=gettext_lazy("In a shorter month, its last day."),
    )

    class Meta:
        model = ScheduledTask
        fields = ["rhythm", "every_minutes", "weekday", "day_of_month", "at", "is_enabled"]

    def clean(self) -> dict[str, Any]:
        """Ask for what the rhythm needs, and forget the rest."""
        data = super().clean() or self.cleaned_data
        needed = NEEDED.get(data.get("rhythm", ""), ())
        for name in ("every_minutes", "weekday", "day_of_month", "at"):
            if name not in needed:
                data[name] = None
            elif data.get(name) is None and name not in self.errors:
                self.add_error(name, _("This rhythm needs it."))
        return data
