"""What readers narrow the list of past events by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.events.choices import ConferenceKind, CourseKind, Mode

KINDS = [
    *((kind.value, kind.label) for kind in ConferenceKind),
    *((kind.value, kind.label) for kind in CourseKind),
]


class PastEventsForm(OfficeForm):
    """Past events by year, kind and mode."""

    has_help = False

    nam = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False, empty_value=None)
    loai = forms.ChoiceField(
        label=_("Kind of event"), choices=[("", _("All kinds")), *KINDS], required=False
    )
    hinh_thuc = forms.ChoiceField(
        label=_("Mode"), choices=[("", _("Any mode")), *Mode.choices], required=False
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        """Offer the years in which something was held."""
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", _("All years")), *((year, str(year)) for year in years)]
