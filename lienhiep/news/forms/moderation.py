"""What an editor says of comments: which decision, why, and an answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.news.models.comment import LONGEST_COMMENT


class AnswerForm(OfficeForm):
    """An answer of the editors."""

    text = forms.CharField(
        label=_("Answer of the editors"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Readers see it at once."),
    )


class BulkForm(OfficeForm):
    """One decision on several comments."""

    what = forms.ChoiceField(
        choices=[("show", _("Let them show")), ("refuse", _("Do not show them"))],
        widget=forms.HiddenInput,
    )
    reason = forms.CharField(
        label=_("Reason why they are not shown"),
        required=False,
        max_length=300,
        help_text=_("Needed where you do not show them; the writers read it."),
    )
