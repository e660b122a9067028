"""What readers see of the news: all of them, a category, a topic, a month, an article."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.models import union_identity
from lienhiep.core.period import Period, local_day, today
from lienhiep.core.structured_data import absolute
from lienhiep.news.addresses import article_url
from lienhiep.news.forms.dates import DatesForm
from lienhiep.news.models import (
    ArticleGroup,
    Category,
    ListingLine,
    NewsArticle,
    PenName,
    ShelfCount,
    ShelfLine,
    Tag,
    Topic,
)
from lienhiep.news.models.shelf import CURRENT, number_on, shelf_of
from lienhiep.news.paging import page_of
from lienhiep.news.reading import (
    article_page,
    cards_of,
    ever_opened,
    hot_articles,
    listed,
    opened,
)
from lienhiep.news.structured_data import of_list

MOST_MONTHS = 24
MOST_TOPICS = 8
MOST_FOR_SEARCH_ENGINES = 1000
"""As many as a sitemap of news may name."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List all articles, the newest first, with hot news and the categories."""
    form = DatesForm(request.GET)
    if form.is_asked:
        page = page_of(request, form.narrow(ever_opened()))
        found = page.object_list
    else:
        page = page_of(request, ShelfLine.objects.on_shelf(CURRENT), number=number_on(CURRENT))
        found = listed(page.object_list)
    is_first = page.number == 1 and not form.is_asked
    context = {
        "heading": _("News"),
        "description": _("All articles of the site, the newest first."),
        "form": form,
        "months_from": None,
        "hot": cards_of(hot_articles(today())) if is_first else [],
        "breadcrumbs": [{"label": _("News"), "url": ""}],
    }
    return _list(request, page, cards_of(found), context)


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a category and of those that stand under it."""
    categories = Category.objects.select_related("parent", "merged_into")
    found = get_object_or_404(categories, slug=slug, is_closed=False)
    if found.merged_into is not None:
        return _moved(request, found.merged_into)
    form = DatesForm(request.GET)
    lines = ListingLine.objects.of_category(found)
    if form.is_asked:
        page = page_of(request, form.narrow(lines))
    else:
        page = page_of(request, lines, number=number_on(shelf_of(found)))
    above = [found.parent] if found.parent and not found.parent.is_closed else []
    context = {
        "heading": found.name,
        "lead": found.description,
        "form": form,
        "category": found,
        "feed": f"{found.get_absolute_url()}rss.xml",
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
    found = get_object_or_404(Topic.objects.select_related("merged_into"), slug=slug)
    if found.merged_into is not None:
        return _moved(request, found.merged_into)
    return _shelf(request, found, lead=found.summary)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a tag."""
    found = get_object_or_404(Tag, slug=slug)
    return _shelf(request, found, lead=found.description)


@require_safe
def pen_name(request: HttpRequest, slug: str) -> HttpResponse:
    """List what was written under a pen name."""
    found = get_object_or_404(PenName, slug=slug)
    return _shelf(request, found, lead=found.description)


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a group in the order of its editor."""
    found = get_object_or_404(ArticleGroup, slug=slug)
    rows = opened().filter(group_places__group=found)
    rows = rows.order_by("group_places__sort_order", "-published_at", "-pk")
    page = page_of(request, rows)
    return _gathered(request, found, page, page.object_list, lead=found.description)


def _shelf(request: HttpRequest, found: Topic | Tag | PenName, *, lead: str) -> HttpResponse:
    shelf = shelf_of(found)
    page = page_of(request, ShelfLine.objects.on_shelf(shelf), number=number_on(shelf))
    return _gathered(request, found, page, listed(page.object_list), lead=lead)


def _gathered(
    request: HttpRequest, found: Any, page: Page, articles: list[NewsArticle], *, lead: str
) -> HttpResponse:
    has_feed = not isinstance(found, ArticleGroup)  # put together once, it brings nothing new
    context = {
        "feed": f"{found.get_absolute_url()}rss.xml" if has_feed else "",
        "heading": found.name,
        "lead": lead,
        "breadcrumbs": [_news(), {"label": found.name, "url": ""}],
    }
    return _list(request, page, cards_of(articles), context)


@require_safe
def archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """List the articles first published in a month."""
    if not (2000 <= year <= today().year and 1 <= month <= 12):
        raise Http404
    begin, end = Period.month(year, month).datetimes()
    rows = ever_opened().filter(published_at__gte=begin, published_at__lt=end)
    page = page_of(request, rows, number=number_on(f"month:{year:04}-{month:02}"))
    if not page.paginator.count:
        raise Http404
    heading = _("News of month %(month)s/%(year)s") % {"month": month, "year": year}
    context = {
        "heading": heading,
        "months_from": (year, month),
        "neighbours": _months_beside(begin, end),
        "breadcrumbs": [_news(), {"label": heading, "url": ""}],
    }
    return _list(request, page, cards_of(page.object_list), context)


@require_safe
def article(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Show an article; an older address leads to the present one."""
    found = get_object_or_404(
        NewsArticle.objects.open_to_readers().select_related(
            "category__parent", "topic", "picture", "source"
        ),
        pk=int(pk),
    )
    address = article_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    return render(request, "news/article_detail.html", article_page(found))


