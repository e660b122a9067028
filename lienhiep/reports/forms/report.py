"""What is asked when a report is signed, numbered or withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeAdminModelForm, OfficeForm
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.reports.documents.word import validate_template
from lienhiep.reports.models import WordTemplate


class FreezeForm(AboutRow):
    """Who signs."""

    signer = forms.CharField(label=_("Signed by"), max_length=150, required=False)
    signer_position = forms.CharField(
        label=_("Position of the signer"), max_length=150, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the signer of the draft, or whoever signs now."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("signer", self.row.signer or self.user.full_name)
        self.initial.setdefault("signer_position", self.row.signer_position)


class NumberForm(OfficeForm):
    """Which number the report received."""

    number = forms.CharField(
        label=_("number and symbol"), max_length=60, help_text=_("Such as 15/BC-LHH.")
    )


class ReasonForm(OfficeForm):
    """Why."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class WordTemplateForm(OfficeAdminModelForm):
    """A template is tried with a report before it is taken."""

    class Meta:
        model = WordTemplate
        fields = ["name", "file", "is_used"]

    def clean(self) -> dict[str, Any]:
        """Refuse, at the field, a file into which no report can be filled."""
        cleaned = super().clean()
        file = cleaned.get("file")
        if file is not None and "file" in self.changed_data:
            try:
                validate_template(file.read())
            except ValidationError as unusable:
                self.add_error("file", unusable)
        return cleaned
