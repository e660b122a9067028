"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the desk, an import and the command, so that
the rule and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.office.actions import draft_outgoing, open_review, register_incoming
from lienhiep.office.choices import Direction, OriginLevel
from lienhiep.office.models import (
    DocumentKind,
    OfficialDocument,
    RegisterBook,
    ResolutionReview,
)
from lienhiep.office.people import ColleaguesField

GIVEN_BY_THE_REGISTER = ("symbol", "issued_on", "received_on", "issuer", "origin")
"""What a document of our own has from its number on, and nobody types."""


class DocumentForm(OfficeAdminModelForm):
    """An existing document is edited; what its number stands on stays as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what belongs to the other direction."""
        super().__init__(*args, **kwargs)
        if self.instance.direction == Direction.ISSUED:
            for name in GIVEN_BY_THE_REGISTER:
                self.fields.pop(name, None)
        else:
            for name in ("unit_symbol", "kept_by"):
                self.fields.pop(name, None)
            if "received_on" in self.fields:
                self.fields["received_on"].disabled = True


class NewDocumentForm(OfficeAdminModelForm):
    """What registering and drafting share: registers and kinds in use, one direction."""

    direction = Direction.RECEIVED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the registers of the direction, the first one chosen."""
        super().__init__(*args, **kwargs)
        self.instance.direction = self.direction
        books = RegisterBook.objects.filter(direction=self.direction, is_active=True)
        self.fields["book"].queryset = books.order_by("pk")
        self.initial.setdefault("book", books.order_by("pk").first())
        self.fields["kind"].queryset = DocumentKind.objects.filter(is_active=True)


class IncomingForm(NewDocumentForm):
    """A document that came in is registered with the next number of its register."""

    readers = ColleaguesField(
        label=_("Named readers"),
        required=False,
        help_text=_("Only for a secret document: who reads it beside you."),
    )

    def save(self, commit: bool = True) -> OfficialDocument:
        """Register the document."""
        facts = self.facts()
        self.instance = register_incoming(
            on=facts.pop("received_on"),
            readers=facts.pop("readers", []),
            by=self.for_user,
            **facts,
        )
        return self.instance

    def clean_received_on(self) -> Any:
        """Ask for the day of arrival, which a document of our own does not have."""
        day = self.cleaned_data["received_on"]
        if day is None:
            raise ValidationError(_("State the day on which the document arrived."))
        return day


class DraftForm(NewDocumentForm):
    """A draft is put before whoever signs."""

    direction = Direction.ISSUED

    def save(self, commit: bool = True) -> OfficialDocument:
        """Put the draft forward."""
        self.instance = draft_outgoing(origin=OriginLevel.UNION, by=self.for_user, **self.facts())
        return self.instance


class ReviewForm(OfficeAdminModelForm):
    """A new review is opened with its co-chairs; an existing one is edited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer documents that may be reviewed, the newest first."""
        super().__init__(*args, **kwargs)
        documents = OfficialDocument.objects.general().in_force().exclude(issued_on=None)
        if isinstance(self.fields.get("document"), forms.ModelChoiceField):
            self.fields["document"].queryset = documents.select_related("kind").in_order()

    def save(self, commit: bool = True) -> ResolutionReview:
        """Open the review, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = open_review(
            on=facts.pop("opened_on"), co_chairs=self._co_chairs(), by=self.for_user, **facts
        )
        return self.instance

    def _co_chairs(self) -> list[Any]:
        formset = self.formsets["co_chairs"]
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        return [
            form.cleaned_data["organisation"]
            for form in kept
            if form.cleaned_data.get("organisation")
        ]
