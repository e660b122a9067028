"""What people do with the news: one function for each verb.

Whoever calls has asked `rules` first. Each function guards its own business rule, does its
work in one transaction, and leaves one entry in the history that names who did it.
"""

from lienhiep.news.actions.archiving import (
    archive_article,
    archive_due,
    set_expiry,
    unarchive_article,
)
from lienhiep.news.actions.loading import ArticleRow, AttachedFile, load_news_articles
from lienhiep.news.actions.loading_talk import (
    CommentRow,
    RatingRow,
    load_comments,
    load_ratings,
)
from lienhiep.news.actions.publishing import (
    publish_article,
    publish_due,
    schedule_article,
    unpublish_article,
    unschedule_article,
)
from lienhiep.news.actions.reviewing import (
    approve_article,
    reopen_review,
    return_article,
    submit_article,
)
from lienhiep.news.actions.standing_out import (
    feature_article,
    mark_hot,
    unfeature_article,
    unmark_hot,
)

__all__ = [
    "ArticleRow",
    "AttachedFile",
    "CommentRow",
    "RatingRow",
    "approve_article",
    "archive_article",
    "archive_due",
    "feature_article",
    "load_comments",
    "load_news_articles",
    "load_ratings",
    "mark_hot",
    "publish_article",
    "publish_due",
    "reopen_review",
    "return_article",
    "schedule_article",
    "set_expiry",
    "submit_article",
    "unarchive_article",
    "unfeature_article",
    "unmark_hot",
    "unpublish_article",
    "unschedule_article",
]
