"""What readers see of the news: all of them, a category, a topic, a month, an article."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.period import ZONE, Period, local_day, today
from lienhiep.news.addresses import article_url
from lienhiep.news.forms.dates import DatesForm
from lienhiep.news.models import (
    ArticleGroup,
    Category,
    ListingLine,
    NewsArticle,
    PenName,
    Tag,
    Topic,
)
from lienhiep.news.reading import (
    article_page,
    cards_of,
    ever_opened,
    hot_articles,
    listed,
    opened,
)
from lienhiep.news.structured_data import of_list

ON_A_PAGE = 20
MOST_MONTHS = 24
MOST_TOPICS = 8


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List all articles, the newest first, with hot news and the categories."""
    form = DatesForm(request.GET)
    page = _page(request, form.narrow(ever_opened() if form.is_asked else opened()))
    is_first = page.number == 1 and not form.is_asked
    context = {
        "heading": _("News"),
        "description": _("All articles of the site, the newest first."),
        "form": form,
        "months_from": None,
        "hot": cards_of(hot_articles(today())) if is_first else [],
        "breadcrumbs": [{"label": _("News"), "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a category and of those that stand under it."""
    categories = Category.objects.select_related("parent", "merged_into")
    found = get_object_or_404(categories, slug=slug, is_closed=False)
    if found.merged_into is not None:
        return _moved(request, found.merged_into)
    form = DatesForm(request.GET)
    page = _page(request, form.narrow(ListingLine.objects.of_category(found)))
    above = [found.parent] if found.parent and not found.parent.is_closed else []
    context = {
        "heading": found.name,
        "lead": found.description,
        "form": form,
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
    found = get_object_or_404(Topic.objects.select_related("merged_into"), slug=slug)
    if found.merged_into is not None:
        return _moved(request, found.merged_into)
    page = _page(request, opened().filter(topic=found))
    context = {
        "heading": found.name,
        "lead": found.summary,
        "breadcrumbs": [_news(), {"label": found.name, "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a tag."""
    found = get_object_or_404(Tag, slug=slug)
    return _gathered(
        request, found, opened().filter(article_tags__tag=found), lead=found.description
    )


@require_safe
def pen_name(request: HttpRequest, slug: str) -> HttpResponse:
    """List what was written under a pen name."""
    found = get_object_or_404(PenName, slug=slug)
    return _gathered(
        request, found, opened().filter(bylines__pen_name=found), lead=found.description
    )


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """List the articles of a group in the order of its editor."""
    found = get_object_or_404(ArticleGroup, slug=slug)
    rows = opened().filter(group_places__group=found)
    rows = rows.order_by("group_places__sort_order", "-published_at", "-pk")
    return _gathered(request, found, rows, lead=found.description)


def _gathered(request: HttpRequest, found: Any, rows: QuerySet, *, lead: str) -> HttpResponse:
    page = _page(request, rows)
    context = {
        "heading": found.name,
        "lead": lead,
        "breadcrumbs": [_news(), {"label": found.name, "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


@require_safe
def archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """List the articles first published in a month."""
    if not (2000 <= year <= today().year and 1 <= month <= 12):
        raise Http404
    begin, end = Period.month(year, month).datetimes()
    page = _page(request, ever_opened().filter(published_at__gte=begin, published_at__lt=end))
    if not page.paginator.count:
        raise Http404
    heading = _("News of month %(month)s/%(year)s") % {"month": month, "year": year}
    context = {
        "heading": heading,
        "months_from": (year, month),
        "neighbours": _months_beside(begin, end),
        "breadcrumbs": [_news(), {"label": heading, "url": ""}],
    }
    return _list(request, page, cards_of(list(page.object_list)), context)


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


def _page(request: HttpRequest, rows: QuerySet) -> Page:
    """Return the page asked for; a number that is none, or beyond the end, does not exist."""
    paginator = Paginator(rows, ON_A_PAGE)
    asked = request.GET.get("trang", "1")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 7
    if not is_number or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def _topics() -> QuerySet:
    """Return the topics of which there is something to read, those that go on first."""
    told = NewsArticle.objects.current().filter(topic=OuterRef("pk"))
    return Topic.objects.filter(Exists(told))


def _months(shown: tuple[int, int] | None) -> list[dict[str, Any]]:
    """Return the newest years with the months in which articles appeared, the newest first."""
    years: dict[int, list[dict[str, Any]]] = {}
    for moment, count in _counted()[:MOST_MONTHS]:
        years.setdefault(moment.year, []).append(
            {
                "label": moment.month,
                "count": count,
                "url": reverse("news:archive", args=[moment.year, moment.month]),
                "active": (moment.year, moment.month) == shown,
            }
        )
    return [{"year": year, "months": months} for year, months in years.items()]


def _counted() -> QuerySet:
    """Return the months in which articles appeared with their number, the newest first."""
    month = TruncMonth("published_at", tzinfo=ZONE)
    rows = NewsArticle.objects.open_to_readers().order_by().values(month=month)
    counted = rows.annotate(count=Count("pk")).order_by("-month")
    return counted.values_list("month", "count")


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
