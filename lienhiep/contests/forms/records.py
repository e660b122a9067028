"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the desk and the import, so that the rule
and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.contests.actions import appoint_juror, open_edition
from lienhiep.contests.choices import EntryChannel
from lienhiep.contests.forms.intake import IntakeForm
from lienhiep.contests.intake import receive_typed
from lienhiep.contests.models import ContestField, Edition, Entry, Juror
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.rules import policy_of

LINES = {
    "organisers": ("organisation", "part"),
    "fields": ("name",),
    "levels": ("rank", "at_most", "amount"),
    "criteria": ("name", "max_points", "weight"),
}


class EditionForm(OfficeAdminModelForm):
    """A new edition is opened with its lines; an existing one is edited."""

    def save(self, commit: bool = True) -> Edition:
        """Open the edition, or save the change; lines left empty are those of the one before."""
        if self.instance.pk is not None:
            return super().save(commit)
        given = {name: self._lines(name, names) for name, names in LINES.items()}
        given["fields"] = given["fields"] and [name for (name,) in given["fields"]]
        self.instance = open_edition(by=self.for_user, **given, **self.facts())
        return self.instance

    def _lines(self, name: str, names: tuple[str, ...]) -> list[Any] | None:
        rows = [
            tuple(form.cleaned_data[one] for one in names)
            for form in self.formsets[name].forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        return rows or None


class EntryForm(OfficeAdminModelForm):
    """An entry on record, edited by the office; a new one comes through the intake form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the fields of the entry's own edition."""
        super().__init__(*args, **kwargs)
        self.fields["field"].queryset = ContestField.objects.filter(
            edition=self.instance.edition_id
        )


class NewEntryForm(IntakeForm):
    """A new entry in the office: what came by post, by hand, or from a school."""

    channel = forms.ChoiceField(
        label=_("Entry received by way of"),
        choices=[choice for choice in EntryChannel.choices if choice[0] != EntryChannel.DESK.value],
    )

    def __init__(self, *args: Any, instance: Any = None, for_user: Any = None, **kw: Any) -> None:
        self.instance = instance or Entry()
        self.for_user = for_user
        today_or_before = Edition.objects.visible_to(for_user).with_names()
        editions = [
            one for one in today_or_before if policy_of(Edition).may(for_user, "receive_entry", one)
        ]
        super().__init__(*args, editions=editions, office=True, **kw)

    def save(self, commit: bool = True) -> Entry:
        """Receive the entry."""
        self.instance = receive_typed(
            self,
            on=self.cleaned_data["on"],
            by=self.for_user,
            channel=self.cleaned_data["channel"],
            own=False,
        )
        return self.instance


class JurorForm(OfficeAdminModelForm):
    """A new juror is appointed; an existing appointment is edited."""

    def save(self, commit: bool = True) -> Juror:
        """Appoint the juror, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = appoint_juror(on=facts.pop("appointed_on"), by=self.for_user, **facts)
        return self.instance
