"""The logo of the Union, for the head of each page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lienhiep.core.files.serving import SHUT_IN
from lienhiep.core.models import union_identity

YEAR = 60 * 60 * 24 * 365


@require_safe
def logo(request: HttpRequest, name: str) -> HttpResponse:
    """Hand out the logo; its address tells its bytes, so a browser may keep it for good."""
    union = union_identity()
    if union is None or not union.logo_url.endswith(f"/{name}"):
        raise Http404
    try:
        response = HttpResponse(union.logo.read(), content_type=union.logo.media_type)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = SHUT_IN
    response["X-Content-Type-Options"] = "nosniff"
    return response
