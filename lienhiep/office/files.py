"""What the e-office takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import ARCHIVES, DOCUMENTS, PDF, SHEETS, FileUse

ORIGINAL = FileUse("office.original", label=_("Document as a PDF"), extensions=PDF)
ATTACHMENT = FileUse(
    "office.attachment",
    label=_("Attachment"),
    extensions=(*DOCUMENTS, *SHEETS, *ARCHIVES),
)
REVIEW_REPORT = FileUse(
    "office.review_report",
    label=_("Report for a review"),
    extensions=DOCUMENTS,
    max_bytes=20 * 1024 * 1024,
)
