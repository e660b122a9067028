"""Whether a file that somebody sends in is taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from lienhiep.core.files.kinds import KINDS
from lienhiep.core.files.names import clean_file_name, extension_of
from lienhiep.core.files.refusals import cut_off
from lienhiep.core.files.uses import FileUse

LONGEST_EXTENSION = 10


@dataclass(frozen=True)
class Checked:
    """What is known about a file that may be taken."""

    name: str
    size: int
    sha256: str
    media_type: str


def check_upload(upload: File, use: FileUse) -> Checked:
    """Return what is to be known about a file, or refuse it with a message for its field.

    Nothing is believed: neither the name nor the media type nor the length that came with
    it. What the browser said of the length is only compared, to find a broken sending.
    """
    name = clean_file_name(upload.name or "")
    extension = extension_of(name)
    _check_extension(extension, use)
    size = _size(upload)
    _check_size(size, upload, use)
    stream: Any = upload.file if upload.file is not None else upload
    parameter = KINDS[extension].check(stream, size)
    digest = hashlib.sha256()
    upload.seek(0)
    for block in upload.chunks():
        digest.update(block)
    upload.seek(0)
    return Checked(name, size, digest.hexdigest(), KINDS[extension].media_type + parameter)


def _check_extension(extension: str, use: FileUse) -> None:
    if extension in use.extensions:
        return
    if not extension or len(extension) > LONGEST_EXTENSION:
        message = _("The name of the file does not tell its kind. Taken here: %(taken)s.")
    else:
        message = _("Files of the kind %(kind)s are not taken here. Taken: %(taken)s.")
    raise ValidationError(
        message, code="extension", params={"kind": extension.upper(), "taken": use.names}
    )


def _size(upload: File) -> int:
    """Return the number of bytes that are really there."""
    upload.seek(0, 2)
    size = upload.tell()
    upload.seek(0)
    return size


def _check_size(size: int, upload: File, use: FileUse) -> None:
    if size == 0:
        raise ValidationError(
            _("The file is empty. Choose another one, or save it anew and send it again."),
            code="empty",
        )
    if size > use.limit:
        raise ValidationError(
            _("The file is %(size)s large; at most %(limit)s are taken here."),
            code="too_large",
            params={"size": filesizeformat(size), "limit": filesizeformat(use.limit)},
        )
    said = getattr(upload, "size", None)
    if isinstance(said, int) and said > size:
        raise cut_off()
