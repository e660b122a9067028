"""What cannot be right in the e-office and no constraint of the database refuses."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.models import NumberBook
from lienhiep.core.numbering import missing_numbers
from lienhiep.office.choices import Direction
from lienhiep.office.models import (
    Dispatch,
    OfficialDocument,
    Receipt,
    RegisterBook,
    ResolutionReview,
    ReviewRequest,
)


@data_check("office.numbers_explained", label=gettext_lazy("Registers leave out no number"))
def numbers_explained() -> Iterator[Finding]:
    """Find numbers passed over in a register that nobody declared void with a reason."""
    books = {book.series_code: book for book in RegisterBook.objects.all()}
    for series in NumberBook.objects.filter(code__in=books).order_by("code", "period"):
        for number in missing_numbers(series):
            yield Finding(
                _("%(book)s, %(period)s: number %(number)s was passed over without a reason.")
                % {"book": books[series.code], "period": series.period, "number": number},
                books[series.code],
            )


@data_check("office.document_facts", label=gettext_lazy("Documents have a date and an issuer"))
def document_facts() -> Iterator[Finding]:
    """Find registered documents without a date or an issuer."""
    numbered = OfficialDocument.objects.general().in_force().exclude(register_number=None)
    for document in numbered.filter(issued_on=None).select_related("kind"):
        yield Finding(_("“%(document)s” has no date.") % {"document": document}, document)
    for document in numbered.filter(issuer=None).select_related("kind"):
        yield Finding(_("“%(document)s” has no issuer.") % {"document": document}, document)


@data_check("office.issued_have_number", label=gettext_lazy("Documents issued have a number"))
def issued_have_number() -> Iterator[Finding]:
    """Find documents of our own with a date that stand in no register."""
    rows = OfficialDocument.objects.filter(
        direction=Direction.ISSUED, issued_on__isnull=False, register_number=None
    )
    for document in rows.select_related("kind"):
        yield Finding(
            _("“%(document)s” was issued without a number of a register.") % {"document": document},
            document,
        )


@data_check("office.sendings_reach_somebody", label=gettext_lazy("Sendings have recipients"))
def sendings_reach_somebody() -> Iterator[Finding]:
    """Find sendings without a single recipient."""
    for dispatch in Dispatch.objects.standing().filter(receipts=None):
        yield Finding(_("“%(sending)s” has no recipient.") % {"sending": dispatch}, dispatch)


@data_check(
    "office.receipt_moments", label=gettext_lazy("Nothing is acknowledged before it is sent")
)
def receipt_moments() -> Iterator[Finding]:
    """Find lines acknowledged before they were sent."""
    rows = Receipt.objects.filter(acknowledged_at__lt=F("sent_at"))
    for receipt in rows.select_related("dispatch__document__kind"):
        yield Finding(
            _("“%(receipt)s” was acknowledged before it was sent.") % {"receipt": receipt}, receipt
        )


@data_check("office.reviews_whole", label=gettext_lazy("Reviews are concluded with all reports"))
def reviews_whole() -> Iterator[Finding]:
    """Find reviews concluded while reports were missing, for no stated reason."""
    rows = ResolutionReview.objects.filter(
        concluded_on__isnull=False,
        missing_reason="",
        pk__in=ReviewRequest.objects.missing().values("review"),
    )
    for review in rows.select_related("document__kind"):
        yield Finding(
            _("“%(review)s” was concluded although reports are missing.") % {"review": review},
            review,
        )
