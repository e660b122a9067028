"""The forms at the door."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lienhiep.core.text import clean

WHO = _("E-mail address or phone number")


class SignInForm(allauth_forms.LoginForm):
    """E-mail address or phone number, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = WHO
        self.fields["login"].max_length = 254
        self.fields["login"].widget.attrs.update({"autocomplete": "username", "autofocus": True})
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        """Return what was typed without the stray characters of a copied text."""
        return clean(self.cleaned_data["login"])


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """An address, to which a link is mailed if an account has it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs.pop("placeholder", None)

    def clean_email(self) -> str:
        """Return the address. Whether an account has it is asked later, where nobody watches."""
        return self.cleaned_data["email"].strip().lower()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        from lienhiep.accounts.tasks import mail_reset_link  # tasks load the adapter that loads us

        mail_reset_link.enqueue(self.cleaned_data["email"])
        return self.cleaned_data["email"]


class OneTimeCodeForm(forms.Form):
    """The code on the paper from the office."""

    login = forms.CharField(
        label=WHO,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    code = forms.CharField(
        label=_("One-time code"),
        max_length=20,
        help_text=_("Eight letters and digits, as they stand on the paper."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )

    def clean_login(self) -> str:
        """Return what was typed without the stray characters of a copied text."""
        return clean(self.cleaned_data["login"])


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
