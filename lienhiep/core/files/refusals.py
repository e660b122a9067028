"""Why a file is not taken, in the words of the office."""

from __future__ import annotations

from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SIGNATURES: list[tuple[bytes, str]] = [
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, XLSX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS, PPT"),
    (b"\xff\xd8\xff", "JPG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WEBP, AVI, WAV"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
]
"""How files of some kinds begin, to tell a person what theirs really is."""


def cut_off() -> ValidationError:
    """Return the refusal of a file of which the end is missing."""
    return ValidationError(
        _(
            "The end of the file is missing: the sending broke off, or the file was damaged "
            "before. Open it on your own machine; if it opens, send it again."
        ),
        code="cut_off",
    )


def damaged() -> ValidationError:
    """Return the refusal of a file that no program could open."""
    return ValidationError(
        _(
            "The file is damaged and cannot be opened. Save it anew in the program that "
            "made it and send it again."
        ),
        code="damaged",
    )


def not_what_it_says(stream: BinaryIO) -> ValidationError:
    """Return the refusal of a file whose content is of another kind than its name says."""
    stream.seek(0)
    start = stream.read(32).lstrip()
    really = next((kind for signature, kind in SIGNATURES if start.startswith(signature)), "")
    if really:
        message = _(
            "The file is not what its name says: its content is of the kind %(kind)s. "
            "Save it in the right kind, do not only change the end of its name."
        )
    else:
        message = _(
            "The file is not what its name says. Save it in the right kind, do not only "
            "change the end of its name."
        )
    return ValidationError(message, code="not_what_it_says", params={"kind": really})


def unpacks_too_large() -> ValidationError:
    """Return the refusal of a small file that would fill the machine when unpacked."""
    return ValidationError(
        _("The file would take an unreasonable amount of room when opened, so it is not taken."),
        code="too_large_unpacked",
    )
