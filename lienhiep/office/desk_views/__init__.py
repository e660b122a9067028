"""The desk of an association: documents to read and acknowledge, reports to write."""

from lienhiep.office.desk_views.documents import ReturnView, acknowledge, document, documents
from lienhiep.office.desk_views.reports import ReportView, report_receipt

__all__ = ["ReportView", "ReturnView", "acknowledge", "document", "documents", "report_receipt"]
