"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the desk, the import and the command, so
that the rule and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeAdminModelForm, OfficeModelForm
from lienhiep.journal.actions import (
    Byline,
    open_issue,
    plan_year,
    receive_article,
    record_exchange,
)
from lienhiep.journal.models import Article, Issue, ReceivedExchange, Subject, YearPlan
from lienhiep.journal.validators import validate_shares


class IssueForm(OfficeAdminModelForm):
    """A new issue is opened; an existing one is edited."""

    def save(self, commit: bool = True) -> Issue:
        """Open the issue, or save the change."""
        if self.instance.pk is None:
            self.instance = open_issue(by=self.for_user, **self.facts())
            return self.instance
        return super().save(commit)


class ArticleForm(OfficeAdminModelForm):
    """A new manuscript is received with its byline; an existing one is edited."""

    def save(self, commit: bool = True) -> Article:
        """Receive the manuscript, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = receive_article(
            on=facts.pop("received_on"), authors=self._byline(), by=self.for_user, **facts
        )
        return self.instance

    def _byline(self) -> list[Byline]:
        formset = self.formsets["authors"]
        forms_kept = [form for form in formset.ordered_forms if form.cleaned_data.get("person")]
        return [
            Byline(form.cleaned_data["person"], form.cleaned_data["role"]) for form in forms_kept
        ]


class NewYearPlanForm(OfficeModelForm):
    """The plan of a year in one step: how many numbers, and a share for each subject."""

    issues = forms.IntegerField(
        label=_("Numbers planned"),
        initial=12,
        min_value=1,
        help_text=_("They are spread evenly over the months; move them afterwards."),
    )

    class Meta:
        model = YearPlan
        fields = ["year", "issues", "note"]

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        """Ask for a share of each subject in use."""
        super().__init__(*args, **kwargs)
        self.for_user = for_user
        self.subjects = {
            f"share_{subject.pk}": subject for subject in Subject.objects.filter(is_active=True)
        }
        for name, subject in self.subjects.items():
            self.fields[name] = forms.IntegerField(
                label=_("Share of “%(subject)s” (%%)") % {"subject": subject},
                min_value=0,
                max_value=100,
                initial=0,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse shares that do not add up to 100 percent."""
        cleaned = super().clean()
        shares = [cleaned[name] for name in self.subjects if name in cleaned]
        if len(shares) == len(self.subjects) and any(shares):
            try:
                validate_shares(shares)
            except forms.ValidationError as refusal:
                raise forms.ValidationError(refusal.messages) from refusal
        return cleaned

    def save(self, commit: bool = True) -> YearPlan:
        """Plan the year."""
        facts = self.cleaned_data
        shares = {subject: facts[name] for name, subject in self.subjects.items() if facts[name]}
        self.instance = plan_year(
            year=facts["year"],
            issues=facts["issues"],
            note=facts["note"],
            shares=shares,
            by=self.for_user,
        )
        return self.instance


class YearPlanForm(OfficeAdminModelForm):
    """A plan with its numbers and shares line by line."""

    def clean(self) -> dict[str, Any]:
        """Refuse shares that do not add up to 100 percent."""
        cleaned = super().clean()
        targets = self.formsets["targets"]
        if targets.is_valid():
            kept = [form for form in targets.forms if form not in targets.deleted_forms]
            shares = [form.cleaned_data["share"] for form in kept if form.cleaned_data]
            if shares:
                try:
                    validate_shares(shares)
                except forms.ValidationError as refusal:
                    raise forms.ValidationError(refusal.messages) from refusal
        return cleaned


class ReceivedExchangeForm(OfficeAdminModelForm):
    """A journal received in exchange is recorded; an existing record is edited."""

    def save(self, commit: bool = True) -> ReceivedExchange:
        """Record the exchange, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = record_exchange(on=facts.pop("received_on"), by=self.for_user, **facts)
        return self.instance
