"""What the news take files for at the contributor's desk."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import PICTURES, FileUse, Retention

PIECE_PICTURE = FileUse(
    "news.piece_picture",
    label=_("Picture of a contributor's piece"),
    extensions=PICTURES,
    # Taken over into the library at once; what was sent is not kept beside it.
    retention=Retention("news.piece", years=1),
    max_bytes=15 * 1024 * 1024,
)

WORD_FILE = FileUse(
    "news.word_file",
    label=_("Word file of an article"),
    extensions=("docx",),
    # Read once; what it held stands in the draft. Left pending, it goes within a day.
    retention=Retention("news.word_file", years=1),
    max_bytes=40 * 1024 * 1024,
)
