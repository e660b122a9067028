"""The way of an issue and of a manuscript, as the trail shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.trails import steps_of
from lienhiep.journal.choices import ArticleState, IssueState
from lienhiep.journal.models import Article, Issue

WAY_OF_ISSUE = [
    IssueState.PLANNED,
    IssueState.COLLECTING,
    IssueState.EDITING,
    IssueState.LAYOUT,
    IssueState.SIGNED,
    IssueState.PRINTED,
    IssueState.PUBLISHED,
]

RECEIVED = _("Manuscript received")
"""The first step of a manuscript; as a state it waits, on its way it has been received."""


def steps_of_issue(issue: Issue) -> list[dict[str, Any]]:
    """Return the steps of an issue: what is done since when, where it is, what lies ahead."""
    last = IssueState.PUBLISHED if issue.state == IssueState.WITHDRAWN else issue.state
    days = {
        IssueState.SIGNED: issue.signed_on,
        IssueState.PRINTED: issue.printed_on,
        IssueState.PUBLISHED: issue.published_on,
    }
    steps = steps_of(
        WAY_OF_ISSUE,
        last,
        days=days,
        is_over=last == IssueState.PUBLISHED,
        due=issue.planned_on,
    )
    if issue.signed_by is not None:
        steps[WAY_OF_ISSUE.index(IssueState.SIGNED)]["who"] = str(issue.signed_by)
    if issue.state == IssueState.WITHDRAWN:
        steps.append(
            {
                "where": IssueState.WITHDRAWN.label,
                "since": issue.withdrawn_on,
                "note": issue.withdrawal_reason,
                "state": "here",
            }
        )
    return steps


def steps_of_article(article: Article) -> list[dict[str, Any]]:
    """Return the steps of a manuscript, as its contributor reads them."""
    if article.state == ArticleState.REFUSED:
        return [
            {"where": RECEIVED, "since": article.received_on, "state": "done"},
            {
                "where": ArticleState.REFUSED.label,
                "since": article.refused_on,
                "note": article.refusal_reason,
                "state": "done",
            },
        ]
    way = [
        ArticleState.RECEIVED,
        ArticleState.ACCEPTED,
        ArticleState.PLACED,
        ArticleState.PUBLISHED,
    ]
    days = {
        ArticleState.RECEIVED: article.received_on,
        ArticleState.ACCEPTED: article.accepted_on,
        ArticleState.PUBLISHED: article.issue.published_on if article.issue else None,
    }
    is_over = article.state == ArticleState.PUBLISHED
    steps = steps_of(way, article.state, days=days, is_over=is_over)
    steps[0]["where"] = RECEIVED
    if article.issue is not None:
        steps[way.index(ArticleState.PLACED)]["note"] = str(article.issue)
    return steps
