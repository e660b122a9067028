"""What readers see of commendation: the list, the roll of a year, a decision, an honour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from lienhiep.core.search.registry import public_url_of
from lienhiep.core.structured_lists import collection
from lienhiep.core.trails import for_readers
from lienhiep.honours.addresses import decision_url, honour_url, roll_url
from lienhiep.honours.forms.public import RollFilterForm
from lienhiep.honours.models import EmulationResult, Honour
from lienhiep.honours.naming import may_be_described, public_names
from lienhiep.honours.structured_data import of_honour
from lienhiep.honours.trails import steps_of_honour

ON_A_PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the public honours, the newest decision first, narrowed as the reader asks."""
    form = RollFilterForm(request.GET)
    rows = form.narrowed(Honour.objects.open_to_readers().with_names())
    page = Paginator(rows.order_by("-decided_on", "form__position", "pk"), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    names = public_names(page.object_list)
    context = {
        "structured": collection(
            name=_("Commendations and honours"),
            url=request.path,
            items=[(f"{names[one.pk]}: {one.form}", honour_url(one)) for one in page.object_list],
        ),
        "page_description": _("Whom the Union commends, and what it and its members receive."),
        "form": form,
        "page": page,
        "is_narrowed": any(request.GET.get(name) for name in form.fields),
        "columns": [
            {"label": _("Collective or person honoured"), "kind": "name"},
            {"label": _("Form of honour"), "kind": "text", "fact": True, "wide": True},
            {"label": _("Years rewarded"), "kind": "text", "fact": True},
            {"label": _("Awarded by"), "kind": "text"},
            {"label": _("Decided on"), "kind": "date", "fact": True},
        ],
        "rows": [
            {
                "url": honour_url(honour),
                "cells": [
                    names[honour.pk],
                    str(honour.form),
                    honour.years_label,
                    honour.awarding_body.short_name or str(honour.awarding_body),
                    honour.decided_on,
                ],
            }
            for honour in page.object_list
        ],
        "rolls": [(year, roll_url(year)) for year in _years()],
        "breadcrumbs": [{"label": _here(), "url": ""}],
    }
    return render(request, "honours/honour_list.html", context)


@require_safe
def roll(request: HttpRequest, year: int) -> HttpResponse:
    """Show whoever was honoured for a year, form by form: the honour roll."""
    years = _years()
    if year not in years:
        raise Http404
    rows = Honour.objects.open_to_readers().with_names().filter(year_rewarded=year)
    honours = list(rows.in_roll_order())
    lines = _lines(honours)
    results = EmulationResult.objects.filter(is_public=True, year=year)
    groups = _groups(honours, lines)
    heading = _("Honour roll of %(year)s") % {"year": year}
    context = {
        "year": year,
        "groups": groups,
        "contents": _contents(groups),
        "count": len(honours),
        "structured": collection(
            name=heading,
            url=request.path,
            items=[(line["name"], line["url"]) for _form, some in groups for line in some],
        ),
        "page_description": _("Whoever was honoured for what they did in %(year)s.")
        % {"year": year},
        "results": results.select_related("organisation", "awarding_body"),
        "tabs": [{"label": str(one), "url": roll_url(one), "active": one == year} for one in years],
        "breadcrumbs": _breadcrumbs(heading),
    }
    return render(request, "honours/roll.html", context)


@require_safe
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all public honours of one decision; any of them leads here."""
    first = _open_honour(pk)
    rows = Honour.objects.open_to_readers().with_names().of_one_decision(first)
    honours = list(rows.in_roll_order())
    lines = _lines(honours)
    groups = _groups(honours, lines)
    heading = first.decision_label or str(first.form)
    context = {
        "first": first,
        "groups": groups,
        "contents": _contents(groups) if len(groups) > 1 else [],
        "document_url": (public_url_of(first.decision) or "") if first.decision_id else "",
        "structured": collection(
            name=heading,
            url=request.path,
            items=[(line["name"], line["url"]) for _form, some in groups for line in some],
        ),
        "count": len(honours),
        "breadcrumbs": _breadcrumbs(heading),
    }
    return render(request, "honours/decision_detail.html", context)


@require_safe
def honour(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one public honour; a child without a name where nobody agreed to it."""
    found = _open_honour(pk)
    alike = Honour.objects.open_to_readers().of_one_decision(found).exclude(pk=found.pk)
    line = _lines([found])[found.pk]
    context = {
        "honour": found,
        "line": line,
        "trail": for_readers(steps_of_honour(found)),
        "structured": of_honour(found, line["name"]),
        "page_description": f"{line['name']}: {found.form}. {found.achievement}",
        "roll_url": roll_url(found.year_rewarded),
        "document_url": (public_url_of(found.decision) or "") if found.decision_id else "",
        "companions": alike.count(),
        "decision_url": decision_url(found),
        "breadcrumbs": _breadcrumbs(f"{found.form}, {found.years_label}"),
    }
    return render(request, "honours/honour_detail.html", context)


def _open_honour(pk: int) -> Honour:
    """Return an honour that stands on the site; others do not exist."""
    return get_object_or_404(Honour.objects.open_to_readers().with_names(), pk=pk)


def _lines(honours: Sequence[Honour]) -> dict[int, dict[str, Any]]:
    """Return, for each honour, what a list may say of it in public."""
    names, described = public_names(honours), may_be_described(honours)
    return {
        honour.pk: {
            "name": names[honour.pk],
            "described_as": honour.described_as if honour.pk in described else "",
            "achievement": honour.achievement,
            "url": honour_url(honour),
        }
        for honour in honours
    }


def _groups(
    honours: Sequence[Honour], lines: dict[int, dict[str, Any]]
) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Return honours in roll order by their form."""
    return [
        (form, [lines[honour.pk] for honour in group])
        for form, group in groupby(honours, key=lambda honour: honour.form)
    ]


def _contents(groups: Sequence[tuple[Any, list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    return [
        {"label": str(form), "url": f"#form-{form.pk}", "note": len(lines)}
        for form, lines in groups
    ]


def _years() -> list[int]:
    """Return the years for which something stands on the site, the newest first."""
    opened = Honour.objects.open_to_readers().order_by("-year_rewarded")
    return list(opened.values_list("year_rewarded", flat=True).distinct())


def _here() -> str:
    return pgettext("part of the site", "Honours")


def _breadcrumbs(here: str) -> list[dict[str, str]]:
    return [
        {"label": _here(), "url": reverse("honours:index")},
        {"label": here, "url": ""},
    ]
