"""What readers see of contests: all of them, one, an edition with its results, an entry."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.contests.addresses import contest_url, edition_url, entry_url
from lienhiep.contests.choices import STATE_KINDS, EditionState, OrganiserPart
from lienhiep.contests.models import Contest, Edition, Entry, Prize
from lienhiep.contests.naming import may_show_photo, public_byline, public_bylines
from lienhiep.contests.structured_data import of_contest, of_edition, of_entry
from lienhiep.contests.trails import steps_of_edition, steps_of_entry
from lienhiep.core.search.registry import public_url_of
from lienhiep.core.structured_lists import collection

ON_A_PAGE = 20
FIRST_EDITIONS = 4
"""Editions that stand beside a contest on the front page of contests."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what is open now, then every contest with its newest editions."""
    editions = list(Edition.objects.open_to_readers().with_names().order_by("-deadline", "-pk"))
    by_contest: dict[int, list[Edition]] = {}
    for one in editions:
        by_contest.setdefault(one.contest_id, []).append(one)
    contests = list(Contest.objects.order_by("-level", "-kind", "pk"))
    context = {
        "page_description": _("Calls for entries, results and entries that won prizes."),
        "structured": collection(
            name=_("Contests and awards"),
            url=reverse("contests:index"),
            items=[(one.name, contest_url(one)) for one in contests],
        ),
        "open_editions": [
            {"edition": one, "url": edition_url(one)}
            for one in editions
            if one.state == EditionState.OPEN
        ],
        "contests": [
            {
                "contest": one,
                "url": contest_url(one),
                "editions": _lines(by_contest.get(one.pk, [])[:FIRST_EDITIONS]),
            }
            for one in contests
        ],
        "breadcrumbs": [{"label": _("Contests"), "url": ""}],
    }
    return render(request, "contests/contest_list.html", context)


@require_safe
def contest(request: HttpRequest, contest: str) -> HttpResponse:
    """Show what a contest is, and all its editions with what became of them."""
    found = get_object_or_404(Contest, slug=contest)
    editions = (
        Edition.objects.open_to_readers()
        .with_names()
        .filter(contest=found)
        .annotate(
            prize_count=Count(
                "prizes",
                filter=Q(prizes__withdrawn_on=None, prizes__published_on__isnull=False),
            )
        )
        .order_by("-deadline", "-pk")
    )
    page = Paginator(editions, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "contest": found,
        "page": page,
        "editions": _lines(page.object_list),
        "edition_count": page.paginator.count,
        "open_edition": next(
            (
                line
                for line in _lines(page.object_list)
                if line["edition"].state == EditionState.OPEN
            ),
            None,
        ),
        "structured": of_contest(found, page.object_list),
        "page_description": found.about,
        "breadcrumbs": [_home(), {"label": str(found), "url": ""}],
    }
    return render(request, "contests/contest_detail.html", context)


@require_safe
def edition(request: HttpRequest, contest: str, years: str) -> HttpResponse:
    """Show an edition: its call, who holds it, its fields, and its results by level."""
    found = _open_edition(contest, years)
    organisers = list(found.organisers.select_related("organisation"))
    prizes = _published(found)
    results = _results(prizes)
    context = {
        "edition": found,
        "contest_url": contest_url(found.contest),
        "structured": of_edition(
            found,
            [row.organisation for row in organisers if row.part == OrganiserPart.HOST],
            prizes,
        ),
        "page_description": found.call or found.full_title,
        "contents": [
            {"label": level, "url": f"#giai-{number}", "note": len(lines)}
            for number, (level, lines) in enumerate(results, start=1)
        ],
        "call_document": _document(found.call_document),
        "result_document": _document(found.result_document),
        "neighbours": _editions_beside(found),
        "kind": STATE_KINDS[found.state],
        "trail": steps_of_edition(found),
        "organisers": [
            (OrganiserPart(part).label, [row.organisation for row in rows])
            for part, rows in groupby(
                sorted(organisers, key=lambda row: list(OrganiserPart).index(row.part)),
                key=lambda row: row.part,
            )
        ],
        "fields": found.fields.all(),
        "levels": found.levels.all(),
        "results": results,
        "prize_count": len(prizes),
        "national": _national(found),
        "may_enter": found.state == EditionState.OPEN and not found.is_national,
        "breadcrumbs": [
            _home(),
            {"label": str(found.contest), "url": contest_url(found.contest)},
            {"label": found.year_label, "url": ""},
        ],
    }
    return render(request, "contests/edition_detail.html", context)


