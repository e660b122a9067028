"""Words to chain when asking for records of the e-office."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period
from lienhiep.core.text import fold
from lienhiep.core.text.symbols import symbol_key
from lienhiep.office.choices import (
    FORWARDED_LEVELS,
    BookKind,
    Direction,
    DocumentState,
    ReceiptState,
    ReviewState,
    Secrecy,
)


class DocumentQuerySet(GuardedQuerySet):
    """Official documents, received and issued."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        issued = Q(direction=Direction.ISSUED)
        return self.annotate(
            state_code=Case(
                When(voided_on__isnull=False, then=Value(DocumentState.VOIDED)),
                When(withdrawn_on__isnull=False, then=Value(DocumentState.WITHDRAWN)),
                When(closed_on__isnull=False, then=Value(DocumentState.CLOSED)),
                When(handled_on__isnull=False, then=Value(DocumentState.HANDLED)),
                When(forwarded_on__isnull=False, then=Value(DocumentState.FORWARDED)),
                When(assigned_on__isnull=False, then=Value(DocumentState.ASSIGNED)),
                When(issued & Q(issued_on__isnull=False), then=Value(DocumentState.ISSUED)),
                When(issued & Q(signed_on__isnull=False), then=Value(DocumentState.SIGNED)),
                When(issued, then=Value(DocumentState.DRAFT)),
                default=Value(DocumentState.REGISTERED),
                output_field=models.CharField(max_length=20),
            )
        )

    def received(self) -> Self:
        """Return incoming documents."""
        return self.filter(direction=Direction.RECEIVED)

    def issued(self) -> Self:
        """Return outgoing documents, drafts too."""
        return self.filter(direction=Direction.ISSUED)

    def in_force(self) -> Self:
        """Return the documents neither void nor recalled."""
        return self.filter(voided_on=None, withdrawn_on=None)

    def general(self) -> Self:
        """Return the documents that may enter a general list or figure.

        Secret documents and complaint letters never do (guidance 48-HD/VPTW of 2015 keeps
        them in registers of their own).
        """
        return self.filter(secrecy=Secrecy.NONE, book__kind=BookKind.GENERAL)

    def received_in(self, period: Period) -> Self:
        """Return the documents whose day of arrival lies in the period, void ones left out."""
        return self.received().filter(received_on__range=(period.start, period.end), voided_on=None)

    def issued_in(self, period: Period) -> Self:
        """Return the documents that the Union issued in the period, void ones left out."""
        return self.issued().filter(
            issued_on__range=(period.start, period.end),
            register_number__isnull=False,
            voided_on=None,
        )

    def forwarded_in(self, period: Period) -> Self:
        """Return Party, State and province documents forwarded in the period, each once.

        A sending that was cancelled and a document declared void do not count.
        """
        sent = (
            self.model._meta.get_field("dispatches")
            .related_model.objects.sent_in(period)
            .filter(document=OuterRef("pk"))
        )
        return self.general().filter(Exists(sent), origin__in=FORWARDED_LEVELS, voided_on=None)

    def in_charge(self) -> Self:
        """Return what was assigned to somebody and is not handled yet."""
        return self.in_force().filter(assigned_to__isnull=False, handled_on=None, closed_on=None)

    def to_forward(self, since: date) -> Self:
        """Return what came in for the members since a day and has not been forwarded."""
        return (
            self.general()
            .received()
            .in_force()
            .filter(
                origin__in=FORWARDED_LEVELS,
                received_on__gte=since,
                forwarded_on=None,
                handled_on=None,
                closed_on=None,
            )
        )

    def in_register(self, book: object) -> Self:
        """Return the entries of a register in the order of their numbers, void ones too."""
        return self.filter(book=book, register_number__isnull=False).order_by(
            "year", "series", "register_number", "register_suffix"
        )

    def between(self, first: int | None, last: int | None) -> Self:
        """Return the entries from a number to a number, both included."""
        rows = self if first is None else self.filter(register_number__gte=first)
        return rows if last is None else rows.filter(register_number__lte=last)

    def open_to_readers(self) -> Self:
        """Return the documents that stand on the public site."""
        return self.in_force().filter(is_public=True, issued_on__isnull=False, secrecy=Secrecy.NONE)

    def matching(self, words: str) -> Self:
        """Return the documents found by a symbol or by words of the abstract or the issuer.

        "590", "590/QĐ-UBND" and "590qdubnd" find the same document; a word is found by its
        beginning.
        """
        found = Q()
        for word in fold(words).split():
            found &= Q(search_key__contains=f" {word}")
        if key := symbol_key(words):
            found |= Q(search_key__contains=f" {key}")
        return self.filter(found)

    def in_order(self) -> Self:
        """Return the documents by their date, the newest first."""
        return self.order_by("-issued_on", "-pk")


