"""The questions that a verb of commendation asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.verbs import OnDayForm, ReasonForm
from lienhiep.core.money_fields import MoneyFormField
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.honours.files import MINUTES
from lienhiep.honours.models import Honour, Nominee


def field_of(model: type[models.Model], name: str) -> forms.Field:
    """Return the form field of a record's field, with the chooser that the back office has."""
    return formfield_for_dbfield(model._meta.get_field(name))


class DecisionForm(OfficeForm):
    """By which decision, and of which day."""

    on = forms.DateField(
        label=_("Day of the decision"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: the day of the document chosen below."),
    )
    symbol = forms.CharField(
        label=_("Number and symbol of the decision"),
        max_length=60,
        required=False,
        help_text=_("Only where the decision does not stand in the register of documents."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the documents of the register."""
        super().__init__(*args, **kwargs)
        self.fields["document"] = field_of(Honour, "decision")
        self.order_fields(["document", "symbol", "on"])


class DecideNominationForm(DecisionForm, AboutRow):
    """By which decision, for whom of those nominated, and with how much money."""

    nominees = forms.ModelMultipleChoiceField(
        label=_("Honoured are"),
        queryset=Nominee.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever is left out here stays without an honour."),
    )
    money_collective = MoneyFormField(label=_("Reward for each collective"), required=False)
    money_person = MoneyFormField(label=_("Reward for each person"), required=False)
    is_public = forms.BooleanField(
        label=_("Show the honours on the public site"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the nominees, all of them ticked."""
        super().__init__(*args, **kwargs)
        nominees = self.row.nominees.select_related("organisation", "person")
        self.fields["nominees"].queryset = nominees
        self.initial.setdefault("nominees", [nominee.pk for nominee in nominees])


class VotesForm(AboutRow):
    """How the council voted on each nominee."""

    on = forms.DateField(label=_("Day of the council"), initial=today, widget=AdminDateInput)
    votes_of = forms.IntegerField(label=_("Members who voted"), min_value=1, max_value=500)
    minutes = RecordFileFormField(label=_("Minutes of the council"), use=MINUTES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the votes in favour of each nominee."""
        super().__init__(*args, **kwargs)
        self.asked = {
            f"votes_{nominee.pk}": nominee
            for nominee in self.row.nominees.select_related("organisation", "person")
        }
        for name, nominee in self.asked.items():
            self.fields[name] = forms.IntegerField(
                label=_("Votes for %(nominee)s") % {"nominee": nominee},
                min_value=0,
                max_value=500,
                initial=nominee.votes_for,
            )

    def clean(self) -> dict[str, Any]:
        """Gather the votes; more in favour than members voted is said at the field."""
        cleaned = super().clean()
        all_votes = cleaned.get("votes_of")
        votes = {}
        for name, nominee in self.asked.items():
            number = cleaned.pop(name, None)
            if number is None:
                continue
            if all_votes is not None and number > all_votes:
                self.add_error(name, _("These are more votes than members voted."))
            votes[nominee] = number
        return {**cleaned, "votes": votes}


class ConferForm(OnDayForm):
    """On which day and at which occasion."""

    occasion = forms.CharField(
        label=_("Occasion of the conferral"),
        max_length=255,
        required=False,
        help_text=_("The ceremony or conference at which it was handed over."),
    )


class ConferDecisionForm(ConferForm):
    """The same, for one honour or for all of its decision."""

    whole_decision = forms.BooleanField(
        label=_("All honours of this decision at once"), required=False, initial=True
    )


class TakeBackConferralForm(ReasonForm):
    """Why, and whether for the whole decision."""

    whole_decision = forms.BooleanField(
        label=_("All honours of this decision at once"), required=False
    )


class AddToDecisionForm(OfficeForm):
    """Whom the same decision honours as well."""

    achievement = forms.CharField(
        label=_("Achievement"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Empty: the same achievement."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the directory, as the form of an honour does."""
        super().__init__(*args, **kwargs)
        for name in ("organisation", "person", "described_as", "is_pupil", "certificate_number"):
            self.fields[name] = field_of(Honour, name)
        self.order_fields(["organisation", "person", "described_as", "is_pupil", "achievement"])
