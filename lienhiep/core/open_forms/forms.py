"""The form that rooms build theirs on: a field that machines fill in, and a mark good once."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.forms import OfficeForm

SALT = "lienhiep.core.open_forms.mark"
TRAP = "website"
MARK = "mark"
SOONEST, LATEST = 3, 12 * 60 * 60
"""Seconds after which a person may have filled in a form, and for which it is good."""


def new_mark() -> str:
    """Return a signed mark with its moment in it."""
    return signing.TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(12))


class MarkField(forms.CharField):
    """Carries the mark of the form shown; a form shown again after a mistake keeps it."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=new_mark, max_length=120)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say no: nobody types it."""
        return False


class OpenForm(OfficeForm):
    """A form that anyone may send."""

    shown_at_once = False
    """Whether the form may come back at once: a single click, such as a star."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[TRAP] = forms.CharField(
            label=gettext_lazy("Leave this one empty"),
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )
        self.fields[MARK] = MarkField()

    def clean(self) -> dict[str, Any]:
        """Refuse what no person sends, in words that a person understands all the same."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get(TRAP):
            raise ValidationError(
                _("A field that stays empty was filled in. Empty it, and send the form again."),
                code="trap",
            )
        self._check_mark(cleaned.get(MARK, ""))
        return cleaned

    def _check_mark(self, mark: str) -> None:
        signer = signing.TimestampSigner(salt=SALT)
        try:
            signer.unsign(mark, max_age=LATEST)
        except signing.BadSignature:
            self._with_new_mark()
            raise ValidationError(
                _("The form had been open for a long time. Look through it and send it again."),
                code="mark",
            ) from None
        if self.shown_at_once:
            return
        try:
            signer.unsign(mark, max_age=SOONEST)
        except signing.SignatureExpired:
            return  # old enough
        raise ValidationError(
            _("The form came back very quickly. Wait a few seconds and send it again."),
            code="quick",
        )

    def _with_new_mark(self) -> None:
        """Show the form again with a mark that is good."""
        self.data = self.data.copy()
        self.data[self.add_prefix(MARK)] = new_mark()

    def once_key(self) -> str:
        """Return the word by which this one form is known as sent."""
        return hashlib.sha256(f"open|{self.cleaned_data[MARK]}".encode()).hexdigest()

    def facts(self) -> dict[str, Any]:
        """Return what was typed, without what the form carries for itself."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in (TRAP, MARK)
        }
