"""Readers of an address at which something stood are told what became of it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from lienhiep.portal.leading_on import new_place
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


class FormerSites:
    """Leads the readers of a site that stood before this one on to what they look for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Ask only where nothing was found; the front page is asked too for `?nv=…`."""
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if request.path == "/" and "nv" in request.GET:
            return self.led_on(request) or self.get_response(request)
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        return self.led_on(request) or response

    def led_on(self, request: HttpRequest) -> HttpResponse | None:
        """Return the answer for an address of a former site, None for any other."""
        place = new_place(request)
        if place is None:
            return None
        if place:
            return HttpResponsePermanentRedirect(place)
        context = {"what": "", "reason": "", "on": None, "new_url": ""}
        return render(request, "core/moved.html", context, status=GONE)
