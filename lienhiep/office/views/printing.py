"""What the office prints: registers in their legal form, and who has not acknowledged."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.models import union_identity
from lienhiep.core.period import today
from lienhiep.core.principals import principals
from lienhiep.office.choices import Direction
from lienhiep.office.exports import HEADS, lines_of, workbook_of
from lienhiep.office.forms.searching import RegisterForm
from lienhiep.office.models import Dispatch, OfficialDocument, Receipt, RegisterBook
from lienhiep.office.readers import OFFICE_READERS

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """List the registers, each leading to its pages for print."""
    _office_only(request)
    books = RegisterBook.objects.visible_to(request.user)
    asked = request.GET.get("direction", "")
    if asked in Direction.values:
        books = books.filter(direction=asked)
    context = {"books": books, "breadcrumbs": _crumbs()}
    return render(request, "office/register_list.html", context)


@login_required
@require_safe
def register(request: HttpRequest, code: str) -> HttpResponse:
    """Show a register in the ten columns of the decree, for print or as a spreadsheet.

    Only the entries that the reader may see, so the register of secret documents is empty
    for whoever is not named.
    """
    _office_only(request)
    book = get_object_or_404(RegisterBook.objects.visible_to(request.user), code=code)
    entries = OfficialDocument.objects.visible_to(request.user).in_register(book)
    years = list(entries.order_by("-year").values_list("year", flat=True).distinct())
    form = RegisterForm(request.GET or None, years=years)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    year = asked.get("year") or (years[0] if years else today().year)
    entries = entries.filter(year=year).between(asked.get("first"), asked.get("last"))
    rows = list(entries.select_related("kind", "issuer", "assigned_to"))
    lines = lines_of(book, rows)
    if request.GET.get("form") == "xlsx":
        response = HttpResponse(workbook_of(book, year, lines), content_type=SPREADSHEET)
        response["Content-Disposition"] = f'attachment; filename="{book.code}-{year}.xlsx"'
        return response
    form.initial.setdefault("year", year)
    query = request.GET.copy()
    query["form"] = "xlsx"
    context = {
        "book": book,
        "year": year,
        "form": form,
        "heads": HEADS[Direction(book.direction)],
        "lines": lines,
        "first": rows[0] if rows else None,
        "last": rows[-1] if rows else None,
        "identity": union_identity(),
        "sheet_url": f"?{query.urlencode()}",
        "breadcrumbs": _crumbs(str(book)),
    }
    return render(request, "office/register.html", context)


@login_required
@require_safe
def unacknowledged(request: HttpRequest) -> HttpResponse:
    """Show what each association still owes, overdue first."""
    _office_only(request)
    owed = Receipt.objects.visible_to(request.user).owed()
    rows = owed.select_related("organisation", "dispatch__document__kind").order_by(
        "organisation__sort_key", "due_on", "pk"
    )
    context = _owed_context(rows) | {"breadcrumbs": _owed_crumbs()}
    return render(request, "office/unacknowledged.html", context)


@login_required
@require_safe
def unacknowledged_of(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who has not acknowledged one sending, and who has."""
    _office_only(request)
    sendings = Dispatch.objects.visible_to(request.user).select_related("document__kind")
    dispatch = get_object_or_404(sendings, pk=pk)
    receipts = dispatch.receipts.select_related("organisation", "dispatch__document__kind")
    rows = receipts.filter(acknowledged_at=None, returned_on=None)
    done = receipts.exclude(acknowledged_at=None).order_by("acknowledged_at", "pk")
    context = _owed_context(rows.order_by("organisation__sort_key", "pk"))
    context |= {
        "dispatch": dispatch,
        "done": done,
        "total": receipts.count(),
        "breadcrumbs": _owed_crumbs(str(dispatch.document)),
    }
    return render(request, "office/unacknowledged_of.html", context)


def _owed_context(rows: Any) -> dict[str, Any]:
    on = today()
    lines = [(row, row.is_late_on(on)) for row in rows]
    return {"lines": lines, "late": sum(is_late for _row, is_late in lines), "on": on}


def _office_only(request: HttpRequest) -> None:
    """Let the office in; for everybody else these pages do not exist."""
    if not principals(request.user) & OFFICE_READERS:
        raise Http404


def _crumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("Registers of documents"), "url": reverse("office:registers") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs


def _owed_crumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {
            "label": _("Who has not acknowledged"),
            "url": reverse("office:unacknowledged") if here else "",
        },
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
