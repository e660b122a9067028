"""The records of the e-office (văn phòng điện tử)."""

from lienhiep.office.models.book import DocumentKind, RegisterBook
from lienhiep.office.models.dispatch import Dispatch, Receipt
from lienhiep.office.models.document import DocumentReader, OfficialDocument
from lienhiep.office.models.review import ResolutionReview, ReviewCoChair, ReviewRequest

__all__ = [
    "Dispatch",
    "DocumentKind",
    "DocumentReader",
    "OfficialDocument",
    "Receipt",
    "RegisterBook",
    "ResolutionReview",
    "ReviewCoChair",
    "ReviewRequest",
]
