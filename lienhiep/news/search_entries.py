"""What the news say of their records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import local_day
from lienhiep.core.search.registry import Searchable, SectionOffered, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.news.addresses import article_url
from lienhiep.news.models import Category, NewsArticle, Tag


def categories() -> list[SectionOffered]:
    """Return the categories; one with others under it stands for those as well."""
    there = list(Category.objects.filter(merged_into=None))
    below: dict[int | None, list[Category]] = {}
    for one in there:
        below.setdefault(one.parent_id, []).append(one)
    offered = []
    for top in below.get(None, []):
        under = below.get(top.pk, [])
        keys = tuple(_key(one.pk) for one in (top, *under))
        offered.append(SectionOffered(_key(top.pk), top.name, keys))
        offered += [SectionOffered(_key(one.pk), f"– {one.name}", (_key(one.pk),)) for one in under]
    return offered


def _key(category_id: int) -> str:
    return f"news-{category_id}"


@search_entry(NewsArticle, label=_("News article"), sections=categories)
def article_entry(article: NewsArticle) -> Searchable:
    """Find an article by headline, lead, byline, source and text."""
    moment = article.published_at or article.scheduled_for
    return Searchable(
        title=article.title,
        body="\n".join(
            filter(None, [article.lead, article.byline, article.source_name, article.text])
        ),
        date=local_day(moment) if moment else None,
        url=admin_row_url(article) or "",
        public_url=article_url(article) if article.is_open_to_readers else None,
        sections=tuple(_key(pk) for pk in _categories_of(article)),
    )


def _categories_of(article: NewsArticle) -> set[int]:
    further = {one.category_id for one in article.further_categories.all()}
    return further | ({article.category_id} if article.category_id else set())


@search_entry(Tag, label=_("News tag"))
def tag_entry(tag: Tag) -> Searchable:
    """Find a tag by its name; its page lists its articles."""
    return Searchable(
        title=tag.name,
        body=tag.description,
        url=admin_row_url(tag) or "",
        public_url=tag.get_absolute_url(),
    )
