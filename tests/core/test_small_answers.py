"""Pages are compressed on the wire, files are not."""

from __future__ import annotations

import gzip
import io

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from lienhiep.core.middleware import SmallAnswers

LONG = "Liên hiệp các Hội Khoa học và Kỹ thuật. " * 40


def answer(response, **headers):
    request = RequestFactory().get("/", **({"HTTP_ACCEPT_ENCODING": "gzip"} | headers))
    return SmallAnswers(lambda _: response)(request)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json", "text/calendar"])
def test_text_is_sent_small_and_reads_the_same(kind):
    sent = answer(HttpResponse(LONG, content_type=kind))

    assert sent["Content-Encoding"] == "gzip"
    assert len(sent.content) < len(LONG.encode()) / 2
    assert gzip.decompress(sent.content).decode() == LONG


def test_a_browser_that_does_not_take_it_gets_the_page_as_it_is():
    sent = answer(HttpResponse(LONG), HTTP_ACCEPT_ENCODING="identity")

    assert "Content-Encoding" not in sent
    assert sent.content.decode() == LONG


def test_files_keep_their_size():
    sent = [
        answer(HttpResponse(LONG, content_type="application/pdf")),
        answer(FileResponse(io.BytesIO(LONG.encode()), content_type="text/plain")),
    ]

    assert all("Content-Encoding" not in one for one in sent)
