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