@require_safe
def entry(request: HttpRequest, contest: str, years: str, pk: int, slug: str) -> HttpResponse:
    """Show an entry with a published prize; an older address leads to the present one."""
    found = get_object_or_404(Entry.objects.open_to_readers().with_names(), pk=pk)
    address = entry_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    rows = Prize.objects.open_to_readers().with_names().filter(entry=found)
    prizes = list(rows.order_by("decided_on"))
    context = {
        "entry": found,
        "structured": of_entry(found, prizes),
        "page_description": found.summary or found.title,
        "neighbours": _entries_beside(found),
        "edition_url": edition_url(found.edition) if found.edition.is_open_to_readers else "",
        "contest_url": contest_url(found.edition.contest),
        "byline": public_byline(found),
        "prizes": [(one, edition_url(one.edition)) for one in prizes],
        "trail": steps_of_entry(found, public=True),
        "photo": found.photo if found.photo_id and may_show_photo(found) else None,
        "breadcrumbs": [
            _home(),
            {"label": str(found.edition.contest), "url": contest_url(found.edition.contest)},
            *_edition_crumb(found.edition),
            {"label": found.title, "url": ""},
        ],
    }
    return render(request, "contests/entry_detail.html", context)


def _published(edition: Edition) -> list[Prize]:
    """Return the published prizes of an edition, the highest first."""
    return list(Prize.objects.open_to_readers().filter(edition=edition).with_names().in_order())


def _results(prizes: list[Prize]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return prizes level by level, each entry with the names that it may show."""
    bylines = public_bylines([prize.entry for prize in prizes])
    lines = [
        {
            "prize": prize,
            "entry": prize.entry,
            "url": entry_url(prize.entry),
            "byline": bylines[prize.entry_id],
        }
        for prize in prizes
    ]
    grouped = groupby(lines, key=lambda line: line["prize"].level)
    return [(str(level), list(rows)) for level, rows in grouped]


def _national(edition: Edition) -> list[dict[str, Any]]:
    """Return the prizes that entries of an edition of the province won in the national round."""
    if edition.is_national:
        return []
    won = list(
        Prize.objects.open_to_readers()
        .filter(entry__edition=edition)
        .exclude(edition=edition)
        .with_names()
        .in_order()
    )
    return [
        {
            "prize": prize,
            "url": entry_url(prize.entry),
            "edition_url": edition_url(prize.edition),
        }
        for prize in won
    ]


def _entries_beside(entry: Entry) -> dict[str, Any]:
    """Return the entries before and after one in the results of its edition."""
    rows = Prize.objects.open_to_readers().filter(edition=entry.edition).in_order()
    entries = [
        prize.entry for prize in rows.select_related("entry", "level").only("entry__title", "level")
    ]
    ids = [one.pk for one in entries]
    if entry.pk not in ids:
        return {}
    found: dict[str, Any] = {}
    for name, place in (("before", ids.index(entry.pk) - 1), ("after", ids.index(entry.pk) + 1)):
        if 0 <= place < len(entries):
            entries[place].edition = entry.edition  # loaded already; saves a question for each
            found[name] = {"title": entries[place].title, "url": entry_url(entries[place])}
    return found


def _editions_beside(edition: Edition) -> dict[str, Any]:
    """Return the editions of the same contest before and after one."""
    rows = Edition.objects.open_to_readers().with_names().filter(contest=edition.contest_id)
    found = {
        "before": rows.filter(deadline__lt=edition.deadline).order_by("-deadline").first(),
        "after": rows.filter(deadline__gt=edition.deadline).order_by("deadline").first(),
    }
    return {
        name: {"title": str(one), "url": edition_url(one)}
        for name, one in found.items()
        if one is not None
    }


def _document(document: Any) -> dict[str, str] | None:
    """Return a document as a page names it, with its address where readers may open it."""
    if document is None:
        return None
    return {"label": str(document), "url": public_url_of(document) or ""}


def _lines(editions: Any) -> list[dict[str, Any]]:
    return [
        {"edition": one, "url": edition_url(one), "kind": STATE_KINDS[one.state]}
        for one in editions
    ]


def _open_edition(contest: str, years: str) -> Edition:
    """Return the edition that stands on the site; others do not exist."""
    rows = Edition.objects.open_to_readers().select_related(
        "contest", "leads_to__contest", "call_document", "result_document"
    )
    return get_object_or_404(rows, contest__slug=contest, year_label=years)


def _edition_crumb(edition: Edition) -> list[dict[str, str]]:
    if not edition.is_open_to_readers:
        return []
    return [{"label": edition.year_label, "url": edition_url(edition)}]


def _home() -> dict[str, str]:
    return {"label": _("Contests"), "url": reverse("contests:index")}
