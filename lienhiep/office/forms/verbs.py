"""The questions that a verb of the e-office asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.directory.models import Organisation
from lienhiep.office.actions import member_associations
from lienhiep.office.files import REVIEW_REPORT
from lienhiep.office.people import ColleagueField, ColleaguesField

SHORT = {"rows": 3}


class SignForm(AboutRow, OnDayForm):
    """When a draft was signed, and by whom in which position."""

    signer_name = forms.CharField(label=_("Name of who signs"), max_length=120, required=False)
    signer_position = forms.CharField(
        label=_("Position of who signs"), max_length=160, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the name on the draft, else with the one who records the signature."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("signer_name", self.row.signer_name or self.user.full_name)
        self.initial.setdefault("signer_position", self.row.signer_position)


class IssueForm(OnDayForm):
    """On which day a document is issued."""

    wanted = forms.IntegerField(
        label=_("Reserved number"),
        min_value=1,
        required=False,
        help_text=_("Only where a number was reserved; else the next one is given."),
    )


class LateForm(OnDayReasonForm):
    """Behind which number a late one is put in, and why."""

    after = forms.IntegerField(
        label=_("Behind number"), min_value=1, help_text=_("15 gives the number 15a.")
    )
    field_order = ["on", "after", "reason"]


class AssignForm(OnDayForm):
    """Who leads the handling, with whom, until when, and what the leader says to it."""

    to = ColleagueField(label=_("In charge of the handling"))
    coordinating = forms.CharField(label=_("In co-ordination with"), max_length=255, required=False)
    due_on = forms.DateField(label=_("To be handled by"), widget=AdminDateInput, required=False)
    instruction = forms.CharField(
        label=_("Instruction of the leader"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=2000,
        required=False,
    )
    field_order = ["to", "coordinating", "on", "due_on", "instruction"]


class ReadersForm(AboutRow):
    """Who reads a secret document."""

    readers = ColleaguesField(label=_("Named readers"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Mark those named already."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault(
            "readers", list(self.row.named_readers.values_list("user", flat=True))
        )


class ChosenMembers(OfficeForm):
    """To all member associations of the day, or to some of them."""

    organisations = forms.ModelMultipleChoiceField(
        label=_("Only to these associations"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Choose none to reach all member associations of the day."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the member associations of today."""
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = _members()

    def clean_organisations(self) -> list[Organisation] | None:
        """Return those chosen, or nothing for all of them."""
        return list(self.cleaned_data["organisations"]) or None


class DispatchForm(ChosenMembers, OnDayForm):
    """When a document is forwarded, to whom, and by when it is to be acknowledged."""

    due_on = forms.DateField(
        label=_("To be acknowledged by"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Empty: the days that the office allows."),
    )
    message = forms.CharField(
        label=_("Message to the recipients"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=2000,
        required=False,
    )
    field_order = ["on", "due_on", "message", "organisations"]


class AskForm(ChosenMembers, OnDayForm):
    """When reports are asked for, of whom, and until when."""

    due_on = forms.DateField(label=_("Report due on"), widget=AdminDateInput, required=False)
    field_order = ["on", "due_on", "organisations"]


class HandledForm(OnDayForm):
    """When a document was handled, and what came of it."""

    outcome = forms.CharField(
        label=_("Outcome of the handling"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=2000,
        required=False,
    )


class CloseForm(OnDayForm):
    """When a document was filed, and in which file."""

    file_code = forms.CharField(
        label=_("File code"), max_length=60, required=False, help_text=_("Such as 03.2022.HĐ.")
    )


class BehalfForm(OnDayForm):
    """Who acknowledged a document by telephone or on paper, when, and how."""

    name = forms.CharField(label=_("Acknowledged by"), max_length=160)
    note = forms.CharField(
        label=_("How it was acknowledged"),
        max_length=300,
        help_text=_("Such as: by telephone to the clerk."),
    )
    field_order = ["on", "name", "note"]


class ReportForm(OnDayForm):
    """The report of an association, as a file or in words."""

    report = RecordFileFormField(label=_("Report as a file"), use=REVIEW_REPORT, required=False)
    text = forms.CharField(
        label=_("Report in words"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
        required=False,
    )


class ConcludeForm(AboutRow, OnDayForm):
    """What a review concluded, and why reports are missing where some are."""

    conclusion = forms.CharField(
        label=_("Conclusion of the review"), widget=forms.Textarea(attrs={"rows": 6})
    )
    missing_reason = forms.CharField(
        label=_("Why reports are missing"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the reason only where reports are missing."""
        super().__init__(*args, **kwargs)
        if not self.row.requests.missing().exists():
            del self.fields["missing_reason"]


class ReserveForm(OnDayForm, ReasonForm):
    """How many numbers are kept, for what."""

    count = forms.IntegerField(label=_("How many numbers"), min_value=1, max_value=500)
    field_order = ["on", "count", "reason"]


class ExplainForm(ReasonForm):
    """Which number was passed over, and why it is void."""

    year = forms.IntegerField(label=_("Year of the register"), min_value=1990, max_value=2100)
    number = forms.IntegerField(label=_("Number passed over"), min_value=1)
    field_order = ["year", "number", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with this year."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("year", today().year)


def _members() -> QuerySet[Organisation]:
    """Return the member associations of today, in the order of their names."""
    wanted = [one.pk for one in member_associations(today())]
    return Organisation.objects.filter(pk__in=wanted).in_order()
