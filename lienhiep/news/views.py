"""What readers see of the news: all of them, a category, a topic, a month, an article."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.period import ZONE, Period, today
from lienhiep.news.addresses import article_url
from lienhiep.news.models import Category, ListingLine, NewsArticle, Topic
from lienhiep.news.reading import article_page, cards_of, hot_articles, listed, opened

ON_A_PAGE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List all articles, the newest first, with hot news and the categories."""
    page = _page(request, opened())
    is_first = page.number == 1
    hot = hot_articles(today()) if is_first else []
    context = {
        "heading": _("News"),
        "hot": cards_of(hot),
        "months": _months() if is_first else [],
        "breadcrumbs": [{"label": _("News"), "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a category and of those that stand under it."""
    found = get_object_or_404(Category.objects.select_related("parent"), slug=slug)
    page = _page(request, ListingLine.objects.of_category(found))
    above = [found.parent] if found.parent else []
    context = {
        "heading": found.name,
        "lead": found.description,
        "category": found,
        "breadcrumbs": [
            _news(),
            *({"label": one.name, "url": one.get_absolute_url()} for one in above),
            {"label": found.name, "url": ""},
        ],
    }
    return _list(request, page, cards_of(listed(page.object_list)), context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a topic."""
    found = get_object_or_404(Topic, slug=slug)
    page = _page(request, opened().filter(topic=found))
    context = {
        "heading": found.name,
        "lead": found.summary,
        "breadcrumbs": [_news(), {"label": found.name, "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """List the articles first published in a month."""
    if not (2000 <= year <= today().year and 1 <= month <= 12):
        raise Http404
    begin, end = Period.month(year, month).datetimes()
    page = _page(request, opened().filter(published_at__gte=begin, published_at__lt=end))
    if not page.paginator.count:
        raise Http404
    heading = _("News of month %(month)s/%(year)s") % {"month": month, "year": year}
    context = {
        "heading": heading,
        "breadcrumbs": [_news(), {"label": heading, "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def article(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Show an article; an older address leads to the present one."""
    found = get_object_or_404(
        NewsArticle.objects.open_to_readers().select_related(
            "category__parent", "topic", "picture"
        ),
        pk=int(pk),
    )
    address = article_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    return render(request, "news/article_detail.html", article_page(found))


def _list(
    request: HttpRequest, page: Page, cards: list[dict[str, Any]], context: dict[str, Any]
) -> HttpResponse:
    """Render a list, with the categories beside it."""
    shown = context.get("category")
    top = shown.parent_id or shown.pk if shown else None
    categories = list(Category.objects.in_menus())
    context |= {
        "page_description": context.get("lead", ""),
        "page": page,
        "cards": cards,
        "tabs": [
            {"label": one.name, "url": one.get_absolute_url(), "active": one.pk == top}
            for one in categories
            if one.parent_id is None
        ],
        "below": [
            {"label": one.name, "url": one.get_absolute_url(), "active": one == shown}
            for one in categories
            if top is not None and one.parent_id == top
        ],
    }
    return render(request, "news/article_list.html", context)


def _page(request: HttpRequest, rows: QuerySet) -> Page:
    """Return the page asked for; a number that is none, or beyond the end, does not exist."""
    paginator = Paginator(rows, ON_A_PAGE)
    asked = request.GET.get("trang", "1")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 7
    if not is_number or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def _months() -> list[dict[str, Any]]:
    """Return the months of the last two years in which articles appeared, the newest first."""
    month = TruncMonth("published_at", tzinfo=ZONE)
    rows = NewsArticle.objects.open_to_readers().order_by().values(month=month)
    counted = rows.annotate(count=Count("pk")).order_by("-month")[:24]
    return [
        {
            "label": row["month"].strftime("%m/%Y"),
            "count": row["count"],
            "url": reverse("news:archive", args=[row["month"].year, row["month"].month]),
        }
        for row in counted
    ]


def _news() -> dict[str, str]:
    return {"label": _("News"), "url": reverse("news:index")}
