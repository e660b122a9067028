"""Whether bytes are a whole film or sound, or its subtitles."""

from __future__ import annotations

from typing import BinaryIO

from lienhiep.core.files.refusals import cut_off, not_what_it_says

EBML = b"\x1a\x45\xdf\xa3"


def check_mp4(stream: BinaryIO, size: int) -> str:
    """Walk through the parts of an MP4: each lies inside the file, one tells what is in it."""
    at, found = 0, []
    while at < size:
        stream.seek(at)
        head = stream.read(16)
        length, kind = int.from_bytes(head[:4]), head[4:8]
        if length == 1:
            length = int.from_bytes(head[8:16])
        if at == 0 and kind != b"ftyp":
            raise not_what_it_says(stream)
        found.append(kind)
        at += length or size - at
        if (length and length < 8) or at > size:
            raise cut_off()
    if b"moov" not in found:
        raise cut_off()
    return ""


def check_mp3(stream: BinaryIO, size: int) -> str:
    """Read the head of an MP3: a tag (ID3), or the first frame of MPEG audio, layer III."""
    stream.seek(0)
    head = stream.read(4)
    is_frame = head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE6 == 0xE2
    if not head.startswith(b"ID3") and not is_frame:
        raise not_what_it_says(stream)
    return ""


def check_webm(stream: BinaryIO, size: int) -> str:
    """Read the head of a WebM."""
    stream.seek(0)
    head = stream.read(64)
    if not head.startswith(EBML) or b"webm" not in head:
        raise not_what_it_says(stream)
    return ""


def check_subtitles(stream: BinaryIO, size: int) -> str:
    """Read the first line of subtitles (WebVTT), which are text in UTF-8."""
    stream.seek(0)
    if not stream.read(16).removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        raise not_what_it_says(stream)
    stream.seek(0)
    try:
        stream.read().decode()
    except UnicodeDecodeError as other:
        raise not_what_it_says(stream) from other
    return "; charset=utf-8"
