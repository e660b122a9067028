"""Films, sounds and subtitles are proven by their bytes."""

import io

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.files.kinds import KINDS


def part(kind: bytes, content: bytes = b"") -> bytes:
    return (8 + len(content)).to_bytes(4) + kind + content


WHOLE = {
    "mp4": part(b"ftyp", b"isom0000") + part(b"mdat", b"x" * 40) + part(b"moov", b"y" * 20),
    "webm": b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\x00" * 40,
    "mp3": b"ID3\x04" + b"\x00" * 60,
    "vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nĐại hội Liên hiệp hội\n".encode(),
}


def check(kind: str, data: bytes) -> str:
    return KINDS[kind].check(io.BytesIO(data), len(data))


@pytest.mark.parametrize(
    ("kind", "said"), [("mp4", ""), ("webm", ""), ("mp3", ""), ("vtt", "; charset=utf-8")]
)
def test_a_whole_file_of_each_kind_is_taken(kind, said):
    assert check(kind, WHOLE[kind]) == said


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("other", ["mp4", "webm", "mp3", "vtt", ""])
def test_bytes_of_another_kind_are_refused(kind, other):
    if kind == other:
        pytest.skip("This is the right kind.")

    with pytest.raises(ValidationError):
        check(kind, WHOLE.get(other, b"<html><script>"))


def test_a_sound_without_a_tag_is_known_by_its_first_frame():
    assert check("mp3", b"\xff\xfb\x90\x44" + b"\x00" * 60) == ""


def test_a_sound_of_a_telephone_is_walked_through_like_a_film():
    assert check("m4a", WHOLE["mp4"]) == ""


def test_a_film_that_was_cut_off_on_the_way_is_refused():
    with pytest.raises(ValidationError):
        check("mp4", WHOLE["mp4"][:-10])


def test_subtitles_that_are_no_text_in_utf_8_are_refused():
    with pytest.raises(ValidationError):
        check("vtt", WHOLE["vtt"] + b"\xff\xfe")
