"""How readers rated an article, as its page shows it and as search engines read it."""

from __future__ import annotations

from typing import Any

from lienhiep.news.models import ArticleRating, NewsArticle
from lienhiep.news.models.rating import LEAST, MOST


def rating_of(article: NewsArticle) -> ArticleRating | None:
    """Return how an article was rated; None where nobody has."""
    if "_rating_shown" not in article.__dict__:  # a page asks twice: for readers, for machines
        rating = ArticleRating.objects.filter(article=article).first() if article.pk else None
        shown = rating if rating is not None and rating.count else None
        article._rating_shown = shown  # type: ignore[attr-defined]
    found: ArticleRating | None = article._rating_shown  # type: ignore[attr-defined]
    return found


def rating_facts(article: NewsArticle) -> dict[str, Any]:
    """Return how an article was rated as search engines read it; nothing where nobody has."""
    rating = rating_of(article)
    if rating is None:
        return {}
    return {
        "@type": "AggregateRating",
        "ratingValue": str(rating.average),
        "ratingCount": rating.count,
        "bestRating": MOST,
        "worstRating": LEAST,
    }
