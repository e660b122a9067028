"""Pages go over the wire compressed: a page of figures is a tenth of its size."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from lienhiep.core.page_cache.facts import FACTS, is_keepable

KINDS = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")


class SmallAnswers(GZipMiddleware):
    """Compress what is text; files keep their size and their ranges.

    Django adds a random number of bytes to each answer and hides the token of forms anew each
    time, so that the size of a page tells nobody what stands in it (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Return the answer, compressed where it is text, whole, and the browser takes it."""
        facts = request.META.get(FACTS)
        if facts is not None and is_keepable(response):
            facts.keep = True  # the page cache compresses it, once for all readers
            return response
        kind = response.headers.get("Content-Type", "")
        if response.streaming or not kind.startswith(KINDS):
            return response
        return super().process_response(request, response)
