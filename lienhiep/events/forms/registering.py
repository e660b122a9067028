"""What somebody fills in on the site to register for an event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.directory.validators import validate_phone
from lienhiep.events.choices import Mode, Place

TRAP = "website"
"""A field that people do not see; only programs that fill in everything write into it."""


def purpose_note(days: int | None) -> str:
    """Return the sentence that somebody agrees to; it is kept with the registration."""
    if days is None:
        return gettext(
            "The Union keeps my name, workplace, e-mail address and telephone number to prepare "
            "this event and let me in, and takes them out when they are no longer needed for it. "
            "They are given to nobody else. I may withdraw at any time."
        )
    return gettext(
        "The Union keeps my name, workplace, e-mail address and telephone number to prepare this "
        "event and let me in, and takes them out %(days)s days after it. They are given to "
        "nobody else. I may withdraw at any time."
    ) % {"days": days}


class PublicRegistrationForm(OfficeForm):
    """Name, workplace, how to reach somebody, and their agreement, which is never ticked before."""

    name = forms.CharField(
        label=_("Full name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    organisation_name = forms.CharField(
        label=_("Place of work"),
        max_length=255,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("An e-mail address or a telephone number, so that the office can reach you."),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=30,
        required=False,
        validators=[validate_phone],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    place = forms.ChoiceField(
        label=_("I shall take part"), choices=Place.choices, widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label=_("I agree to this use of my data"))
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, event: Any, note: str, **kwargs: Any) -> None:
        """Ask how somebody takes part only where there is a choice."""
        super().__init__(*args, **kwargs)
        self.fields["agreed"].help_text = note
        if event.mode != Mode.BOTH:
            del self.fields["place"]
        else:
            self.fields["place"].initial = Place.ROOM

    @property
    def shown_fields(self) -> list[Any]:
        """The fields that people see."""
        return [field for field in self.visible_fields() if field.name != TRAP]

    @property
    def is_from_a_program(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.cleaned_data.get(TRAP))

    def clean(self) -> dict[str, Any]:
        """Ask for one way at least of reaching somebody."""
        cleaned = super().clean() or self.cleaned_data
        if not {"email", "phone"} & set(self.errors) and not (
            cleaned.get("email") or cleaned.get("phone")
        ):
            self.add_error("email", _("Write an e-mail address or a telephone number."))
        return cleaned
