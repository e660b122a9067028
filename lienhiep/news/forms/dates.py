"""Between which days readers look for news."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.forms import OfficeDateInput, OfficeForm
from lienhiep.core.period import LAST_YEAR, Period


class DatesForm(OfficeForm):
    """A first and a last day of publication; either may be left out."""

    has_help = False

    tu = forms.DateField(
        label=pgettext_lazy("news", "Published from"),
        required=False,
        widget=OfficeDateInput(),
    )
    den = forms.DateField(
        label=pgettext_lazy("news", "Published until"),
        required=False,
        widget=OfficeDateInput(),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a first day after the last."""
        asked = super().clean() or self.cleaned_data
        first, last = asked.get("tu"), asked.get("den")
        for name in ("tu", "den"):
            if asked.get(name) and not 1900 <= asked[name].year <= LAST_YEAR:
                self.add_error(name, _("No news was published then."))
        if first and last and first > last:
            self.add_error("den", _("The last day is before the first."))
        return asked

    @property
    def is_asked(self) -> bool:
        """Whether somebody narrows the list; what cannot be read narrows nothing."""
        return self.is_valid() and any(self.cleaned_data.values())

    def narrow(self, rows: Any) -> Any:
        """Return the articles or lines published between the days asked for."""
        if not self.is_asked:
            return rows
        first, last = self.cleaned_data["tu"], self.cleaned_data["den"]
        if first:
            rows = rows.filter(published_at__gte=Period.between(first, first).datetimes()[0])
        if last:
            rows = rows.filter(published_at__lt=Period.between(last, last).datetimes()[1])
        return rows
