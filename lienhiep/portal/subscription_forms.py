"""How a reader asks for the digest, and changes it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.digest import digest_parts
from lienhiep.core.forms import OfficeForm
from lienhiep.core.open_forms import OpenForm
from lienhiep.portal.choices import DigestRhythm


def _rhythm() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How often?"),
        choices=DigestRhythm.choices,
        initial=DigestRhythm.WEEKLY,
        widget=forms.RadioSelect,
        help_text=_("A day or a week without anything new brings no mail."),
    )


def _chosen() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What shall it tell of?"),
        choices=lambda: [(part.code, part.label) for part in digest_parts()],
        initial=lambda: [part.code for part in digest_parts()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked is everything."),
    )


class SubscriptionForm(OpenForm):
    """An address, how often, and what of."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("A mail asks you to confirm it. It is used for this digest only."),
    )
    rhythm = _rhythm()
    chosen = _chosen()


class ChangeForm(OfficeForm):
    """How often, and what of."""

    rhythm = _rhythm()
    chosen = _chosen()
