"""Counting who reads the site."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lienhiep.core.counted_pages import page_at
from lienhiep.visits.answered import NOT_FOR_READERS, count_answer, is_fetched_ahead

ANSWERED = (200, 304)


class CountVisits:
    """Counts a page of the site that was answered to a reader, after the answer is made.

    One visit (lượt truy cập) is one page asked for with GET and answered 200 or 304. Staff
    who are signed in are not counted; machines are, apart. A failure to count is written
    down and never costs the reader the page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_visit(request, response):
            count_answer(request.META, page_at(request.path))
        return response


def is_visit(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether a page of the site was answered to a reader."""
    return (
        request.method == "GET"
        and response.status_code in ANSWERED
        and not request.path.startswith(NOT_FOR_READERS)
        and _is_page(response)
        and not is_fetched_ahead(request.META)
        and not getattr(request, "is_preview", False)
        and not _is_staff(request)
    )


def _is_page(response: HttpResponse) -> bool:
    """Return whether it is a page: no file, feed or answer to a script; a 304 names no type."""
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/html") or (response.status_code == 304 and not kind)


def _is_staff(request: HttpRequest) -> bool:
    """Return whether somebody of the office is signed in; without a session nobody is asked."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(getattr(getattr(request, "user", None), "may_enter_back_office", False))
