"""Beginning: the Union's name, and the account of whoever begins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lienhiep.accounts.forms.fields import PhoneField
from lienhiep.core.forms import OfficeForm

ACCOUNT = ("full_name", "email", "phone", "password", "runs_office")
UNION = ("name", "short_name")


def password_field(label: Any, **kwargs: Any) -> forms.CharField:
    """Return a field for a new password, which is kept exactly as it is typed."""
    return forms.CharField(
        label=label,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        **kwargs,
    )


class FirstAccountForm(OfficeForm):
    """The Union's name and the account of the first administrator."""

    name = forms.CharField(
        label=pgettext_lazy("setup", "Full name of your Union"),
        max_length=200,
        help_text=pgettext_lazy("setup", "As it stands on the seal and at the head of documents."),
    )
    short_name = forms.CharField(
        label=pgettext_lazy("setup", "Short name of your Union"),
        max_length=60,
        help_text=pgettext_lazy("setup", "For telephones and titles of pages."),
    )
    full_name = forms.CharField(
        label=pgettext_lazy("setup", "Your full name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=pgettext_lazy("setup", "Your e-mail address"),
        help_text=pgettext_lazy("setup", "You sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    phone = PhoneField(required=False)
    password = password_field(
        gettext_lazy("Password"), help_text=password_validators_help_text_html
    )
    password_again = password_field(pgettext_lazy("setup", "The same password again"))
    runs_office = forms.BooleanField(
        label=pgettext_lazy("setup", "I also keep the registers (office manager)"),
        required=False,
        initial=True,
        help_text=pgettext_lazy(
            "setup",
            "An administrator looks after accounts only. With this, you also enter associations "
            "and registers. It can be ended later.",
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two passwords that differ."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("password") and cleaned.get("password") != cleaned.get("password_again"):
            self.add_error(
                "password_again", ValidationError(_("The two passwords differ."), code="differ")
            )
        return cleaned

    def account_facts(self) -> dict[str, Any]:
        """Return what was typed about the account."""
        return {name: self.cleaned_data[name] for name in ACCOUNT}

    def union_facts(self) -> dict[str, Any]:
        """Return what was typed about the Union."""
        return {name: self.cleaned_data[name] for name in UNION}


class WelcomeForm(FirstAccountForm):
    """The same, with the code that proves who started the program."""

    code = forms.CharField(
        label=pgettext_lazy("setup", "Code from the terminal"),
        max_length=40,
        help_text=pgettext_lazy(
            "setup",
            "Sixteen letters and digits, printed in the window in which the program was started.",
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )
    field_order = ["code"]


class BeginForm(FirstAccountForm):
    """The same, for whoever knows that the demonstration goes."""

    understood = forms.BooleanField(
        label=pgettext_lazy(
            "setup", "I understand that everything in the demonstration is removed"
        ),
    )
