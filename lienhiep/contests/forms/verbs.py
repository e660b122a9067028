"""The questions that a verb asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.accounts.choices import ConsentChannel, ConsentGiver
from lienhiep.contests.actions import ConsentGiven
from lienhiep.contests.consent_texts import words_shown
from lienhiep.contests.forms.intake import PURPOSES
from lienhiep.contests.models import EntryAuthor, PrizeLevel
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.money_fields import MoneyFormField
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.office.models import OfficialDocument


def document_field(label: Any) -> forms.ModelChoiceField:
    """Return a field for the deciding document, the newest first; it may stay empty."""
    return forms.ModelChoiceField(
        label=label,
        queryset=OfficialDocument.objects.order_by("-issued_on", "-pk"),
        required=False,
    )


class AwardForm(AboutRow):
    """Which prize, on which day, by which decision."""

    level = forms.ModelChoiceField(
        label=_("Level of the prize"), queryset=PrizeLevel.objects.none()
    )
    on = forms.DateField(label=_("Decided on"), initial=today, widget=AdminDateInput)
    document = document_field(_("Decision on the prize"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the levels of the entry's own edition."""
        super().__init__(*args, **kwargs)
        self.fields["level"].queryset = PrizeLevel.objects.filter(edition=self.row.edition_id)


class PublishForm(OnDayForm):
    """When the results were published, and by which decision."""

    document = document_field(_("Decision on the results"))


class NominateForm(OnDayForm):
    """When an entry was sent on, and with which letter."""

    document = document_field(_("Letter of nomination"))


class NationalResultForm(AboutRow):
    """What came back from the national round."""

    level = forms.ModelChoiceField(
        label=_("National prize"),
        queryset=PrizeLevel.objects.none(),
        required=False,
        empty_label=_("No national prize"),
    )
    on = forms.DateField(label=_("Result reached us on"), initial=today, widget=AdminDateInput)
    decided_on = forms.DateField(
        label=_("Decided there on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("The prize counts in the period of this day."),
    )
    document = document_field(_("Decision on the prize"))
    certificate_number = forms.CharField(
        label=_("Number of the certificate"), max_length=40, required=False
    )
    amount = MoneyFormField(label=_("Prize money"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the levels of the national edition."""
        super().__init__(*args, **kwargs)
        self.fields["level"].queryset = PrizeLevel.objects.filter(edition=self.row.edition_id)


class AssignForm(OnDayForm):
    """When the sheets are given out, and by when they are due."""

    due = forms.DateField(label=_("Sheets due by"), required=False, widget=AdminDateInput)


class AuthorPapersForm(AboutRow):
    """Which author, the day of birth read from the paper, and what was signed."""

    author = forms.ModelChoiceField(
        label=_("Author of the entry"), queryset=EntryAuthor.objects.none()
    )
    birth_date = forms.DateField(
        label=_("Day of birth, read from the paper"),
        required=False,
        widget=AdminDateInput,
        help_text=_("The paper is given back; no copy is kept."),
    )
    given_by = forms.ChoiceField(
        label=_("Consent given by"), choices=ConsentGiver.choices, initial=ConsentGiver.BOTH
    )
    giver_name = forms.CharField(
        label=_("Name of the representative who signed"), max_length=150, required=False
    )
    relation = forms.CharField(label=_("Relation to the author"), max_length=60, required=False)
    channel = forms.ChoiceField(
        label=_("How the consent came"),
        choices=ConsentChannel.choices,
        initial=ConsentChannel.PAPER,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the authors of the entry, and a tick for each purpose."""
        super().__init__(*args, **kwargs)
        self.fields["author"].queryset = self.row.authors.select_related("person")
        shown = words_shown()
        for purpose in PURPOSES:
            self.fields[f"agrees_{purpose}"] = forms.BooleanField(
                label=shown[purpose], required=False
            )

    def clean(self) -> dict[str, Any]:
        """Gather what was ticked, as the action takes it."""
        typed = super().clean() or self.cleaned_data
        purposes = frozenset(one for one in PURPOSES if typed.pop(f"agrees_{one}", False))
        consent = ConsentGiven(
            purposes=purposes,
            given_by=typed.pop("given_by", ConsentGiver.BOTH),
            giver_name=typed.pop("giver_name", ""),
            channel=typed.pop("channel", ConsentChannel.PAPER),
            relation=typed.pop("relation", ""),
        )
        if purposes and consent.given_by != ConsentGiver.SELF and not consent.giver_name:
            self.add_error("giver_name", _("A consent for a child needs this name."))
        return {**typed, "consent": consent}
