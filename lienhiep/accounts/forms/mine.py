"""What people change of their own account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import DataRight
from lienhiep.accounts.models import DataRequest, User


class ProfileForm(forms.ModelForm):
    """The name, and the language in which the program speaks."""

    class Meta:
        model = User
        fields = ["full_name", "language"]
        widgets = {"language": forms.RadioSelect}


class DataRequestForm(forms.ModelForm):
    """A request about one's own data."""

    right = forms.ChoiceField(
        label=_("Request"), choices=DataRight.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = DataRequest
        fields = ["right", "words"]
        widgets = {"words": forms.Textarea(attrs={"rows": 4})}
