"""What machines read of the journal: the periodical, its issues, its articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import absolute, publisher
from lienhiep.core.structured_lists import item_list
from lienhiep.journal.addresses import article_url, issue_url
from lienhiep.journal.choices import ArticleKind
from lienhiep.journal.models import Article, Issue


def of_journal(issues: Iterable[tuple[Issue, str]]) -> list[dict[str, Any]]:
    """Return the journal and the issues on the page (schema.org Periodical, ItemList)."""
    return [_periodical(), item_list((str(issue), url) for issue, url in issues)]


def of_issue(issue: Issue, articles: Iterable[tuple[Article, str]]) -> dict[str, Any]:
    """Return an issue with its articles (schema.org PublicationIssue)."""
    return _issue(issue) | {
        "isPartOf": _periodical(),
        "hasPart": [
            {"@type": "Article", "name": article.title, "url": absolute(url)}
            for article, url in articles
        ],
    }


def of_article(article: Article) -> dict[str, Any]:
    """Return an article with those who wrote it; a short text is no scholarly article."""
    issue: Any = article.issue  # an article on the site has one
    is_article = article.kind == ArticleKind.ARTICLE
    return {
        "@type": "ScholarlyArticle" if is_article else "Article",
        "headline": article.title,
        "abstract": article.abstract,
        "articleSection": str(article.subject),
        "author": [
            {"@type": "Person", "name": str(row.person.full_name)} for row in article.authors.all()
        ],
        "datePublished": issue.published_on,
        "inLanguage": "vi",
        "isPartOf": _issue(issue) | {"isPartOf": _periodical()},
        "mainEntityOfPage": absolute(article_url(article)),
        "pagination": article.pages_label,
        "publisher": publisher(union_identity()),
    }


def _periodical() -> dict[str, Any]:
    return {
        "@type": "Periodical",
        "@id": absolute(f"{reverse('journal:years')}#tap-san"),
        "name": _("Journal of Science and Application"),
        "url": absolute(reverse("journal:years")),
        "publisher": publisher(union_identity()),
        "inLanguage": "vi",
    }


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "@type": "PublicationIssue",
        "issueNumber": issue.number_label,
        "name": f"{issue}: {issue.title}" if issue.title else str(issue),
        "datePublished": issue.published_on,
        "url": absolute(issue_url(issue)),
    }
