"""What readers said of an article, below its text."""

from __future__ import annotations

from typing import Any

from django import template

from lienhiep.news.models import NewsArticle
from lienhiep.news.voices import voices_of

register = template.Library()


@register.inclusion_tag("news/includes/voices.html")
def voices(article: NewsArticle) -> dict[str, Any]:
    """Show stars and comments; the same for everyone, so that the page may be kept."""
    return voices_of(article)
