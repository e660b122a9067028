"""The newest articles, of all or of one list, for feed readers and other sites."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity
from lienhiep.news.addresses import article_url
from lienhiep.news.models import Category, ListingLine, NewsArticle, PenName, ShelfLine, Tag, Topic
from lienhiep.news.models.shelf import shelf_of
from lienhiep.news.reading import listed, newest_articles

NEWEST = 30


class NewsFeed(Feed):
    """The newest articles of the site (RSS 2.0)."""

    language = "vi"

    def title(self) -> str:
        """Name the feed after the Union."""
        union = union_identity()
        return _("News of %(union)s") % {"union": union.name if union else ""}

    def link(self) -> str:
        """Lead to the news."""
        return urljoin(f"{settings.SITE_URL}/", "tin-tuc/")

    def description(self) -> str:
        """Say what it brings."""
        return _("The newest articles of the site.")

    def feed_url(self) -> str:
        """Say where the feed itself lies."""
        return urljoin(self.link(), "rss.xml")

    def items(self) -> list[NewsArticle]:
        """Return the newest articles."""
        return newest_articles(NEWEST)

    def item_title(self, item: Any) -> str:
        """Name an article."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Give its lead."""
        return str(item.lead)

    def item_link(self, item: Any) -> str:
        """Lead to its page."""
        return urljoin(f"{settings.SITE_URL}/", article_url(item))

    def item_pubdate(self, item: Any) -> datetime:
        """Date it by its first publication."""
        return localtime(item.published_at)

    def item_categories(self, item: Any) -> list[str]:
        """Name its category."""
        return [item.category.name] if item.category else []


class AtomNewsFeed(NewsFeed):
    """The same in Atom 1.0."""

    feed_type = Atom1Feed

    def subtitle(self) -> str:
        """Say what it brings."""
        return self.description()

    def feed_url(self) -> str:
        """Say where the feed itself lies."""
        return urljoin(self.link(), "atom.xml")


class ListFeed(NewsFeed):
    """The newest articles of one list; that of a list merged into another leads there."""

    model: Any
    file_name = "rss.xml"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or lead to the feed of the list into which this one was merged."""
        target = getattr(self.get_object(request, **kwargs), "merged_into", None)
        if target is not None:
            return redirect(f"{target.get_absolute_url()}{self.file_name}", permanent=True)
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest, slug: str) -> Any:
        """Return the list of an address."""
        return get_object_or_404(self.model, slug=slug)

    # What Django calls with the list where one is asked for.

    def title(self, obj: Any) -> str:  # type: ignore[override]
        """Name the feed after the list and the Union."""
        return f"{obj.name} – {super().title()}"

    def link(self, obj: Any) -> str:  # type: ignore[override]
        """Lead to the page of the list."""
        return urljoin(f"{settings.SITE_URL}/", obj.get_absolute_url())

    def description(self, obj: Any) -> str:  # type: ignore[override]
        """Say what the list is about."""
        return _("The newest articles of “%(list)s”.") % {"list": obj.name}

    def feed_url(self, obj: Any) -> str:  # type: ignore[override]
        """Say where the feed itself lies."""
        return urljoin(self.link(obj), self.file_name)

    def items(self, obj: Any) -> list[NewsArticle]:  # type: ignore[override]
        """Return the newest articles of the list."""
        return listed(ShelfLine.objects.on_shelf(shelf_of(obj))[:NEWEST])


class CategoryFeed(ListFeed):
    """The newest articles of a category and of those under it."""

    def get_object(self, request: HttpRequest, slug: str) -> Category:
        """Return the category."""
        rows = Category.objects.select_related("merged_into")
        return get_object_or_404(rows, slug=slug, is_closed=False)

    def items(self, obj: Category) -> list[NewsArticle]:  # type: ignore[override]
        """Return its newest articles."""
        return listed(ListingLine.objects.of_category(obj)[:NEWEST])


class TopicFeed(ListFeed):
    """The newest articles of a topic."""

    model = Topic


class TagFeed(ListFeed):
    """The newest articles of a tag."""

    model = Tag


class PenNameFeed(ListFeed):
    """The newest articles under a pen name."""

    model = PenName


def in_atom(feed: type[ListFeed]) -> ListFeed:
    """Return the feed of a list in Atom 1.0."""
    kind = type(
        f"Atom{feed.__name__}",
        (feed,),
        {
            "feed_type": Atom1Feed,
            "file_name": "atom.xml",
            "subtitle": lambda self, obj: self.description(obj),
        },
    )
    return kind()
