"""The questions that a verb asks before it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.verbs import OnDayForm, ReasonForm
from lienhiep.core.money_fields import MoneyFormField
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, today
from lienhiep.core.viewsets.verbs import AboutRow
from lienhiep.directory.validators import validate_phone
from lienhiep.events.choices import Audience, Mode, Place, RegistrationChannel
from lienhiep.events.validators import validate_conclusions


class DaysForm(AboutRow):
    """The days and times of an event."""

    starts_at = forms.DateTimeField(label=_("Begins at"), widget=AdminDateTimeInput)
    ends_at = forms.DateTimeField(label=_("Ends at"), widget=AdminDateTimeInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the days that it has."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("starts_at", self.row.starts_at)
        self.initial.setdefault("ends_at", self.row.ends_at)


class OpenRegistrationForm(AboutRow):
    """From when until when people may register, and how many."""

    opens_on = forms.DateField(label=_("Opens on"), widget=AdminDateInput)
    closes_on = forms.DateField(label=_("Closes on"), widget=AdminDateInput)
    capacity = forms.IntegerField(
        label=_("Number of places"),
        min_value=1,
        required=False,
        help_text=_("Leave it empty where as many may come as want to."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with today, and with the day of the event."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opens_on", self.row.registration_opens_on or today())
        closes_on = self.row.registration_closes_on or self.row.starts_on
        self.initial.setdefault("closes_on", closes_on)
        self.initial.setdefault("capacity", self.row.capacity)


class ParticipantForm(OfficeForm):
    """Who is put on the list by the office."""

    name = forms.CharField(label=_("Full name"), max_length=150)
    organisation_name = forms.CharField(label=_("Place of work"), max_length=255, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(
        label=_("Telephone"), max_length=30, required=False, validators=[validate_phone]
    )
    place = forms.ChoiceField(label=_("Takes part"), choices=Place.choices)
    channel = forms.ChoiceField(
        label=_("By way of"),
        choices=[
            (channel.value, channel.label)
            for channel in RegistrationChannel
            if channel != RegistrationChannel.WEBSITE
        ],
        initial=RegistrationChannel.TELEPHONE,
    )


class HeldForm(AboutRow):
    """When an event was held to its end, and how many people came."""

    on = forms.DateField(label=_("Last day"), widget=AdminDateInput)
    in_room = forms.IntegerField(label=_("People in the room"), min_value=0, required=False)
    online = forms.IntegerField(label=_("People online"), min_value=0, required=False)
    source = forms.CharField(
        label=_("Counted from"),
        max_length=255,
        required=False,
        help_text=_("Such as the list of signatures, or the log of the online room."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask only for those who could be there, beginning with those ticked as present."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", self.row.ends_on)
        present = self.row.registrations.filter(checked_in_on__isnull=False)
        for name, place in (("in_room", Place.ROOM), ("online", Place.ONLINE)):
            if self.row.mode not in (place, Mode.BOTH):
                del self.fields[name]
            elif number := present.filter(place=place).count():
                self.initial.setdefault(name, number)


class CourseHeldForm(HeldForm):
    """The same of a course, with its sessions and certificates."""

    sessions = forms.IntegerField(label=_("Sessions that took place"), min_value=1)
    certificates = forms.IntegerField(label=_("Certificates"), min_value=0, required=False)
    field_order = ["on", "sessions", "in_room", "online", "certificates", "source"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the sessions that were planned."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sessions", self.row.sessions)


class GroupForm(OfficeForm):
    """How many people of a group were there."""

    place = forms.ChoiceField(label=_("Way of taking part"), choices=Place.choices)
    audience = forms.ChoiceField(label=_("Group"), choices=Audience.choices)
    number = forms.IntegerField(label=_("People"), min_value=1)
    source = forms.CharField(label=_("Counted from"), max_length=255, required=False)


class ConclusionsForm(OfficeForm):
    """The conclusions of a conference, one in each line."""

    texts = forms.CharField(
        label=_("Conclusions, one in each line"),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=20_000,
        help_text=_("They are numbered in this order, after those that stand already."),
    )

    def clean_texts(self) -> list[str]:
        """Return the conclusions one by one."""
        try:
            return validate_conclusions(self.cleaned_data["texts"].splitlines())
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from refusal


class SigningForm(OnDayForm):
    """When a programme was signed, and for how long it holds."""

    valid_from = forms.DateField(
        label=_("Holds from"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Leave it empty where it holds from the signature on."),
    )
    valid_until = forms.DateField(
        label=_("Holds until"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Leave it empty where no last day was agreed."),
    )


class ResultForm(OfficeForm):
    """What a programme brought in a year."""

    year = forms.IntegerField(
        label=_("Year of the result"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        initial=lambda: today().year,
    )
    text = forms.CharField(
        label=_("What was achieved"), widget=forms.Textarea(attrs={"rows": 6}), max_length=5000
    )


class ResumeForm(ReasonForm):
    """Why a programme holds again, and until when."""

    valid_until = forms.DateField(label=_("Prolonged until"), widget=AdminDateInput, required=False)


class ReceiveForm(OnDayForm):
    """When a sponsorship came, and how much."""

    amount = MoneyFormField(
        label=_("Amount received"),
        required=False,
        help_text=_("In đồng; leave it empty where it is the amount promised."),
    )
