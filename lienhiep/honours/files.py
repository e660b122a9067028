"""What commendation takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, PDF, FileUse, Retention

DOSSIER_KEPT = Retention("honours.dossier", years=20)
"""A habit of the office: as long as somebody is likely to ask why an honour was given."""

CERTIFICATE = FileUse(
    "honours.certificate", label=_("Scan of the certificate or decision"), extensions=PDF
)
REPORT = FileUse(
    "honours.report",
    label=_("Achievement report"),
    extensions=DOCUMENTS,
    retention=DOSSIER_KEPT,
    max_bytes=20 * 1024 * 1024,
)
MINUTES = FileUse(
    "honours.minutes",
    label=_("Minutes of the council"),
    extensions=DOCUMENTS,
    retention=DOSSIER_KEPT,
    max_bytes=20 * 1024 * 1024,
)
