"""Readers of an address at which something stood are told what became of it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lienhiep.portal.models import FormerAddress
from lienhiep.portal.models.former import as_asked

GONE = 410
LONGEST = 300


class FormerAddresses:
    """Answers "gone" with words where an address is not found and something stood there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look only after everything else, redirects too, has found nothing."""
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        if len(request.path) > LONGEST or "\x00" in request.path:
            return response
        former = FormerAddress.objects.filter(path=as_asked(request.path)).first()
        if former is None:
            return response
        context = {
            "what": former.title,
            "reason": former.reason,
            "on": former.gone_on,
            "new_url": former.new_address,
        }
        return render(request, "core/moved.html", context, status=GONE)
