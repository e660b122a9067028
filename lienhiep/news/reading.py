"""What the pages of the news show: an article with its surroundings, cards in lists.

Lists never load the text of an article, nor ask for each of its pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from lienhiep.core.counted_pages import page_number
from lienhiep.core.models import union_identity
from lienhiep.core.period import today
from lienhiep.core.pictures.shapes import CUT, SHARED, Shape
from lienhiep.core.pictures.showing import shown
from lienhiep.core.structured_data import absolute, publisher
from lienhiep.news.addresses import article_url
from lienhiep.news.hanging import (
    authors_of,
    files_of,
    has_media,
    licence_of,
    minutes_of,
    tags_of,
    text_of,
)
from lienhiep.news.models import ArticleGroup, Category, GroupPlace, ListingLine, NewsArticle
from lienhiep.news.stars import rating_facts
from lienhiep.visits.figures import reads_of

AT_HEAD = "(min-width: 62rem) 46rem, 92vw"
"""How wide the main picture stands on its page and at the head of the front page."""

MOST_HOT = 4
RELATED = 5
IN_COLUMN = 4


def in_lists(articles: QuerySet[NewsArticle]) -> QuerySet[NewsArticle]:
    """Return articles with what a card shows, and without what it does not."""
    return articles.defer("body").select_related("category", "picture")


def opened() -> QuerySet[NewsArticle]:
    """Return the articles that lists show, the newest first."""
    return in_lists(NewsArticle.objects.current().newest_first())


def ever_opened() -> QuerySet[NewsArticle]:
    """Return these and the archived ones, for archives and for who asks between two days."""
    return in_lists(NewsArticle.objects.open_to_readers().newest_first())


def listed(lines: Iterable[ListingLine]) -> list[NewsArticle]:
    """Return the articles of some lines, in their order."""
    ids = [line.article_id for line in lines]
    found = {article.pk: article for article in in_lists(NewsArticle.objects.filter(pk__in=ids))}
    return [found[pk] for pk in ids if pk in found]


def hot_articles(on: date) -> list[NewsArticle]:
    """Return the hot news of a day, the newest first."""
    return list(in_lists(NewsArticle.objects.hot_on(on).newest_first())[:MOST_HOT])


def newest_articles(most: int) -> list[NewsArticle]:
    """Return the newest articles."""
    return list(opened()[:most])


def head_article() -> NewsArticle | None:
    """Return the article at the head of the site: the one set there last, else the newest."""
    featured = in_lists(NewsArticle.objects.featured_on(today()))
    return featured.first() or opened().first()


def category_columns() -> list[dict[str, Any]]:
    """Return the categories in menus with their newest articles, in one question for all."""
    categories = list(Category.objects.at_top().in_menus())
    lines = list(ListingLine.objects.newest_of_each(categories, IN_COLUMN))
    articles = {article.pk: article for article in listed(lines)}
    columns = []
    for category in categories:
        own = sorted(
            (line for line in lines if line.category_id == category.pk), key=lambda one: one.place
        )
        cards = cards_of([articles[line.article_id] for line in own if line.article_id in articles])
        if cards:
            columns.append({"category": category, "first": cards[0], "others": cards[1:]})
    return columns


def groups_on_front() -> list[dict[str, Any]]:
    """Return the groups on the front page with their first articles, in two questions."""
    groups = list(ArticleGroup.objects.filter(on_front=True))
    if not groups:
        return []
    places = GroupPlace.objects.filter(group__in=groups, article__live=True)
    ids: dict[int, list[int]] = {}
    for group, article in places.order_by("sort_order", "pk").values_list("group", "article"):
        ids.setdefault(group, []).append(article)
    shown_ids = {pk for of_group in ids.values() for pk in of_group[:IN_COLUMN]}
    found = {one.pk: one for one in opened().filter(pk__in=shown_ids)}
    columns = []
    for group in groups:
        own = [found[pk] for pk in ids.get(group.pk, [])[:IN_COLUMN] if pk in found]
        if own:
            columns.append({"group": group, "cards": cards_of(own)})
    return columns


def cards_of(articles: Sequence[NewsArticle], *, main: bool = False) -> list[dict[str, Any]]:
    """Return articles as cards show them."""
    return [
        {
            "title": article.title,
            "url": article_url(article),
            "lead": article.lead,
            "day": article.published_on,
            "label": article.category.name if article.category else "",
            "hot": article.is_hot(),
            "picture": picture_of(article, sizes=AT_HEAD if main else ""),
            "main": main,
        }
        for article in articles
    ]


def headlines_of(articles: Iterable[NewsArticle]) -> list[dict[str, Any]]:
    """Return articles as a list of headlines shows them."""
    return [
        {"title": one.title, "url": article_url(one), "day": one.published_on} for one in articles
    ]


def picture_of(
    article: NewsArticle, shape: Shape = CUT, *, sizes: str = ""
) -> dict[str, Any] | None:
    """Return the main picture in a shape, or None where there is none or its file is gone."""
    return shown(article.picture, shape, sizes=sizes)


def article_page(article: NewsArticle) -> dict[str, Any]:
    """Return all that the page of an article shows; a draft that has no address yet as well."""
    picture = picture_of(article, sizes=AT_HEAD)
    authors = authors_of(article)
    category = article.category
    crumbs = [category.parent, category] if category is not None and category.parent else [category]
    return {
        "article": article,
        "picture": picture,
        "related": headlines_of(related_to(article)),
        "neighbours": neighbours_of(article),
        "text": text_of(article),
        "has_media": has_media(article),
        "minutes": minutes_of(article),
        "authors": authors,
        "tags": tags_of(article),
        "files": files_of(article),
        "licence": licence_of(article),
        "structured": structured_data(article, authors),
        "page_address": article_url(article) if article.pk else "",
        "page_description": article.page_description or article.lead,
        "page_picture": picture_of(article, SHARED),
        "page_kind": "article",
        **reads_facts(article),
        "page_published": article.published_at,
        "page_changed": article.last_published_at,
        "breadcrumbs": [
            {"label": _("News"), "url": "/tin-tuc/"},
            *({"label": one.name, "url": one.get_absolute_url()} for one in crumbs if one),
            {"label": article.title, "url": ""},
        ],
    }


def reads_facts(article: NewsArticle) -> dict[str, int]:
    """Return the number under which the page is counted, and its reads; none for a draft."""
    if not article.pk or not article.live:
        return {}
    page = page_number("news.article", article.pk)
    return {"counted_as": page, "reads": reads_of([page])[page]}


def related_to(article: NewsArticle) -> list[NewsArticle]:
    """Return what an editor picked, then the newest of the same topic and category."""
    found = picked_for(article)
    known: set[int | None] = {article.pk, *(one.pk for one in found)}
    if article.topic_id and len(found) < RELATED:
        found += _newest_on("shelf_lines", {"shelf": f"topic:{article.topic_id}"}, known)
    if article.category is not None and len(found) < RELATED:
        found += _newest_on("listing_lines", {"category": article.category_id}, known)
    return found[:RELATED]


def _newest_on(lines: str, which: dict[str, Any], known: set[int | None]) -> list[NewsArticle]:
    """Return the newest articles of a list with what a headline shows; note them as known."""
    rows = NewsArticle.objects.filter(**{f"{lines}__{name}": is_ for name, is_ in which.items()})
    rows = rows.order_by(f"-{lines}__published_at", f"-{lines}__article")
    rows = rows.only("title", "published_at")[: RELATED + len(known)]
    found = [one for one in rows if one.pk not in known]
    known.update(one.pk for one in found)
    return found


def picked_for(article: NewsArticle) -> list[NewsArticle]:
    """Return the articles picked by hand for one, in order, as far as readers may open them."""
    ids = [pick.other_id for pick in article.related_picks.all()]
    if not ids:
        return []
    found = {one.pk: one for one in ever_opened().filter(pk__in=ids)}
    return [found[pk] for pk in ids if pk in found][:RELATED]


def neighbours_of(article: NewsArticle) -> dict[str, Any]:
    """Return the articles published before and after, each with its address."""
    if not article.live:
        return {}
    moment, pk = article.published_at, article.pk
    rows = NewsArticle.objects.open_to_readers().only("pk", "title")
    # The moment alone leads through the index; of one moment the number decides.
    before = rows.filter(published_at__lte=moment).exclude(published_at=moment, pk__gte=pk)
    after = rows.filter(published_at__gte=moment).exclude(published_at=moment, pk__lte=pk)
    found = {
        "before": before.order_by(F("published_at").desc(), "-pk").first(),
        "after": after.order_by("published_at", "pk").first(),
    }
    return {
        name: {"title": one.title, "url": article_url(one)}
        for name, one in found.items()
        if one is not None
    }


def structured_data(article: NewsArticle, authors: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    """Return what search engines read of an article (schema.org NewsArticle)."""
    union = union_identity()
    shared = picture_of(article, SHARED)
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.lead,
        "mainEntityOfPage": absolute(article_url(article)) if article.pk else "",
        "author": [
            {"@type": "Person", "name": one["label"], "url": absolute(one["url"])}
            for one in authors
            if one["url"]
        ]
        or {
            "@type": "Organization",
            "name": article.byline or (union.name if union else ""),
        },
        "publisher": publisher(union),
        "datePublished": article.published_at,
        "dateModified": article.last_published_at,
        "image": absolute(shared["src"]) if shared else "",
        "isBasedOn": article.source_url,
        "aggregateRating": rating_facts(article),
        "inLanguage": "vi",
    }
