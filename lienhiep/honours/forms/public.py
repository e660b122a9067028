"""By what readers narrow the list of honours."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.directory.models import Organisation
from lienhiep.honours.choices import Direction
from lienhiep.honours.models import Honour, HonourForm


class RollFilterForm(OfficeForm):
    """Words, year, form and direction; an organisation by the link on its own page."""

    has_help = False

    q = forms.CharField(label=_("Name or achievement"), max_length=100, required=False)
    year = forms.TypedChoiceField(
        label=_("Year rewarded"), coerce=int, required=False, empty_value=None
    )
    form = forms.ModelChoiceField(
        label=_("Form of honour"),
        queryset=HonourForm.objects.none(),
        required=False,
        empty_label=_("All forms"),
    )
    direction = forms.ChoiceField(
        label=_("Given or received"),
        choices=[("", _("Given and received alike")), *Direction.choices],
        required=False,
    )
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.unmerged(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the years and forms of which something stands on the site."""
        super().__init__(*args, **kwargs)
        opened = Honour.objects.open_to_readers()
        years = opened.order_by("-year_rewarded").values_list("year_rewarded", flat=True).distinct()
        self.fields["year"].choices = [("", _("All years")), *((year, year) for year in years)]
        used = opened.order_by().values("form")
        self.fields["form"].queryset = HonourForm.objects.filter(pk__in=used)

    def narrowed(self, rows: Any) -> Any:
        """Return the honours that were asked for; what cannot be read narrows nothing."""
        asked = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        if asked.get("q"):
            rows = rows.with_words(asked["q"], in_public=True)
        if asked.get("year"):
            rows = rows.filter(year_rewarded=asked["year"])
        if asked.get("form"):
            rows = rows.filter(form=asked["form"])
        if asked.get("direction"):
            rows = rows.filter(direction=asked["direction"])
        if asked.get("organisation"):
            rows = rows.of_organisation_and_its_people(asked["organisation"])
        return rows
