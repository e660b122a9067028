"""Planned and actual shares of the subjects, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Sum

from lienhiep.core.figures.counting import largest_remainder
from lienhiep.journal.models import Article, Issue, Subject, SubjectTarget
from lienhiep.journal.querysets import ArticleQuerySet


@dataclass(frozen=True)
class SubjectBalance:
    """One subject: what the plan aims at, and what stands in print; shares in whole percent."""

    subject: Subject
    target: int | None
    articles: int
    article_share: int
    pages: int
    page_share: int

    @property
    def article_deviation(self) -> int | None:
        """Percentage points by which the articles exceed the plan, or fall short of it."""
        return None if self.target is None else self.article_share - self.target

    @property
    def page_deviation(self) -> int | None:
        """Percentage points by which the pages exceed the plan, or fall short of it."""
        return None if self.target is None else self.page_share - self.target


def balance_of_issue(issue: Issue) -> list[SubjectBalance]:
    """Compare the contents of one issue, published or not, with the plan of its year."""
    return _balance(Article.objects.filter(issue=issue), issue.year)


def balance_of_year(year: int) -> list[SubjectBalance]:
    """Compare all that was published under the numbers of a year with its plan."""
    return _balance(Article.objects.published().filter(issue__year=year), year)


def _balance(articles: ArticleQuerySet, year: int) -> list[SubjectBalance]:
    """Return one line for each subject that is planned or present; shares add up to 100."""
    counts = {
        row["subject"]: (row["count"], row["pages"] or 0)
        for row in articles.order_by()
        .values("subject")
        .annotate(count=Count("pk"), pages=Sum("page_count"))
    }
    targets = dict(SubjectTarget.objects.filter(plan__year=year).values_list("subject", "share"))
    subjects = list(Subject.objects.filter(pk__in=counts.keys() | targets.keys()))
    present = [counts.get(subject.pk, (0, 0)) for subject in subjects]
    article_shares = largest_remainder([count for count, _pages in present])
    page_shares = largest_remainder([pages for _count, pages in present])
    return [
        SubjectBalance(
            subject=subject,
            target=targets.get(subject.pk),
            articles=count,
            article_share=article_share,
            pages=pages,
            page_share=page_share,
        )
        for subject, (count, pages), article_share, page_share in zip(
            subjects, present, article_shares, page_shares, strict=True
        )
    ]
