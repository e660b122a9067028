"""The records of the e-office (văn phòng điện tử)."""

from lienhiep.office.models.book import DocumentKind, RegisterBook
from lienhiep.office.models.document import DocumentReader, OfficialDocument

__all__ = ["DocumentKind", "DocumentReader", "OfficialDocument", "RegisterBook"]
