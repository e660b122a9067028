"""What the e-office says of its records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, SectionOffered, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.office.addresses import document_url
from lienhiep.office.models import DocumentKind, OfficialDocument, ResolutionReview


def kinds() -> list[SectionOffered]:
    """Return the kinds of which documents are on the site."""
    there = OfficialDocument.objects.open_to_readers().order_by().values("kind").distinct()
    return [
        SectionOffered(_key(kind.pk), str(kind), (_key(kind.pk),))
        for kind in DocumentKind.objects.filter(pk__in=there)
    ]


def _key(kind_id: int) -> str:
    return f"office-{kind_id}"


@search_entry(OfficialDocument, label=_("Official document"), sections=kinds)
def document_entry(document: OfficialDocument) -> Searchable:
    """Find a document by symbol, abstract and issuer; never by the office's own notes."""
    return Searchable(
        title=f"{document}: {document.summary}" if document.symbol else str(document.summary),
        body=str(document.issuer or ""),
        date=document.issued_on or document.received_on,
        symbol=document.symbol,
        url=admin_row_url(document) or "",
        public_url=document_url(document) if document.is_open_to_readers else None,
        sections=(_key(document.kind_id),) if document.kind_id else (),
    )


@search_entry(ResolutionReview, label=_("Review of a resolution"))
def review_entry(review: ResolutionReview) -> Searchable:
    """Find a review by the document reviewed and by its conclusion."""
    return Searchable(
        title=f"{review}, {review.period_label}",
        body="\n".join(filter(None, [review.document.summary, review.conclusion])),
        date=review.concluded_on or review.opened_on,
        symbol=review.document.symbol,
        url=admin_row_url(review) or "",
    )
