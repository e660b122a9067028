"""What an association fills in at its desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.models import PARTS_OF_MEMBERS, MemberStatement
from lienhiep.core.forms import OfficeForm

PARTS = (*PARTS_OF_MEMBERS, "branches")


class MembersForm(OfficeForm):
    """How many members the association has at the end of a year; unknown parts stay empty."""

    members = forms.IntegerField(label=_("Members in all"), min_value=0)
    note = forms.CharField(
        label=_("Note on the numbers"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for each part of the members, in the words of the record."""
        super().__init__(*args, **kwargs)
        for name in PARTS:
            field = MemberStatement._meta.get_field(name)
            self.fields[name] = forms.IntegerField(
                label=str(field.verbose_name).capitalize(),
                help_text=field.help_text,
                min_value=0,
                required=False,
            )
        self.order_fields(["members", *PARTS, "note"])


class PersonsForm(OfficeForm):
    """How many persons the association admitted in a stretch of time."""

    since = forms.DateField(label=_("Admitted from"))
    until = forms.DateField(label=_("Admitted until"))
    number = forms.IntegerField(label=_("Persons admitted"), min_value=1)
    source = forms.CharField(
        label=_("Source of the number"),
        max_length=150,
        required=False,
        help_text=_("Such as the number of the association's report."),
    )
