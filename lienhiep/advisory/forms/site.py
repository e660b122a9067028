"""What readers of the site narrow the lists by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.advisory.choices import ScienceLevel, TaskKind
from lienhiep.core.forms import OfficeForm


class YearForm(OfficeForm):
    """A year among those that have something to show."""

    has_help = False

    year = forms.TypedChoiceField(
        label=pgettext_lazy("advisory", "Year"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        """Offer the years."""
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", _("All years")), *((one, str(one)) for one in years)]


class TaskFilterForm(YearForm):
    """Advisory tasks by year of delivery and kind."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *TaskKind.choices], required=False
    )


class ScienceFilterForm(YearForm):
    """Science tasks by a year in which they were carried out, and by level."""

    level = forms.ChoiceField(
        label=_("Level of management"),
        choices=[("", _("All levels")), *ScienceLevel.choices],
        required=False,
    )
