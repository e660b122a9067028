"""What the journal says of its records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.journal.addresses import article_url, issue_url
from lienhiep.journal.models import Article, Issue


@search_entry(Issue, label=_("Journal issue"))
def issue_entry(issue: Issue) -> Searchable:
    """Find an issue by its number and theme."""
    return Searchable(
        title=f"{issue}: {issue.title}" if issue.title else str(issue),
        date=issue.published_on or issue.planned_on,
        symbol=f"{issue.number_label}/{issue.year}",
        url=admin_row_url(issue) or "",
        public_url=issue_url(issue) if issue.is_open_to_readers else None,
    )


@search_entry(Article, label=_("Journal article"))
def article_entry(article: Article) -> Searchable:
    """Find an article by title, contributors and text; never by why it was refused."""
    return Searchable(
        title=article.title,
        body="\n".join(filter(None, [article.byline, article.abstract, article.web_text])),
        date=article.issue.published_on if article.issue else article.received_on,
        url=admin_row_url(article) or "",
        public_url=article_url(article) if article.is_open_to_readers else None,
    )
