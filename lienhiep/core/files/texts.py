"""Whether bytes are text that can be read."""

from __future__ import annotations

from typing import BinaryIO

from django.core.exceptions import ValidationError

from lienhiep.core.text import UnknownEncoding, decode_bytes


def check_text(stream: BinaryIO, size: int) -> str:
    """Refuse what is no text, or in no encoding that is known for certain."""
    stream.seek(0)
    try:
        found = decode_bytes(stream.read())
    except UnknownEncoding as unknown:
        raise ValidationError(str(unknown), code="encoding") from unknown
    return f"; charset={found.encoding}" if found.encoding.startswith(("utf", "windows")) else ""
