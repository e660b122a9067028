"""What the journal takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, PDF, FileUse, Retention

MANUSCRIPT_KEPT = Retention("journal.manuscript", years=5)
"""As long as a question of authorship is likely to be asked; the printed issue is kept for ever."""

PRINT_FILE = FileUse("journal.print_file", label=_("Issue as a PDF"), extensions=PDF)
MANUSCRIPT = FileUse(
    "journal.manuscript",
    label=_("Manuscript file"),
    extensions=DOCUMENTS,
    retention=MANUSCRIPT_KEPT,
    max_bytes=20 * 1024 * 1024,
)
