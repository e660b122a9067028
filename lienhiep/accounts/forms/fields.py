"""Fields that take what people type and give what is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.validators import normalise_phone


class PhoneField(forms.CharField):
    """A phone number as people here write it: 0912 345 678."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Phone number"))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """Return the number as it is kept, or an empty text."""
        typed = super().clean(value)
        return normalise_phone(typed) if typed else ""
