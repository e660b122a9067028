"""The questions that a verb asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.directory.actions.links import staying_with
from lienhiep.directory.actions.refusing import in_words
from lienhiep.directory.choosers import (
    OrganisationChooserWidget,
    PersonChooserWidget,
    UnitChooserWidget,
)
from lienhiep.directory.models import AdministrativeUnit, Organisation, Person


class ReasonForm(OfficeForm):
    """Why it is done; the reason stands in the history."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=300
    )


class _MergeForm(AboutRow, ReasonForm):
    """Which record is given up for this one.

    Where snapshots stay with it, they are told first, and the button is pressed once more.
    """

    known = forms.IntegerField(widget=forms.HiddenInput, required=False)

    field_order = ["loser", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        loser = self.fields["loser"]
        loser.queryset = loser.queryset.unmerged().exclude(pk=self.row.pk)

    def clean(self) -> dict[str, Any]:
        """Ask once more where something stays with the record given up."""
        facts = super().clean() or self.cleaned_data
        known, loser = facts.pop("known", None), facts.get("loser")
        if loser is not None and known != loser.pk:
            self._tell_what_stays(loser)
        return facts

    def _tell_what_stays(self, loser: Person | Organisation) -> None:
        rows = in_words(staying_with(loser))
        if not rows:
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("known")] = str(loser.pk)
        said = _(
            "These stay with “%(loser)s” as they were written, because they record what was "
            "done: %(rows)s. Everything else moves to “%(winner)s”. Press the button once more "
            "to merge the two."
        )
        self.add_error(None, said % {"loser": loser, "rows": ", ".join(rows), "winner": self.row})


class MergePersonForm(_MergeForm):
    """Which record of the same person is given up."""

    loser = forms.ModelChoiceField(
        label=_("Record to be given up"), queryset=Person.objects.all(), widget=PersonChooserWidget
    )


class MergeOrganisationForm(_MergeForm):
    """Which record of the same organisation is given up."""

    loser = forms.ModelChoiceField(
        label=_("Record to be given up"),
        queryset=Organisation.objects.all(),
        widget=OrganisationChooserWidget,
    )


class RenamePersonForm(ReasonForm):
    """The new name, and from when on."""

    full_name = forms.CharField(label=_("New full name"), max_length=150)
    on = forms.DateField(label=_("Borne from"), initial=today, widget=AdminDateInput)

    field_order = ["full_name", "on", "reason"]


class RenameOrganisationForm(OfficeForm):
    """The new name, from when on, and by which decision."""

    name = forms.CharField(label=_("New name"), max_length=255)
    short_name = forms.CharField(label=_("New short name"), max_length=80, required=False)
    on = forms.DateField(label=_("Borne from"), initial=today, widget=AdminDateInput)
    decision = forms.CharField(
        label=_("Decision on the new name"),
        max_length=150,
        required=False,
        help_text=_("Number and date."),
    )


class SuccessionForm(OfficeForm):
    """Who became whom, and with which share."""

    old = forms.ModelChoiceField(
        label=_("Old unit"), queryset=AdministrativeUnit.objects.all(), widget=UnitChooserWidget
    )
    new = forms.ModelChoiceField(
        label=_("New unit"), queryset=AdministrativeUnit.objects.all(), widget=UnitChooserWidget
    )
    share = forms.DecimalField(
        label=_("Share (%)"),
        max_digits=5,
        decimal_places=2,
        initial=100,
        validators=[MinValueValidator(0.01), MaxValueValidator(100)],
        help_text=_("What part of the old unit went to the new one, by its inhabitants."),
    )
