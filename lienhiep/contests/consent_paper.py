"""Handing out the form of consent, at the desk and in the back office alike."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from lienhiep.contests.exports import consent_form_pdf
from lienhiep.contests.models import Entry
from lienhiep.contests.rules import ORGANISERS
from lienhiep.core.principals import principals


def consent_form_response(entry: Entry) -> HttpResponse:
    """Return the form of consent as a PDF to print."""
    return HttpResponse(
        consent_form_pdf(entry),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="phieu-dong-y-{entry.code}.pdf"'},
    )


@require_admin_access
@require_safe
def office_consent_form(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the form to the organiser; it names authors, so to nobody else."""
    entry = Entry.objects.visible_to(request.user).filter(pk=pk).first()
    if entry is None or not principals(request.user) & ORGANISERS:
        raise Http404
    return consent_form_response(entry)
