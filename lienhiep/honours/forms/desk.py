"""What a contact officer fills in to nominate somebody for an honour."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import FIRST_YEAR, today
from lienhiep.core.text import clean
from lienhiep.directory.models import Organisation
from lienhiep.honours.actions import Candidate
from lienhiep.honours.choices import Ground
from lienhiep.honours.files import REPORT
from lienhiep.honours.models import HonourForm

MOST_PEOPLE = 50


class NominationDeskForm(OfficeForm):
    """Form, year and those proposed: the association itself, persons, or both."""

    proposer = forms.ModelChoiceField(
        label=_("Your association"), queryset=Organisation.objects.none(), empty_label=None
    )
    form = forms.ModelChoiceField(label=_("Form of honour"), queryset=HonourForm.objects.none())
    year = forms.IntegerField(label=_("Year rewarded"), min_value=FIRST_YEAR)
    ground = forms.ChoiceField(
        label=_("Ground of the honour"), choices=Ground.choices, initial=Ground.REGULAR
    )
    whole_association = forms.BooleanField(
        label=_("We propose the association itself, as a collective"), required=False
    )
    people = forms.CharField(
        label=_("Persons proposed"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=10_000,
        help_text=_(
            "One on each line: name; post and place of work; achievement. "
            "The three parts are parted by semicolons."
        ),
    )
    summary = forms.CharField(
        label=_("Why they are proposed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=3000,
    )
    report = RecordFileFormField(label=_("Achievement report"), use=REPORT)

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        """Offer the associations for which this person acts, and the forms in use."""
        super().__init__(*args, **kwargs)
        self.fields["proposer"].queryset = organisations
        self.fields["form"].queryset = HonourForm.objects.in_use()
        self.fields["year"].max_value = today().year
        self.initial.setdefault("year", today().year)

    def clean(self) -> dict[str, Any]:
        """Read those proposed line by line; say at the field what cannot be."""
        cleaned = super().clean()
        form = cleaned.get("form")
        candidates = []
        if cleaned.get("whole_association"):
            candidates.append(Candidate(organisation=cleaned.get("proposer")))
            if form is not None and not form.for_collectives:
                self.add_error("whole_association", gettext("This form is for persons only."))
        people = people_of(cleaned.get("people", ""))
        if people and form is not None and not form.for_persons:
            self.add_error("people", gettext("This form is for collectives only."))
        if len(people) > MOST_PEOPLE:
            self.add_error(
                "people", gettext("Propose at most %(most)s persons.") % {"most": MOST_PEOPLE}
            )
        candidates += people
        if not candidates and not self.errors:
            self.add_error("people", gettext("Name at least one collective or person."))
        return {**cleaned, "candidates": candidates}


class CompleteForm(OfficeForm):
    """A returned nomination, completed."""

    people = forms.CharField(
        label=_("Persons proposed"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=10_000,
        help_text=_("Empty: those named before. Otherwise all of them anew, one on each line."),
    )
    summary = forms.CharField(
        label=_("Why they are proposed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=3000,
    )
    report = RecordFileFormField(
        label=_("Achievement report"),
        use=REPORT,
        required=False,
        help_text=_("Only where a new one is to take the place of the old."),
    )


class WithdrawForm(OfficeForm):
    """Why a nomination is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


def people_of(text: str) -> list[Candidate]:
    """Return those named in a text, one on each line: name; post; achievement."""
    found = []
    for line in text.splitlines():
        name, _post, rest = (part.strip() for part in (clean(line) + ";;").split(";", 2))
        if name:
            found.append(
                Candidate(
                    written_name=name[:255],
                    described_as=_post[:255],
                    achievement=rest.strip(" ;"),
                )
            )
    return found