@require_safe
def newest_for_search_engines(request: HttpRequest) -> HttpResponse:
    """Name the articles of the last two days as search engines of news ask for them.

    Source: the news extension of the sitemap protocol (schemas/sitemap-news/0.9).
    """
    since = timezone.now() - timedelta(days=2)
    rows = opened().filter(published_at__gte=since)[:MOST_FOR_SEARCH_ENGINES]
    union = union_identity()
    context = {
        "entries": [(absolute(article_url(one)), one) for one in rows],
        "publication": union.name if union else settings.WAGTAIL_SITE_NAME,
    }
    return render(request, "news/sitemap.xml", context, content_type="application/xml")


def _list(
    request: HttpRequest, page: Page, cards: list[dict[str, Any]], context: dict[str, Any]
) -> HttpResponse:
    """Render a list, with the categories above it and months and topics beside it."""
    shown = context.get("category")
    top = shown.parent_id or shown.pk if shown else None
    categories = list(Category.objects.in_menus())
    form = context.get("form")
    context |= {
        "page": page,
        "feed": context.get("feed", ""),
        "cards": cards,
        "is_narrowed": bool(form and form.is_asked),
        "months": _months(context["months_from"]) if "months_from" in context else [],
        "topics": [
            {"label": one.name, "url": one.get_absolute_url()} for one in _topics()[:MOST_TOPICS]
        ],
        "page_description": context.get("lead") or context.get("description", ""),
        "structured": of_list(
            str(context["heading"]), context.get("lead", ""), request.path, cards
        ),
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


def _topics() -> QuerySet:
    """Return the topics of which there is something to read, those that go on first."""
    told = NewsArticle.objects.current().filter(topic=OuterRef("pk"))
    return Topic.objects.filter(Exists(told))


def _months(shown: tuple[int, int] | None) -> list[dict[str, Any]]:
    """Return the newest years with the months in which articles appeared, the newest first."""
    years: dict[int, list[dict[str, Any]]] = {}
    rows = ShelfCount.objects.filter(shelf__gte="month:", shelf__lt="month;", number__gt=0)
    for shelf, count in rows.order_by("-shelf").values_list("shelf", "number")[:MOST_MONTHS]:
        year, month = map(int, shelf.removeprefix("month:").split("-"))
        years.setdefault(year, []).append(
            {
                "label": month,
                "count": count,
                "url": reverse("news:archive", args=[year, month]),
                "active": (year, month) == shown,
            }
        )
    return [{"year": year, "months": months} for year, months in years.items()]


def _months_beside(begin: datetime, end: datetime) -> dict[str, Any]:
    """Return the months before and after one in which articles appeared."""
    rows = NewsArticle.objects.open_to_readers().order_by("published_at")
    found = {
        "before": rows.filter(published_at__lt=begin).values_list("published_at", flat=True).last(),
        "after": rows.filter(published_at__gte=end).values_list("published_at", flat=True).first(),
    }
    links = {}
    for name, moment in found.items():
        if moment is not None:
            day = local_day(moment)
            title = _("Month %(month)s/%(year)s") % {"month": day.month, "year": day.year}
            address = reverse("news:archive", args=[day.year, day.month])
            links[name] = {"title": title, "url": address}
    return links


def _moved(request: HttpRequest, into: Category | Topic) -> HttpResponse:
    """Lead from what was merged to what took it over, with the page and days asked for."""
    query = request.META.get("QUERY_STRING", "")
    address = into.get_absolute_url()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def _news() -> dict[str, str]:
    return {"label": _("News"), "url": reverse("news:index")}
