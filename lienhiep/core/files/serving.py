"""Handing out the bytes of a file, whole or a part."""

from __future__ import annotations

from django.conf import settings
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from lienhiep.core.files.kinds import SHOWN
from lienhiep.core.files.ranges import Part, no_such_part, span_asked_for
from lienhiep.core.models.files import RecordFile

POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
SHUT_IN = f"{POLICY}; sandbox"


def answer_with(request: HttpRequest, file: RecordFile) -> HttpResponseBase:
    """Return the file; the caller has asked whether the person may read it.

    A browser asks again each time and is answered 304 where nothing changed, so a file
    taken back is gone at once. Raises FileNotFoundError where the bytes are missing, and for
    a file that nobody opens, whatever the caller believes.
    """
    if file.is_sealed:
        raise FileNotFoundError(file.uuid)
    etag = f'"{file.sha256}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None or response.status_code != 304:
        response = _through_server(file) or _part(request, file, etag) or _whole(file)
    response.headers["ETag"] = etag
    return _with_care(response, file)


def _with_care(response: HttpResponseBase, file: RecordFile) -> HttpResponseBase:
    """Let a browser neither guess the kind, nor keep the file, nor run what is in it."""
    shown = file.media_type in SHOWN
    response.headers["Content-Type"] = file.media_type
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=not shown, filename=file.name) or "attachment"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Accept-Ranges"] = "bytes"
    # A viewer of PDF does not start inside a sandbox.
    response.headers["Content-Security-Policy"] = (
        POLICY if file.media_type == "application/pdf" else SHUT_IN
    )
    return response


def _whole(file: RecordFile) -> HttpResponseBase:
    return FileResponse(file.content.open("rb"))


def _through_server(file: RecordFile) -> HttpResponseBase | None:
    """Let nginx send the bytes, where it is told to (X-Accel-Redirect)."""
    prefix = settings.FILES_ACCEL_PREFIX
    if not prefix:
        return None
    response = HttpResponse()
    response.headers["X-Accel-Redirect"] = f"{prefix.rstrip('/')}/{file.content.name}"
    return response


def _part(request: HttpRequest, file: RecordFile, etag: str) -> HttpResponseBase | None:
    """Return the part of the file that was asked for, None where the whole was."""
    span = span_asked_for(request, size=file.size, etag=etag)
    if span is None or not span.length:
        return no_such_part(span) if span else None
    part = Part(file.content.open("rb"), span)
    response = StreamingHttpResponse(part, status=206)
    response.headers["Content-Length"] = str(span.length)
    response.headers["Content-Range"] = span.header
    return response
