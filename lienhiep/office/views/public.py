"""What readers see of documents: the list of those on the site, and each of them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from lienhiep.core.structured_lists import collection
from lienhiep.office.addresses import document_url
from lienhiep.office.forms.searching import ORDERS, PublicSearchForm
from lienhiep.office.models import OfficialDocument
from lienhiep.office.structured_data import of_document

AT_ONCE = 20
RELATED = 5


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the public documents, searched by symbol or words, narrowed by year, kind, level."""
    documents = OfficialDocument.objects.open_to_readers()
    form = PublicSearchForm(request.GET or None, documents=documents)
    found = form.narrow(documents).select_related("kind", "issuer").order_by(*ORDERS[form.order])
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    heads = [
        {"label": _("Number and symbol"), "kind": "name", "by": "symbol"},
        {"label": pgettext("office", "Abstract"), "kind": "text", "fact": True, "wide": True},
        {"label": _("Issuing body"), "kind": "text", "by": "issuer", "fact": True},
        {"label": pgettext("office", "Dated"), "kind": "date", "by": "date", "fact": True},
    ]
    context = {
        "form": form,
        "page": page,
        "found": page.paginator.count,
        "is_asked": form.is_narrowed,
        "columns": [head | _sorting(request, form.order, head.get("by")) for head in heads],
        "structured": collection(
            name=_("Public documents"),
            url=request.path,
            items=[(str(one), document_url(one)) for one in page],
        ),
        "page_description": _("Documents that the office makes public, with their files."),
        "rows": [
            {
                "url": document_url(one),
                "cells": [one.symbol or str(one.kind), one.summary, one.issuer, one.issued_on],
            }
            for one in page
        ],
        "clear_url": reverse("office:index") if form.is_narrowed else "",
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
    others = opened.filter(kind=found.kind_id).exclude(pk=found.pk)
    context = {
        "document": found,
        "structured": of_document(found),
        "page_description": f"{found}. {found.summary}",
        "neighbours": _neighbours(found),
        "related": [
            {"title": f"{one}: {one.summary}", "url": document_url(one), "day": one.issued_on}
            for one in others.select_related("kind").in_order()[:RELATED]
        ],
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


def _sorting(request: HttpRequest, order: str, by: str | None) -> dict[str, str]:
    """Return how a column is sorted now, and the address that sorts by it, or the other way."""
    if by is None:
        return {}
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{by}" if order == by else by
    sorted_now = {by: "ascending", f"-{by}": "descending"}.get(order, "")
    return {"sort_url": f"?{query.urlencode()}", "sorted": sorted_now}


def _neighbours(document: OfficialDocument) -> dict[str, Any]:
    """Return the public documents dated before and after one."""
    rows = OfficialDocument.objects.open_to_readers().select_related("kind")
    day, pk = document.issued_on, document.pk
    found = {
        "before": rows.filter(Q(issued_on__lt=day) | Q(issued_on=day, pk__lt=pk)).in_order(),
        "after": rows.filter(Q(issued_on__gt=day) | Q(issued_on=day, pk__gt=pk)).order_by(
            "issued_on", "pk"
        ),
    }
    links = {}
    for name, some in found.items():
        if (one := some.first()) is not None:
            links[name] = {"title": str(one), "url": document_url(one)}
    return links
