"""What is asked when a report is signed or withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FreezeForm(forms.Form):
    """Who signs."""

    signer = forms.CharField(label=_("Signed by"), max_length=150, required=False)
    signer_position = forms.CharField(
        label=_("Position of the signer"), max_length=150, required=False
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea)
