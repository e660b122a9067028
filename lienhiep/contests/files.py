"""What contests take files for, and how long each is kept.

Copies of birth certificates and identity papers are not taken at all: the day of birth is
typed, and the paper is looked at and given back.
"""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, PICTURES, FileUse, Retention

ENTRY_KEPT = Retention("contests.entry", years=5)
"""As long as a question about the result or the authorship is likely to be asked."""

DESCRIPTION = FileUse(
    "contests.description",
    label=_("Written explanation of an entry"),
    extensions=DOCUMENTS,
    retention=ENTRY_KEPT,
    max_bytes=30 * 1024 * 1024,
)
PHOTO = FileUse(
    "contests.photo",
    label=_("Photograph of an entry"),
    extensions=PICTURES,
    retention=ENTRY_KEPT,
    max_bytes=10 * 1024 * 1024,
)
