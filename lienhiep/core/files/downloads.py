"""Downloads of the public site: proven when they come in, sent in parts to players."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from lienhiep.core.files.checking import check_upload
from lienhiep.core.files.kinds import ARCHIVES, DOCUMENTS, FILMS, KINDS, SHEETS, SOUNDS
from lienhiep.core.files.ranges import Part, no_such_part, span_asked_for
from lienhiep.core.files.uses import FileUse

DOWNLOAD = FileUse(
    "core.download",
    label=_("Download of the site"),
    extensions=(*DOCUMENTS, *SHEETS, "pptx", *SOUNDS, *FILMS, *ARCHIVES),
)


MOST_AT_ONCE = 4 * 1024 * 1024
"""Bytes of a film in one answer: Wagtail takes only answers that are held as a whole."""


class DownloadForm(BaseDocumentForm):
    """The form of a download in the library, in the chooser and after sending many."""

    def clean_file(self) -> Any:
        """Believe the bytes and not the name: readers open what an editor was sent by others."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            file.name = check_upload(file, DOWNLOAD).name
        return file


def send_part(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Send the part of a film or sound that a player asks for; whatever else goes its usual way."""
    kind = KINDS.get(document.file_extension.lower())
    if kind is None or document.file_extension.lower() not in (*SOUNDS, *FILMS):
        return None
    etag = f'"{document.file_hash}"'
    span = span_asked_for(request, size=document.file.size, etag=etag)
    if span is None or not span.length:
        return no_such_part(span) if span else None
    span = replace(span, last=min(span.last, span.first + MOST_AT_ONCE - 1))
    with document.file.storage.open(document.file.name, "rb") as stream:
        content = b"".join(Part(stream, span))
    response = HttpResponse(content, status=206, content_type=kind.media_type)
    response.headers["Content-Range"] = span.header
    response.headers["ETag"] = etag
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=document.filename) or "inline"
    )
    return response
