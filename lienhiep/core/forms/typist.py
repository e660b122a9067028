"""Who has a form before them, said by the form itself.

When the session has ended meanwhile, this is how what was typed is kept for nobody else.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing

TYPIST = "_by"
"""The hidden field with the signed number of the account."""

SALT = "lienhiep.typist"
DAYS = 30
AGE = 60 * 60 * 24 * DAYS
"""How long a page may stand open and still say who opened it."""


def sign_typist(user: Any) -> str:
    """Return the signed number of an account, nothing for somebody not signed in."""
    return signing.dumps(user.pk, salt=SALT) if user.is_authenticated else ""


def read_typist(signed: str) -> int | None:
    """Return the number of the account, None where it is missing, old or not from us."""
    try:
        pk = signing.loads(signed, salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return None
    return pk if isinstance(pk, int) else None


class TypistField(forms.CharField):
    """Carries the account that the form was shown to; always the present one's."""

    widget = forms.HiddenInput

    def __init__(self, user: Any) -> None:
        super().__init__(required=False, initial=sign_typist(user))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show whoever is signed in now, whatever was sent."""
        return initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False
