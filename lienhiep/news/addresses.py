"""The addresses at which readers open the news."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.core.text import slugify
from lienhiep.news.models import NewsArticle


def article_url(article: NewsArticle) -> str:
    """Return the address of an article: its headline, for people, and its number.

    It depends on no category and no place in a tree, so nothing that is moved rewrites it.
    """
    return reverse("news:article", args=[slugify(article.title) or "bai", article.pk])
