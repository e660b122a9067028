"""The papers of commendation, for the office: the register of a year, and a certificate."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, today
from lienhiep.core.principals import principals
from lienhiep.core.rules import policy_of
from lienhiep.honours.choices import HonourState
from lienhiep.honours.exports import certificate_pdf, register_pdf
from lienhiep.honours.models import Honour

PRINTED = frozenset({HonourState.DECIDED, HonourState.CONFERRED})


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Hand out the honours register of a year rewarded, of all that this reader may see."""
    _only_for_the_office(request)
    typed = request.GET.get("year", "")
    year = int(typed) if typed.isdecimal() and len(typed) == 4 else today().year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    rows = Honour.objects.visible_to(request.user).in_force().filter(year_rewarded=year)
    return _pdf(register_pdf(rows.with_names().in_roll_order(), year), f"so-khen-thuong-{year}")


@require_safe
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the certificate of an honour that the Union gives."""
    _only_for_the_office(request)
    rows = Honour.objects.visible_to(request.user).given().with_names()
    honour = rows.filter(pk=pk).first()
    if honour is None or not may_print(request.user, honour):
        raise Http404
    return _pdf(certificate_pdf(honour), f"khen-thuong-{honour.pk}")


def may_print(user: Any, honour: Honour) -> bool:
    """Say whether this person may print the certificate of an honour of ours, as it stands."""
    return _is_of_the_office(user) and honour.is_given and honour.state in PRINTED


def _is_of_the_office(user: Any) -> bool:
    return bool(principals(user) & policy_of(Honour).readers_of_all)


def _only_for_the_office(request: HttpRequest) -> None:
    """Refuse as if nothing were here: the papers name money and children."""
    if not _is_of_the_office(request.user):
        raise Http404


def _pdf(made: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )
