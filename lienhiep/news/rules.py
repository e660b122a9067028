"""Who may do what with the news.

Officers write drafts and submit them; editors write, review and publish; leaders review and
publish what others wrote; the office reads drafts. Anyone reads what is
published: that follows from the keys of the article.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.models import union_identity
from lienhiep.core.models.identity import SiteKind
from lienhiep.core.principals import ANYONE, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.news.choices import (
    ADMITTING,
    ARTICLE_VERBS,
    COMMENT_VERBS,
    PIECE_OPEN,
    ArticleState,
    CommentState,
    SourceKind,
)
from lienhiep.news.models import (
    ArticleGroup,
    Category,
    Comment,
    CommentSettings,
    CommentWord,
    NewsArticle,
    PenName,
    Source,
    Tag,
    Topic,
    comment_settings,
)

EDITORS = frozenset({role_key(Role.EDITOR)})
WRITERS = EDITORS | {role_key(Role.OFFICER)}
CONTRIBUTORS = frozenset({role_key(Role.CONTRIBUTOR)})
PUBLISHERS = EDITORS | {role_key(Role.LEADER)}
READERS = WRITERS | {role_key(Role.LEADER), role_key(Role.OFFICE_MANAGER)}

FOR_THE_OFFICE = frozenset(
    {"withdrawn_at", "withdrawal_reason", "scheduled_for", "scheduled_by", "author"}
    | {"review", "review_at", "review_by", "review_remarks", "submitted_by", "expires_at"}
    | {"royalty_coefficient"}
)
"""What readers of a published article do not see; its byline they do."""


FOR_WHO_WROTE = frozenset(
    {"review", "review_at", "review_remarks", "submitted_by", "withdrawn_at", "withdrawal_reason"}
)
"""What of it whoever wrote the article sees nevertheless."""

OF_CONTRIBUTORS = frozenset({"change_piece", "take_piece_back", "submit_article"})
"""What contributors do with what they wrote themselves."""

BY_PUBLISHERS = frozenset(
    {
        "return_article",
        "approve_article",
        "publish_article",
        "schedule_article",
        "unschedule_article",
        "unpublish_article",
        "set_royalty",
    }
)
"""What the leaders do as well as the editors."""


class SortingPolicy(RowPolicy):
    """Categories and topics: anyone reads them, editors make them."""

    readers_of_all = frozenset({ANYONE})
    verbs = {ADD: EDITORS, CHANGE: EDITORS, DELETE: EDITORS}


class MergingPolicy(SortingPolicy):
    """Categories and topics may be taken over by another one, once."""

    verbs = {**SortingPolicy.verbs, "merge_category": EDITORS, "merge_topic": EDITORS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Leave what was merged as it is."""
        return row.merged_into_id is None


class TagPolicy(SortingPolicy):
    """Tags: one may be hung up in the place of another."""

    verbs = {**SortingPolicy.verbs, "merge_tag": EDITORS}


