"""The addresses at which readers open the journal."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.core.text import slugify
from lienhiep.journal.models import Article, Issue


def issue_url(issue: Issue) -> str:
    """Return the address of an issue; a double number is reached by its first number."""
    return reverse("journal:issue", args=[issue.year, issue.number])


def article_url(article: Article) -> str:
    """Return the address of an article, which needs a place in an issue."""
    slug = slugify(article.title) or "bai"
    return reverse(
        "journal:article", args=[article.issue.year, article.issue.number, article.pk, slug]
    )
