"""What is asked of whoever sends a spreadsheet in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeModelForm
from lienhiep.imports.actions import take_in_file
from lienhiep.imports.models import ImportBatch
from lienhiep.imports.spreadsheets.sheets import sheets_for


class NewBatchForm(OfficeModelForm):
    """A spreadsheet and what its rows are."""

    sheet = forms.ChoiceField(
        label=_("What the rows are"),
        widget=forms.RadioSelect,
        help_text=_("Take the template of the registry first: its headings are known."),
    )

    class Meta:
        model = ImportBatch
        fields = ["sheet", "file"]

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        """Offer the registries that are open to whoever sends."""
        super().__init__(*args, **kwargs)
        self.for_user = for_user
        self.fields["sheet"].choices = [(one.code, one.label) for one in sheets_for(for_user)]
        self.fields["file"].required = True

    def save(self, commit: bool = True) -> ImportBatch:
        """Take the file in."""
        self.instance = take_in_file(by=self.for_user, **self.cleaned_data)
        return self.instance
