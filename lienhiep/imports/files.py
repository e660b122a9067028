"""What the room takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import SHEETS, FileUse, Retention

SHEET_KEPT = Retention("imports.spreadsheet", years=1)
"""Long enough to ask where a row came from; what was recorded is kept by its own record."""

SPREADSHEET = FileUse(
    "imports.spreadsheet",
    label=_("Spreadsheet"),
    extensions=SHEETS,
    retention=SHEET_KEPT,
    max_bytes=20 * 1024 * 1024,
)
