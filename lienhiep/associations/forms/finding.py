"""What readers of the site narrow lists by."""

from __future__ import annotations

import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import MembershipKind, WorkField
from lienhiep.core.forms import OfficeDateInput, OfficeForm

COMMON_WORD = "Hội "


def letter_of(name: str) -> str:
    """Return the letter under which people look for an association: "Hội Đông y" under Đ."""
    told = name.removeprefix(COMMON_WORD).strip() or name
    first = unicodedata.normalize("NFD", told[:1].upper())[:1]
    return first if first.isalpha() else "#"


class FindForm(OfficeForm):
    """Words of the name, a field of science, a kind of member."""

    has_help = False

    tim = forms.CharField(
        label=_("Name or what it does"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    linh_vuc = forms.ChoiceField(
        label=_("Field of science"),
        required=False,
        choices=[("", _("All fields")), *WorkField.choices],
    )
    loai = forms.ChoiceField(
        label=_("Kind of membership"),
        required=False,
        choices=[("", _("Every kind of membership")), *MembershipKind.choices],
    )
    chu = forms.CharField(required=False, max_length=2, widget=forms.HiddenInput)


class AsOfForm(OfficeForm):
    """The day as of which the structure is shown."""

    has_help = False

    ngay = forms.DateField(
        label=_("As of the day"),
        required=False,
        widget=OfficeDateInput(),
    )
