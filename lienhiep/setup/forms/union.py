"""Who the Union is, and its pictures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.files.of_the_union import USES
from lienhiep.core.forms import OfficeForm, OfficeModelForm
from lienhiep.core.models import UnionIdentity
from lienhiep.core.period import today
from lienhiep.directory.querysets import provinces_on


class NamesForm(OfficeModelForm):
    """The Union's names and addresses."""

    province_code = forms.ChoiceField(
        label=pgettext_lazy("setup", "Province or city"),
        help_text=pgettext_lazy("setup", "The 34 provinces and cities since 01/07/2025."),
    )

    class Meta:
        model = UnionIdentity
        fields = [
            "name",
            "short_name",
            "symbol",
            "superior",
            "province_code",
            "place",
            "address",
            "phone",
            "email",
        ]
        labels = {
            "name": pgettext_lazy("setup", "Full name of your Union"),
            "short_name": pgettext_lazy("setup", "Short name of your Union"),
        }
        help_texts = {
            "name": pgettext_lazy(
                "setup", "As it stands on the seal and at the head of documents."
            ),
            "short_name": pgettext_lazy("setup", "For telephones and titles of pages."),
            "place": pgettext_lazy(
                "setup", "Printed before the date of a document. Empty: the name of the province."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.provinces = {unit.code: unit.name for unit in provinces_on(today())}
        choices = [("", pgettext_lazy("setup", "Choose")), *self.provinces.items()]
        self.fields["province_code"].choices = choices
        self.fields["place"].required = False
        for field in ("address", "email"):
            self.fields[field].required = True

    def clean(self) -> dict[str, Any]:
        """Take the province as the place where none is written."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("place"):
            cleaned["place"] = self.provinces.get(cleaned.get("province_code", ""), "")
            self.instance.place = cleaned["place"]
        return cleaned


class PictureForm(OfficeForm):
    """One picture; what is wrong with its bytes the action says."""

    picture = forms.FileField(label=_("File"))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, prefix=kind, **kwargs)
        self.fields["picture"].widget.attrs["accept"] = USES[kind].accept


class LeaveOutForm(OfficeForm):
    """Why a step is left out."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