class DispatchQuerySet(GuardedQuerySet):
    """Sendings of documents to member associations."""

    def standing(self) -> Self:
        """Return the sendings that were not cancelled, of documents that are not void."""
        return self.filter(cancelled_on=None, document__voided_on=None)

    def sent_in(self, period: Period) -> Self:
        """Return the standing sendings of a period, by the day of forwarding."""
        return self.standing().filter(sent_on__range=(period.start, period.end))

    def with_counts(self) -> Self:
        """Add how many recipients there are, and how many acknowledged."""
        return self.annotate(
            recipient_count=Count("receipts"),
            acknowledged_count=Count("receipts", filter=Q(receipts__acknowledged_at__isnull=False)),
        )


class ReceiptQuerySet(GuardedQuerySet):
    """What became of sendings at each recipient."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        return self.annotate(
            state_code=Case(
                When(acknowledged_at__isnull=False, then=Value(ReceiptState.ACKNOWLEDGED)),
                When(returned_on__isnull=False, then=Value(ReceiptState.RETURNED)),
                When(opened_at__isnull=False, then=Value(ReceiptState.OPENED)),
                default=Value(ReceiptState.SENT),
                output_field=models.CharField(max_length=20),
            )
        )

    def standing(self) -> Self:
        """Return the receipts of sendings that were not cancelled."""
        return self.filter(dispatch__cancelled_on=None, dispatch__document__voided_on=None)

    def forwarded_in(self, period: Period) -> Self:
        """Return the sendings, recipient by recipient, that count for a period.

        Only of Party, State and province documents in general registers: `forwarded_in` of
        documents counts the same sendings document by document.
        """
        return self.standing().filter(
            dispatch__sent_on__range=(period.start, period.end),
            dispatch__document__origin__in=FORWARDED_LEVELS,
            dispatch__document__secrecy=Secrecy.NONE,
            dispatch__document__book__kind=BookKind.GENERAL,
        )

    def of_name(self, words: str) -> Self:
        """Return the receipts of recipients whose name holds the words, marks or none."""
        return self.filter(organisation__search_key__contains=fold(words))

    def acknowledged(self) -> Self:
        """Return those that the recipient confirmed."""
        return self.filter(acknowledged_at__isnull=False)

    def in_time(self) -> Self:
        """Return those confirmed by the day asked for."""
        return self.acknowledged().filter(acknowledged_at__date__lte=F("due_on"))

    def owed(self) -> Self:
        """Return those that the recipient has neither confirmed nor returned."""
        return self.standing().filter(acknowledged_at=None, returned_on=None)

    def overdue(self, on: date) -> Self:
        """Return those owed whose day is over."""
        return self.owed().filter(due_on__lt=on)


class ReviewQuerySet(GuardedQuerySet):
    """Reviews of resolutions and directives."""

    def with_state(self) -> Self:
        """Add `state_code`: the derived state, for filters, sorting and exports."""
        asked = self.model._meta.get_field("requests").related_model.objects.filter(
            review=OuterRef("pk")
        )
        return self.annotate(
            state_code=Case(
                When(concluded_on__isnull=False, then=Value(ReviewState.CONCLUDED)),
                When(Exists(asked), then=Value(ReviewState.ASKED)),
                default=Value(ReviewState.OPEN),
                output_field=models.CharField(max_length=20),
            )
        )

    def with_counts(self) -> Self:
        """Add how many reports were asked for, and how many came."""
        return self.annotate(
            asked_count=Count("requests", filter=Q(requests__released_on=None)),
            received_count=Count("requests", filter=Q(requests__received_on__isnull=False)),
        )

    def concluded_in(self, period: Period) -> Self:
        """Return the reviews concluded in the period."""
        return self.filter(concluded_on__range=(period.start, period.end))

    def open(self) -> Self:
        """Return the reviews not concluded yet."""
        return self.filter(concluded_on=None)


class ReviewRequestQuerySet(GuardedQuerySet):
    """Reports asked for reviews."""

    def missing(self) -> Self:
        """Return those that have not come, of those still asked."""
        return self.filter(received_on=None, released_on=None)

    def owed(self) -> Self:
        """Return those that have not come and are still waited for."""
        return self.missing().filter(review__concluded_on=None)

    def received_in(self, period: Period) -> Self:
        """Return the reports received in the period."""
        return self.filter(received_on__range=(period.start, period.end))
