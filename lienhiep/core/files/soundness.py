"""Whether the bytes that are kept are still those that came in."""

from __future__ import annotations

import hashlib

from lienhiep.core.models.files import RecordFile

BLOCK = 1024 * 1024

SOUND, MISSING, CHANGED = "sound", "missing", "changed"


def soundness_of(file: RecordFile) -> str:
    """Return whether a file is sound, missing, or of other bytes than its checksum says."""
    digest = hashlib.sha256()
    try:
        with file.content.storage.open(str(file.content.name), "rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    except FileNotFoundError:
        return MISSING
    return SOUND if digest.hexdigest() == file.sha256 else CHANGED
