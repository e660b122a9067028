"""The way of an issue and of a manuscript, as the trail shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import today
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
    here = WAY_OF_ISSUE.index(last)
    days = {
        IssueState.SIGNED: issue.signed_on,
        IssueState.PRINTED: issue.printed_on,
        IssueState.PUBLISHED: issue.published_on,
    }
    steps = [
        _step(state.label, place, here, since=days.get(state))
        for place, state in enumerate(WAY_OF_ISSUE)
    ]
    if last == IssueState.PUBLISHED:
        steps[here]["state"] = "done"
    elif issue.planned_on is not None:
        _mark_due(steps[here], issue.planned_on)
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
    here = way.index(article.state)
    steps = [
        _step(state.label, place, here, since=days.get(state)) for place, state in enumerate(way)
    ]
    steps[0]["where"] = RECEIVED
    if article.issue is not None:
        steps[way.index(ArticleState.PLACED)]["note"] = str(article.issue)
    if article.state == ArticleState.PUBLISHED:
        steps[here]["state"] = "done"
    return steps


def _step(where: Any, place: int, here: int, *, since: date | None) -> dict[str, Any]:
    state = "done" if place < here else "here" if place == here else "ahead"
    return {"where": where, "since": since if place <= here else None, "state": state}


def _mark_due(step: dict[str, Any], due: date) -> None:
    """Say until when the present step may last; late is the only thing that turns red."""
    step["until"] = due
    late = (today() - due).days
    if late > 0:
        step["state"] = "late"
        step["late_days"] = late
