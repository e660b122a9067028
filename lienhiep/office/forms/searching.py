"""What readers narrow the public documents by, and clerks a register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.forms import OfficeForm
from lienhiep.office.choices import OriginLevel
from lienhiep.office.models import DocumentKind
from lienhiep.office.querysets import DocumentQuerySet

ANY = ("", pgettext_lazy("office", "All"))


NEWEST_FIRST = "-date"
ORDERS = {
    NEWEST_FIRST: ("-issued_on", "-pk"),
    "date": ("issued_on", "pk"),
    "symbol": ("symbol", "pk"),
    "-symbol": ("-symbol", "-pk"),
    "issuer": ("issuer__sort_key", "-issued_on", "pk"),
    "-issuer": ("-issuer__sort_key", "-issued_on", "pk"),
}
"""In which orders the public list can be asked for."""


class PublicSearchForm(OfficeForm):
    """Words or a symbol, a year, a kind and a level."""

    has_help = False

    q = forms.CharField(
        label=_("Symbol or words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    year = forms.TypedChoiceField(label=_("Year of the document"), required=False, coerce=int)
    kind = forms.ModelChoiceField(
        label=_("Kind of document"),
        queryset=DocumentKind.objects.none(),
        required=False,
        empty_label=ANY[1],
    )
    origin = forms.ChoiceField(
        label=_("Level of origin"), choices=[ANY, *OriginLevel.choices], required=False
    )

    sort = forms.ChoiceField(
        required=False, choices=[(name, name) for name in ORDERS], widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, documents: DocumentQuerySet, **kwargs: Any) -> None:
        """Offer the years and kinds of which there are documents."""
        super().__init__(*args, **kwargs)
        years = documents.order_by().annotate(of=ExtractYear("issued_on"))
        known = sorted(set(years.values_list("of", flat=True)), reverse=True)
        self.fields["year"].choices = [ANY, *((year, year) for year in known)]
        kinds = documents.order_by().values("kind")
        self.fields["kind"].queryset = DocumentKind.objects.filter(pk__in=kinds)

    def narrow(self, documents: DocumentQuerySet) -> DocumentQuerySet:
        """Return what was asked for; what was typed wrongly narrows nothing."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if asked.get("q"):
            documents = documents.matching(asked["q"])
        if asked.get("year"):
            documents = documents.filter(issued_on__year=asked["year"])
        if asked.get("kind"):
            documents = documents.filter(kind=asked["kind"])
        if asked.get("origin"):
            documents = documents.filter(origin=asked["origin"])
        return documents

    @property
    def order(self) -> str:
        """In which order the list stands; what is no order leaves the newest first."""
        asked = self.cleaned_data.get("sort") if self.is_bound and self.is_valid() else ""
        return asked or NEWEST_FIRST

    @property
    def is_narrowed(self) -> bool:
        """Whether something was asked for beyond an order."""
        return any(self.data.get(name) for name in self.fields if name != "sort")


class RegisterForm(OfficeForm):
    """Of which year a register is printed, from which number to which."""

    year = forms.TypedChoiceField(label=_("Year of the register"), required=False, coerce=int)
    first = forms.IntegerField(label=_("From number"), min_value=1, required=False)
    last = forms.IntegerField(label=_("To number"), min_value=1, required=False)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        """Offer the years in which the register has entries."""
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, year) for year in years]
