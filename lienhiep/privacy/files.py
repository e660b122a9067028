"""What this room takes files for."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, PDF, SCANS, SHEETS, FileUse, Retention

DOSSIER_KEPT = Retention("privacy.dossier", years=10)
BREACH_KEPT = Retention("privacy.breach", years=10)

DOSSIER_PAPER = FileUse(
    "privacy.dossier_paper",
    label=_("Record of processing as a paper"),
    extensions=PDF,
    retention=DOSSIER_KEPT,
)
DOSSIER_SHEET = FileUse(
    "privacy.dossier_sheet",
    label=_("Record of processing as a spreadsheet"),
    extensions=SHEETS,
    retention=DOSSIER_KEPT,
)
NOTICE = FileUse(
    "privacy.notice",
    label=_("Notice of a breach as it was sent"),
    extensions=tuple(dict.fromkeys((*SCANS, *DOCUMENTS))),
    retention=BREACH_KEPT,
)
