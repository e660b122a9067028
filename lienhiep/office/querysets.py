"""Words to chain when asking for records of the e-office."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Case, Q, Value, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.period import Period
from lienhiep.core.text import fold
from lienhiep.core.text.symbols import symbol_key
from lienhiep.office.choices import BookKind, Direction, DocumentState, Secrecy


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
