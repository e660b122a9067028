"""What readers of the site narrow lists by."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import MembershipKind, WorkField
from lienhiep.core.forms import OfficeForm


class FindForm(OfficeForm):
    """Words of the name, a field of science, a kind of member."""

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


class AsOfForm(OfficeForm):
    """The day as of which the structure is shown."""

    ngay = forms.DateField(
        label=_("As of the day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
