"""The welcome page stands before everything else while nobody has an account."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from lienhiep.setup.first_code import is_awaited, open_or_close

WELCOME = "/khoi-dau/"
LEADS_THERE = ("/", "/vao/", "/tai-khoan/dang-nhap/")
BACK_OFFICE = "/quan-tri/"


class WelcomeFirst:
    """Leads to the welcome page of an installation in which nobody has an account.

    Costs one look at the data folder, and a query only while the code lies there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_awaited() and leads_there(request) and open_or_close() is not None:
            return HttpResponseRedirect(WELCOME)
        return self.get_response(request)


def leads_there(request: HttpRequest) -> bool:
    """Say whether somebody who asks for this page wants to come in."""
    return request.method == "GET" and (
        request.path in LEADS_THERE or request.path.startswith(BACK_OFFICE)
    )
