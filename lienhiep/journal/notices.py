"""What the contributors of the journal are told."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.core.notices import NoticeKind, notice_kind, tell, tell_each
from lienhiep.journal.models import Article, Issue

ARTICLE_RECEIVED = notice_kind(
    "journal.article_received", _("The office of the journal has received “%(record)s”.")
)
ARTICLE_ACCEPTED = notice_kind(
    "journal.article_accepted", _("“%(record)s” is accepted for one of the coming issues.")
)
ARTICLE_REFUSED = notice_kind(
    "journal.article_refused", _("“%(record)s” cannot be printed; the reason stands with it.")
)
DECISION_TAKEN_BACK = notice_kind(
    "journal.decision_taken_back", _("The office looks at “%(record)s” once more.")
)
PROOF_SENT = notice_kind(
    "journal.proof_sent", _("Please read the proof of “%(record)s”."), is_urgent=True
)
ARTICLE_PUBLISHED = notice_kind(
    "journal.article_published", _("The issue with “%(record)s” has appeared.")
)


def tell_authors(article: Article, what: NoticeKind, by: Any) -> None:
    """Tell the contributors of an article who have an account."""
    tell(recipients=_authors_of(article), what=what, about=article, by=by)


def tell_of_issue(issue: Issue, by: Any) -> None:
    """Tell the contributors of an issue that their articles have appeared."""
    articles = issue.articles.all()
    tell_each(
        pairs=((user, article) for article in articles for user in _authors_of(article)),
        what=ARTICLE_PUBLISHED,
        by=by,
    )


def _authors_of(article: Article) -> Any:
    return User.objects.of_persons(article.authors.order_by().values("person"))
