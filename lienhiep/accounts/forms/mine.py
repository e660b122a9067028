"""What people change of their own account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import DataRight
from lienhiep.accounts.models import DataRequest, User
from lienhiep.core.forms import OfficeForm


class ProfileForm(forms.ModelForm):
    """The name, and the language in which the program speaks."""

    class Meta:
        model = User
        fields = ["full_name", "language"]
        widgets = {"language": forms.RadioSelect}


class PhoneForm(OfficeForm):
    """The telephone number of an account."""

    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        help_text=_("You may sign in with it. Leave it empty to sign in by e-mail alone."),
    )


class DataRequestForm(forms.ModelForm):
    """A request about one's own data."""

    right = forms.ChoiceField(
        label=_("Request"), choices=DataRight.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = DataRequest
        fields = ["right", "words"]
        widgets = {"words": forms.Textarea(attrs={"rows": 4})}
