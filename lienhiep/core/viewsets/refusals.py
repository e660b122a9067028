"""What an action or the database refuses, put where the person can mend it."""

from __future__ import annotations

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _


def add_refusal(form: forms.BaseForm, refusal: ValidationError) -> None:
    """Put an action's refusal at the fields of a form that it names, the rest on top."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        is_asked = name != NON_FIELD_ERRORS and name in form.fields
        form.add_error(name if is_asked else None, errors)


def double_entry() -> str:
    """Say that the database has the number or name already."""
    return _(
        "Somebody else has just recorded the same number or name. "
        "Your text is kept; change what is double and save again."
    )