class PenNamePolicy(SortingPolicy):
    """Pen names: readers do not learn who stands behind one."""

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the person and the account for the office."""
        return frozenset() if principals(user) & READERS else frozenset({"person", "user"})


class SourcePolicy(SortingPolicy):
    """Sources: the agreement with one is the office's own."""

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the agreement for the office."""
        return frozenset() if principals(user) & READERS else frozenset({"agreement"})


class NewsArticlePolicy(RowPolicy):
    """Articles: what was on the site once is taken off it, not deleted."""

    readers_of_all = READERS
    verbs = {
        ADD: WRITERS,
        CHANGE: WRITERS,
        DELETE: EDITORS,
        **dict.fromkeys(ARTICLE_VERBS, EDITORS),
        **dict.fromkeys(BY_PUBLISHERS, PUBLISHERS),
        "submit_article": WRITERS | CONTRIBUTORS,
        "write_piece": CONTRIBUTORS,
        "change_piece": CONTRIBUTORS,
        "take_piece_back": CONTRIBUTORS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the article admits it."""
        if verb == DELETE:
            return row.published_at is None
        if verb in OF_CONTRIBUTORS and not self._is_own_or_office(user, verb, row):
            return False
        if verb == "change_piece":
            return row.state in PIECE_OPEN
        if verb == "take_piece_back":
            return row.state == ArticleState.SUBMITTED
        if verb == "unmark_hot":
            return row.hot_since is not None
        if verb == "unfeature_article":
            return row.featured_at is not None
        if verb == "note_source_stands":
            return row.source_removed_at is not None
        if verb == "note_source_removed" and row.source_kind == SourceKind.OWN:
            return False
        if verb in ("open_comments", "close_comments"):
            return row.comments_open == (verb == "close_comments")
        if verb in ADMITTING and row.review not in ADMITTING[verb]:
            return False
        if verb == "publish_article" and row.archived_at and not row.has_unpublished_changes:
            return False
        return row.state in ARTICLE_VERBS.get(verb, frozenset(ArticleState))

    def _is_own_or_office(self, user: Any, verb: str, row: models.Model) -> bool:
        """Return whether a contributor has written it; the office submits what anybody wrote."""
        if verb == "submit_article" and principals(user) & WRITERS:
            return True
        return row.submitted_by_id == user.pk

    def sees_drafts(self, user: Any, row: models.Model) -> bool:
        """Let the office read what is being written, and a contributor their own."""
        return bool(principals(user) & READERS) or row.submitted_by_id == user.pk

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep from others why an article was taken off, and what is planned.

        Who wrote a piece reads what became of it.
        """
        if principals(user) & READERS:
            return frozenset()
        if row is not None and row.submitted_by_id == user.pk:
            return FOR_THE_OFFICE - FOR_WHO_WROTE
        return FOR_THE_OFFICE


class CommentPolicy(RowPolicy):
    """Comments: editors decide on them, the office reads them.

    Readers of the site read what is shown on its pages, never the record: that has the
    writer's address.
    """

    readers_of_all = READERS
    verbs = dict.fromkeys(COMMENT_VERBS, EDITORS)

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the comment admits it."""
        return row.state in COMMENT_VERBS.get(verb, frozenset())

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Let only the editors, who answer, see the writer's address."""
        return frozenset() if principals(user) & EDITORS else frozenset({"email"})

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Let nobody carry off the writers' addresses in a spreadsheet."""
        return frozenset({"email"})


class CommentWordPolicy(RowPolicy):
    """Editors keep the list of unwelcome words."""

    readers_of_all = EDITORS
    verbs = {ADD: EDITORS, CHANGE: EDITORS, DELETE: EDITORS}


SETTERS = EDITORS | {role_key(Role.ADMINISTRATOR)}


class CommentSettingsPolicy(RowPolicy):
    """Editors and the administrator say whether and how readers comment."""

    readers_of_all = SETTERS
    verbs = {ADD: SETTERS, CHANGE: SETTERS}

    def may(self, user: Any, verb: str, row: models.Model | None = None) -> bool:
        """Let the one row be made once."""
        if verb == ADD and row is None and CommentSettings.objects.exists():
            return False
        return super().may(user, verb, row)


POLICIES = {
    Category: MergingPolicy,
    Topic: MergingPolicy,
    Tag: TagPolicy,
    PenName: PenNamePolicy,
    Source: SourcePolicy,
    ArticleGroup: SortingPolicy,
    NewsArticle: NewsArticlePolicy,
    Comment: CommentPolicy,
    CommentWord: CommentWordPolicy,
    CommentSettings: CommentSettingsPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)


# Readers who comment


def comments_are_lawful() -> bool:
    """Return whether the law lets readers comment on this site.

    On an aggregated site (trang thông tin điện tử tổng hợp) they may not: decree
    147/2024/NĐ-CP.
    """
    union = union_identity()
    return union is None or union.site_kind != SiteKind.AGGREGATED


def comments_are_shown() -> bool:
    """Return whether comments stand on the site at all: by law and by the rules of the editors."""
    return comments_are_lawful() and comment_settings().is_open


def may_be_commented(article: NewsArticle) -> bool:
    """Return whether a reader may comment on an article now."""
    if not (article.is_open_to_readers and article.comments_open and comments_are_lawful()):
        return False
    rules = comment_settings()
    if not rules.is_open:
        return False
    days, first = rules.closes_after_days, article.published_at
    return days is None or first is None or timezone.now() <= first + timedelta(days=days)


def may_still_be_changed(comment: Comment) -> bool:
    """Return whether its writer may change a comment: soon after writing, however it stands.

    A comment that was refused or taken back is over.
    """
    minutes = comment_settings().edit_minutes
    is_alive = comment.state in (CommentState.WAITING, CommentState.SHOWN)
    return is_alive and timezone.now() <= comment.written_at + timedelta(minutes=minutes)
