"""From what a telephone sends to what the site keeps: turned, of a sensible size, and silent.

Where it was taken, when, and with which telephone concerns no reader: only pixels are kept.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from lienhiep.core.files.pictures import MOST_PIXELS
from lienhiep.core.files.refusals import cut_off, not_what_it_says
from lienhiep.core.text.slugs import slugify

pillow_heif.register_heif_opener()

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF")
LONGEST_SIDE = 2560
"""Enough for a wide screen of twice the density, and an eighth of what a telephone sends."""

MOST_BYTES = 25 * 1024 * 1024
QUALITY = 88
LONGEST_NAME = 60


@dataclass(frozen=True)
class Master:
    """What is kept of a picture."""

    content: ContentFile
    width: int
    height: int
    sent_checksum: str


def checksum_of(stream: Any) -> str:
    """Return the SHA-256 of what was sent."""
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


def master_of(stream: BinaryIO, *, name: str) -> Master:
    """Return the picture to keep of what was sent: JPEG, or PNG where parts are clear.

    Refuses with a ValidationError what is no picture whatever its name says, what has more
    pixels than any telephone takes, and what broke off on the way.
    """
    sent = checksum_of(stream)
    stream.seek(0)
    try:
        with Image.open(stream, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _too_large()
            picture = _upright_and_small(opened)
    except UnidentifiedImageError as other:
        raise not_what_it_says(stream) from other
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _too_large() from bomb
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, RuntimeError) as broken:
        raise cut_off() from broken
    out, ending = io.BytesIO(), "png" if picture.mode == "RGBA" else "jpg"
    if ending == "png":
        picture.save(out, "PNG", optimize=True)
    else:
        picture.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    stem = slugify(PurePath(name).stem)[:LONGEST_NAME].strip("-") or "anh"
    content = ContentFile(out.getvalue(), name=f"{stem}.{ending}")
    return Master(content, picture.width, picture.height, sent)


def _upright_and_small(opened: Image.Image) -> Image.Image:
    """Return the pixels: turned as they were held, in common colours, at most so large."""
    if opened.format in ("JPEG", "MPO"):  # unpacks no more than is needed
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    opened.load()
    picture = ImageOps.exif_transpose(opened)
    profile = picture.info.get("icc_profile")
    is_clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    if picture.mode == "CMYK" or (profile and picture.mode == "RGB"):
        picture = _in_common_colours(picture, profile)
    picture = picture.convert("RGBA" if is_clear else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare


def _in_common_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB, because its own colours are told by a part that is left out."""
    if not profile:
        return picture.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        common = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, own, common, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")


def _too_large() -> ValidationError:
    return ValidationError(
        _("The picture has more than %(most)s million pixels. Make it smaller and send it again."),
        code="too_many_pixels",
        params={"most": MOST_PIXELS // 1_000_000},
    )
