"""The kinds of file that the house knows, and how the bytes of each are proven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from lienhiep.core.files.films import check_mp3, check_mp4, check_subtitles, check_webm
from lienhiep.core.files.office_files import check_archive, check_office_zip, check_old_office
from lienhiep.core.files.pdf import check_pdf
from lienhiep.core.files.pictures import check_picture
from lienhiep.core.files.texts import check_text
from lienhiep.core.files.vectors import check_svg

Check = Callable[[BinaryIO, int], str]
"""Reads the bytes of a file of a given size, refuses with ValidationError, and returns a
parameter of the media type ("; charset=utf-8") or nothing."""

OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Kind:
    """A kind of file: its media type and the proof that bytes are of this kind, and whole."""

    media_type: str
    check: Check
    shown_in_browser: bool = False


def _picture(media_type: str, form: str, *, shown: bool = True) -> Kind:
    return Kind(media_type, check_picture(form), shown_in_browser=shown)


KINDS: dict[str, Kind] = {
    "pdf": Kind("application/pdf", check_pdf, shown_in_browser=True),
    "docx": Kind(f"{OOXML}wordprocessingml.document", check_office_zip("word/document.xml")),
    "xlsx": Kind(f"{OOXML}spreadsheetml.sheet", check_office_zip("xl/workbook.xml")),
    "pptx": Kind(f"{OOXML}presentationml.presentation", check_office_zip("ppt/presentation.xml")),
    "odt": Kind(f"{ODF}text", check_office_zip("content.xml", media_type=f"{ODF}text")),
    "ods": Kind(
        f"{ODF}spreadsheet", check_office_zip("content.xml", media_type=f"{ODF}spreadsheet")
    ),
    "doc": Kind("application/msword", check_old_office("WordDocument")),
    "xls": Kind("application/vnd.ms-excel", check_old_office("Workbook", "Book")),
    "ppt": Kind("application/vnd.ms-powerpoint", check_old_office("PowerPoint Document")),
    "jpg": _picture("image/jpeg", "JPEG"),
    "jpeg": _picture("image/jpeg", "JPEG"),
    "png": _picture("image/png", "PNG"),
    "webp": _picture("image/webp", "WEBP"),
    "gif": _picture("image/gif", "GIF"),
    "tif": _picture("image/tiff", "TIFF", shown=False),
    "tiff": _picture("image/tiff", "TIFF", shown=False),
    "svg": Kind("image/svg+xml", check_svg),
    "txt": Kind("text/plain", check_text),
    "csv": Kind("text/csv", check_text),
    "mp4": Kind("video/mp4", check_mp4, shown_in_browser=True),
    "webm": Kind("video/webm", check_webm, shown_in_browser=True),
    "mp3": Kind("audio/mpeg", check_mp3, shown_in_browser=True),
    "m4a": Kind("audio/mp4", check_mp4, shown_in_browser=True),
    "vtt": Kind("text/vtt", check_subtitles, shown_in_browser=True),
    "zip": Kind("application/zip", check_archive),
}
"""By the end of the name."""

PDF = ("pdf",)
DOCUMENTS = ("pdf", "docx", "doc", "odt")
SHEETS = ("xlsx", "xls", "ods", "csv")
PICTURES = ("jpg", "jpeg", "png", "webp")
LOGOS = ("svg", "png")
SCANS = ("pdf", "tif", "tiff", "jpg", "jpeg", "png")
TEXTS = ("txt", "csv")
ARCHIVES = ("zip",)
FILMS = ("mp4", "webm")
SOUNDS = ("mp3", "m4a")

SHOWN = {kind.media_type for kind in KINDS.values() if kind.shown_in_browser}
"""What a browser shows without being able to run anything in our name."""
