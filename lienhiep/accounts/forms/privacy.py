"""What the office types about consents, their texts, and requests about personal data."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.accounts.actions import ask_about_data, record_paper_consent, texts_in_force
from lienhiep.accounts.choices import (
    ConsentChannel,
    ConsentEnd,
    ConsentGiver,
    ConsentPurpose,
    DataRight,
    LegalGround,
)
from lienhiep.accounts.files import ANSWER_FILE
from lienhiep.accounts.models import Consent, DataRequest
from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeAdminModelForm, OfficeForm
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow

OFF_THE_SITE = [choice for choice in ConsentChannel.choices if choice[0] != ConsentChannel.WEBSITE]
"""The ways in which a consent or a request reaches the office itself."""


class PaperConsentForm(OfficeAdminModelForm):
    """A signed form: who, which boxes were ticked, who signed, when; none is ticked at first."""

    purposes = forms.MultipleChoiceField(
        label=_("Ticked on the paper"),
        widget=forms.CheckboxSelectMultiple,
        choices=ConsentPurpose.choices,
        help_text=_("One tick for each purpose, as on the paper. What was left empty stays empty."),
    )
    given_on = forms.DateField(label=_("Signed on"), initial=today, widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the purposes that have a text in force, and the ways that lead to the office."""
        super().__init__(*args, **kwargs)
        texts = texts_in_force(ConsentPurpose.values, today())
        self.fields["purposes"].choices = [
            (purpose, f"{ConsentPurpose(purpose).label} ({texts[purpose].version})")
            for purpose in ConsentPurpose.values
            if purpose in texts
        ]
        self.fields["person"].required = True
        self.fields["channel"].choices = OFF_THE_SITE
        self.fields["channel"].initial = ConsentChannel.PAPER
        self.fields["given_by"].choices = ConsentGiver.choices

    def save(self, commit: bool = True) -> Consent:
        """Record each purpose by itself; return the first consent."""
        facts = self.facts()
        on = facts.pop("given_on")
        now = timezone.localtime()
        moment = now if on == now.date() else timezone.make_aware(datetime.combine(on, time(12)))
        consents = record_paper_consent(given_at=moment, by=self.for_user, **facts)
        self.instance = consents[0]
        return self.instance


class WithdrawalForm(OfficeForm):
    """Who withdraws; the law asks for no reason, so none is demanded."""

    ended_as = forms.ChoiceField(
        label=_("Who withdraws"),
        choices=[choice for choice in ConsentEnd.choices if choice[0] != ConsentEnd.REPLACED],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("How the wish reached the office"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PaperRequestForm(OfficeAdminModelForm):
    """A request that came on paper, by mail or by telephone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the ways that lead to the office; the day is that of its receipt."""
        super().__init__(*args, **kwargs)
        self.fields["person"].required = True
        self.fields["channel"].choices = OFF_THE_SITE
        self.fields["channel"].initial = ConsentChannel.PAPER
        self.fields["asked_on"].initial = today
        self.fields["right"].choices = DataRight.choices

    def _get_validation_exclusions(self) -> set[str]:
        # The days by which to answer follow from the day of the request.
        return {*super()._get_validation_exclusions(), "due_on"}

    def save(self, commit: bool = True) -> DataRequest:
        """Put it in the queue."""
        facts = self.facts()
        self.instance = ask_about_data(on=facts.pop("asked_on"), by=self.for_user, **facts)
        return self.instance


class ExtendForm(OfficeForm):
    """By how many days, and why."""

    days = forms.IntegerField(label=_("Further days"), min_value=1, max_value=60)
    reason = forms.CharField(
        label=_("Reason, which the person reads"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FulfilForm(OfficeForm):
    """What was done, and perhaps a file with it."""

    answer = forms.CharField(
        label=_("Answer, which the person reads"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answer_file = RecordFileFormField(
        label=_("File with the answer"), use=ANSWER_FILE, required=False
    )


class RefuseForm(OfficeForm):
    """The ground and the words."""

    ground = forms.ChoiceField(
        label=_("Legal ground"), choices=LegalGround.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Reason, which the person reads"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EraseForm(AboutRow):
    """The name once more: what is erased does not come back."""

    typed_name = forms.CharField(label=_("Full name of the person"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["typed_name"].help_text = _(
            "Type “%(name)s” to go on. The page of the request shows what goes and what stays."
        ) % {"name": self.row.person.full_name if self.row.person else ""}
