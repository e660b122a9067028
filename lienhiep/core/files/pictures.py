"""Whether bytes are a whole picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from lienhiep.core.files.refusals import cut_off, not_what_it_says

MOST_PIXELS = 80_000_000
"""A sheet of A3 scanned at 600 dots per inch."""

STRIPS, TILES = (273, 279), (324, 325)
"""Tags of TIFF: where the parts of a picture lie, and how long they are."""


def check_picture(form: str) -> Callable[[BinaryIO, int], str]:
    """Return the check of pictures in one format, in the words of Pillow."""

    def check(stream: BinaryIO, size: int) -> str:
        stream.seek(0)
        try:
            with Image.open(stream, formats=[form]) as picture:
                _refuse_giant(picture)
                _read_to_the_end(picture, stream, size)
        except UnidentifiedImageError as other:
            raise not_what_it_says(stream) from other
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
            raise _giant() from bomb
        except (OSError, SyntaxError, ValueError, EOFError, KeyError) as broken:
            raise cut_off() from broken
        return ""

    return check


def _giant() -> ValidationError:
    return ValidationError(
        _("The picture has more than %(most)s million pixels. Make it smaller and send it again."),
        code="too_many_pixels",
        params={"most": MOST_PIXELS // 1_000_000},
    )


def _refuse_giant(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise _giant()


def _read_to_the_end(picture: Image.Image, stream: BinaryIO, size: int) -> None:
    """Raise OSError where data are missing; without unpacking a giant into memory."""
    match picture.format:
        case "PNG":
            picture.verify()  # reads the checksum of every part, unpacks nothing
        case "TIFF":
            _walk_tiff(picture, size)
        case "WEBP":
            stream.seek(4)
            if int.from_bytes(stream.read(4), "little") + 8 > size:
                raise OSError("shorter than its head says")
            stream.seek(0)
            picture.load()
        case "JPEG" | "MPO":  # several pictures in one JPEG, as some telephones write
            picture.draft(picture.mode, (picture.width // 8, picture.height // 8))
            picture.load()
        case _:
            picture.load()


def _walk_tiff(picture: Image.Image, size: int) -> None:
    """Ask of every page whether its parts lie inside the file."""
    for page in range(getattr(picture, "n_frames", 1)):
        picture.seek(page)
        _refuse_giant(picture)
        tags = picture.tag_v2  # type: ignore[attr-defined]
        starts, lengths = STRIPS if STRIPS[0] in tags else TILES
        for start, length in zip(tags[starts], tags[lengths], strict=True):
            if start + length > size:
                raise OSError("a part lies beyond the end")
