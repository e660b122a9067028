"""What readers see of the journal: years, an issue, an article."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.journal.addresses import article_url, issue_url
from lienhiep.journal.models import Article, Issue
from lienhiep.journal.structured_data import of_article, of_issue, of_journal


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """List the issues of the newest year, with the way to the years before."""
    return _year_page(request, None)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """List the issues of one year."""
    return _year_page(request, year)


@require_safe
def issue(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show the contents of an issue by subject."""
    found = _open_issue(year, number)
    if number != found.number:
        return redirect(issue_url(found), permanent=True)
    articles = (
        found.articles.select_related("subject")
        .prefetch_related("authors__person")
        .in_contents_order()
    )
    contents = [
        (subject, [(article, _address(article, found)) for article in group])
        for subject, group in groupby(articles, key=lambda article: article.subject)
    ]
    listed = [line for _subject, lines in contents for line in lines]
    context = {
        "issue": found,
        "contents": contents,
        "article_count": len(listed),
        "neighbours": _issues_beside(found),
        "year_url": reverse("journal:year", args=[found.year]),
        "structured": of_issue(found, listed),
        "page_description": _about_issue(found, listed),
        "breadcrumbs": [
            {"label": _("Journal"), "url": _years_url()},
            {"label": str(found), "url": ""},
        ],
    }
    return render(request, "journal/issue_detail.html", context)


@require_safe
def article(request: HttpRequest, year: int, number: int, pk: int, slug: str) -> HttpResponse:
    """Show an article; an older address leads to the present one."""
    found = get_object_or_404(
        Article.objects.select_related("subject", "issue", "issue__licence").prefetch_related(
            "authors__person"
        ),
        pk=pk,
        issue__in=Issue.objects.open_to_readers(),
    )
    address = article_url(found)
    if request.path != address:
        return redirect(address, permanent=True)
    context = {
        "article": found,
        "issue": found.issue,
        "issue_url": issue_url(found.issue),
        "neighbours": _neighbours(found),
        "structured": of_article(found),
        "page_description": found.abstract or f"{found.title}. {found.byline}",
        "page_kind": "article",
        "breadcrumbs": [
            {"label": _("Journal"), "url": _years_url()},
            {"label": str(found.issue), "url": issue_url(found.issue)},
            {"label": found.title, "url": ""},
        ],
    }
    return render(request, "journal/article_detail.html", context)


def _year_page(request: HttpRequest, wanted: int | None) -> HttpResponse:
    opened = Issue.objects.open_to_readers()
    known = list(opened.order_by("-year").values_list("year", flat=True).distinct())
    shown = wanted if wanted is not None else (known[0] if known else None)
    if wanted is not None and wanted not in known:
        raise Http404
    issues = (
        opened.filter(year=shown).annotate(article_count=Count("articles")).in_order()
        if shown is not None
        else []
    )
    lines = [(one, issue_url(one)) for one in issues]
    context = {
        "year": shown,
        "issues": lines,
        "structured": of_journal(lines),
        "page_description": _("The issues of the journal on the site, year by year."),
        "tabs": [
            {"label": str(one), "url": reverse("journal:year", args=[one]), "active": one == shown}
            for one in known
        ],
        "breadcrumbs": [{"label": _("Journal"), "url": ""}],
    }
    return render(request, "journal/issue_list.html", context)


def _open_issue(year: int, number: int) -> Issue:
    """Return the issue that bears a number and stands on the site; others do not exist."""
    rows = Issue.objects.open_to_readers().select_related("licence", "print_file")
    return get_object_or_404(rows, held_numbers__year=year, held_numbers__number=number)


def _address(article: Article, issue: Issue) -> str:
    article.issue = issue  # loaded already; saves a query for each line
    return article_url(article)


def _neighbours(article: Article) -> dict[str, Any]:
    """Return the articles before and after in the contents, each with its address."""
    rows = list(article.issue.articles.in_contents_order().only("pk", "title", "issue"))
    place = [row.pk for row in rows].index(article.pk)
    found: dict[str, Any] = {}
    for name, index in (("before", place - 1), ("after", place + 1)):
        if 0 <= index < len(rows):
            found[name] = {
                "title": rows[index].title,
                "url": _address(rows[index], article.issue),
            }
    return found


def _issues_beside(issue: Issue) -> dict[str, Any]:
    """Return the public issues before and after one, each with its address."""
    rows = Issue.objects.open_to_readers()
    earlier = Q(year__lt=issue.year) | Q(year=issue.year, number__lt=issue.number)
    later = Q(year__gt=issue.year) | Q(year=issue.year, number__gt=issue.number)
    found = {
        "before": rows.filter(earlier).order_by("-year", "-number").first(),
        "after": rows.filter(later).order_by("year", "number").first(),
    }
    return {
        name: {"title": str(one), "url": issue_url(one)}
        for name, one in found.items()
        if one is not None
    }


def _about_issue(issue: Issue, articles: list[tuple[Article, str]]) -> str:
    """Return what an issue holds in a sentence: its theme and its first articles."""
    titles = "; ".join(article.title for article, _url in articles[:3])
    return ". ".join(part for part in (str(issue), issue.title, titles) if part)


def _years_url() -> str:
    return reverse("journal:years")
