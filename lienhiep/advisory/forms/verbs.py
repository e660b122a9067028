"""The questions that the verbs of an advisory task and its council ask before they are done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminDateInput

from lienhiep.advisory.actions import Reply
from lienhiep.advisory.choices import Answer, CouncilRole, FundSource, Interest
from lienhiep.advisory.files import MINUTES, OPINION, REPLY, REPORT
from lienhiep.advisory.models import AdvisoryTask, CouncilMember
from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.money_fields import MoneyFormField
from lienhiep.core.viewsets.verbs import AboutRow


def chosen(model: Any, name: str, **facts: Any) -> forms.Field:
    """Return the field in which a record is chosen, with the chooser of its own room."""
    return formfield_for_dbfield(model._meta.get_field(name), **facts)


class AcceptForm(AboutRow, OnDayForm):
    """When a task is accepted, and by when its report is due."""

    due_on = forms.DateField(
        label=gettext_lazy("Report due on"), widget=AdminDateInput, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the day that was asked for."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", self.row.due_on)


class NameMemberForm(AboutRow):
    """Who is named for the council, as what, and by when a paper is due."""

    role = forms.ChoiceField(
        label=gettext_lazy("Part in the council"),
        choices=CouncilRole.choices,
        initial=CouncilRole.MEMBER,
    )
    opinion_due_on = forms.DateField(
        label=gettext_lazy("Paper due on"),
        widget=AdminDateInput,
        required=False,
        help_text=gettext_lazy("Leave it empty where the member owes no paper of their own."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Choose the person with the directory's own chooser."""
        super().__init__(*args, **kwargs)
        self.fields["person"] = chosen(CouncilMember, "person")
        self.order_fields(["person", "role", "opinion_due_on"])


class SetUpForm(OnDayForm):
    """When the council is set up, and by which decision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Choose the decision with the chooser of documents, where there is one."""
        super().__init__(*args, **kwargs)
        self.fields["decision"] = chosen(AdvisoryTask, "council_decision", required=False)


class SessionForm(OnDayForm):
    """When the council met, who was there, who agreed, and the minutes."""

    present = forms.IntegerField(label=gettext_lazy("Members present"), min_value=0, required=False)
    agreed = forms.IntegerField(
        label=gettext_lazy("Members who agreed"), min_value=0, required=False
    )
    minutes = RecordFileFormField(
        label=pgettext_lazy("advisory", "Minutes"), use=MINUTES, required=False
    )


class DeliverForm(AboutRow, OnDayForm):
    """When the report was sent, its file, and what it recommends."""

    report_file = RecordFileFormField(
        label=gettext_lazy("Final report"), use=REPORT, required=False
    )
    recommendations = forms.CharField(
        label=gettext_lazy("Recommendations"),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        help_text=gettext_lazy("One on each line; the asking body answers them one by one."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the recommendations of a report that was taken back."""
        super().__init__(*args, **kwargs)
        rows = self.row.recommendations.all()
        self.initial.setdefault("recommendations", "\n".join(row.text for row in rows))

    def clean_recommendations(self) -> list[str]:
        """Return the lines."""
        lines = self.cleaned_data["recommendations"].splitlines()
        return [line.strip() for line in lines if line.strip()]


class ReplyForm(AboutRow, OnDayForm):
    """When the reply came, its file, and what it says to each recommendation."""

    reply_file = RecordFileFormField(
        label=gettext_lazy("Reply of the asking body"), use=REPLY, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for an answer and its reason for each recommendation."""
        super().__init__(*args, **kwargs)
        self.recommendations = list(self.row.recommendations.all())
        for row in self.recommendations:
            self.fields[f"answer_{row.pk}"] = forms.ChoiceField(
                label=f"{row.position}. {row}", choices=Answer.choices, initial=row.answer
            )
            self.fields[f"reason_{row.pk}"] = forms.CharField(
                label=_("Explanation to no. %(number)s") % {"number": row.position},
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Gather the answers; one that refuses says why."""
        typed = super().clean()
        answers = {}
        for row in self.recommendations:
            answer = typed.pop(f"answer_{row.pk}", Answer.OPEN)
            reason = typed.pop(f"reason_{row.pk}", "")
            if answer == Answer.REFUSED and not reason:
                self.add_error(f"reason_{row.pk}", _("Say why it is not taken up."))
            answers[row] = Reply(answer, reason)
        return {**typed, "answers": answers}


class AnswerForm(AboutRow):
    """What the asking body made of one recommendation."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer of the asking body"), choices=Answer.choices
    )
    reason = forms.CharField(
        label=gettext_lazy("Explanation of the answer"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the answer that stands."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("answer", self.row.answer)
        self.initial.setdefault("reason", self.row.answer_reason)


class PaymentForm(AboutRow, OnDayForm):
    """What was paid in all, when, and out of which purse."""

    amount = MoneyFormField(label=gettext_lazy("Amount paid"))
    fund_source = forms.ChoiceField(
        label=gettext_lazy("Source of the money"), choices=FundSource.choices
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show what was planned or paid."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("amount", self.row.paid_amount or self.row.planned_amount)
        self.initial.setdefault("fund_source", self.row.fund_source)


class CloseForm(OnDayForm):
    """When the file is closed, and a note."""

    note = forms.CharField(
        label=gettext_lazy("Note at the closing"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=gettext_lazy("Without a reply of the asking body: why none is awaited."),
    )


class StatementForm(OfficeForm):
    """What a member states of a conflict of interest."""

    interest = forms.ChoiceField(
        label=gettext_lazy("Conflict of interest"),
        choices=[choice for choice in Interest.choices if choice[0] != Interest.NOT_SAID],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("Words of the statement"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Needed for a conflict: what binds you to the scheme."),
    )


class DatedStatementForm(OnDayForm, StatementForm):
    """The statement as the office records it, with its day."""


class PaperForm(OfficeForm):
    """The paper of an expert, as a file or in words."""

    paper = RecordFileFormField(
        label=gettext_lazy("Paper of the expert"), use=OPINION, required=False
    )
    words = forms.CharField(
        label=gettext_lazy("Gist of the paper"),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        max_length=20000,
        help_text=gettext_lazy("In a few sentences, or the whole paper where there is no file."),
    )


class DatedPaperForm(OnDayForm, PaperForm):
    """The paper as the office takes it in, with the day on which it came."""
