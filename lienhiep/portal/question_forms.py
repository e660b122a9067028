"""The question that a reader asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.open_forms import OpenForm
from lienhiep.portal.models import QuestionCategory
from lienhiep.portal.models.question import LONGEST_QUESTION


class QuestionForm(OpenForm):
    """What is asked, and from whom it comes where the asker wants to say so."""

    title = forms.CharField(
        label=_("Your question in one sentence"),
        max_length=255,
        help_text=_("Readers find it by these words."),
    )
    text = forms.CharField(
        label=_("More about it"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What we should know to answer. It is shown with the answer."),
    )
    category = forms.ModelChoiceField(
        label=_("Field of the question"),
        queryset=QuestionCategory.objects.all(),
        required=False,
        empty_label=_("I do not know"),
        help_text=_("So that it comes to somebody who knows the field."),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        help_text=_("Shown with the question only if you tick it below."),
    )
    shows_name = forms.BooleanField(
        label=_("Show my name with the question"),
        required=False,
        help_text=_("Left unticked, nobody but the office sees it."),
    )
    place = forms.CharField(
        label=_("Where you live"),
        max_length=120,
        required=False,
        help_text=_("Commune or ward; shown with the question."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("We tell you there when it is answered. It is shown to nobody."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not QuestionCategory.objects.exists():
            del self.fields["category"]

    def clean(self) -> dict[str, Any]:
        """Ask for the name that is to be shown."""
        cleaned = super().clean()
        if cleaned.get("shows_name") and not cleaned.get("name"):
            raise ValidationError({"name": gettext("Write the name that is to be shown.")})
        return cleaned
