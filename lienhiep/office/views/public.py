"""What readers see of documents: the list of those on the site, and each of them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from lienhiep.office.addresses import document_url
from lienhiep.office.forms.searching import PublicSearchForm
from lienhiep.office.models import OfficialDocument

AT_ONCE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the public documents, searched by symbol or words, narrowed by year, kind, level."""
    documents = OfficialDocument.objects.open_to_readers()
    form = PublicSearchForm(request.GET or None, documents=documents)
    found = form.narrow(documents).select_related("kind", "issuer").in_order()
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "found": page.paginator.count,
        "is_asked": bool(request.GET),
        "columns": [
            {"label": _("Number and symbol"), "kind": "name"},
            {"label": pgettext("office", "Abstract"), "kind": "text", "fact": True},
            {"label": _("Issuing body"), "kind": "text"},
            {"label": pgettext("office", "Dated"), "kind": "date", "fact": True},
        ],
        "rows": [
            {
                "url": document_url(one),
                "cells": [one.symbol or str(one.kind), one.summary, one.issuer, one.issued_on],
            }
            for one in page
        ],
        "clear_url": reverse("office:index") if request.GET else "",
        "breadcrumbs": [{"label": _("Public documents"), "url": ""}],
    }
    return render(request, "office/document_list.html", context)


@require_safe
def document(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a public document with its facts and its file; an older address leads here."""
    opened = OfficialDocument.objects.open_to_readers()
    found = get_object_or_404(
        opened.select_related("kind", "issuer", "original", "attachment"), pk=pk
    )
    address = document_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    context = {
        "document": found,
        "facts": [
            (word, value)
            for word, value in (
                (_("Number and symbol"), found.symbol),
                (_("Kind of document"), str(found.kind)),
                (_("Issuing body"), str(found.issuer or "")),
                (pgettext("office", "Dated"), found.issued_on),
                (
                    pgettext("office", "Signed by"),
                    ", ".join(filter(None, [found.signer_name, found.signer_position])),
                ),
                (_("Field of work"), found.subject_field),
            )
            if value
        ],
        "breadcrumbs": [
            {"label": _("Public documents"), "url": reverse("office:index")},
            {"label": found.symbol or str(found.kind), "url": ""},
        ],
    }
    return render(request, "office/document_detail.html", context)
