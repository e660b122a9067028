"""The way of an article from the draft to the archive, as the trail shows it."""

from __future__ import annotations

from typing import Any

from lienhiep.core.period import local_day
from lienhiep.core.trails import steps_of
from lienhiep.news.choices import ArticleState
from lienhiep.news.models import NewsArticle

WAY = [
    ArticleState.DRAFT,
    ArticleState.SUBMITTED,
    ArticleState.APPROVED,
    ArticleState.SCHEDULED,
    ArticleState.PUBLISHED,
    ArticleState.ARCHIVED,
]

STANDS_AT = {
    ArticleState.RETURNED: ArticleState.DRAFT,
    ArticleState.CHANGED: ArticleState.PUBLISHED,
    ArticleState.WITHDRAWN: ArticleState.PUBLISHED,
}
"""The step at which a state beside the way stands."""


def steps_of_article(article: NewsArticle) -> list[dict[str, Any]]:
    """Return the steps of an article: what is done, where it is, with whom and until when."""
    state = article.state
    here = STANDS_AT.get(state, state)
    way = [step for step in WAY if _is_shown(step, here, article)]
    reviewed = local_day(article.review_at) if article.review_at else None
    archived = article.archived_at or article.expires_at
    days = {
        ArticleState.SUBMITTED: reviewed if article.review == "submitted" else None,
        ArticleState.APPROVED: reviewed if article.review == "approved" else None,
        ArticleState.PUBLISHED: article.published_on,
        ArticleState.ARCHIVED: local_day(archived) if archived else None,
    }
    steps = steps_of(way, here, days=days, is_over=here in (WAY[-1], WAY[-2]))
    step = steps[way.index(here)]
    if state in STANDS_AT:
        step["where"] = state.label
    if here == ArticleState.SCHEDULED and article.scheduled_for:
        step["until"] = local_day(article.scheduled_for)
    if article.review and state.value == article.review:
        step["since"], step["note"] = reviewed, article.review_remarks
        step["who"] = str(article.review_by) if article.review_by else ""
    if state == ArticleState.WITHDRAWN and article.withdrawn_at:
        step["since"], step["note"] = local_day(article.withdrawn_at), article.withdrawal_reason
    return steps


def _is_shown(step: ArticleState, here: ArticleState, article: NewsArticle) -> bool:
    """Leave out of the way what an article need not pass."""
    if step == ArticleState.SCHEDULED:
        return here == step
    if step == ArticleState.ARCHIVED:
        return here == step or article.expires_at is not None
    return True
