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
from lienhiep.news.actions.commenting import (
    change_comment,
    report_comment,
    withdraw_comment,
    write_comment,
)
from lienhiep.news.actions.contributing import (
    Piece,
    SentPicture,
    change_piece,
    take_piece_back,
    write_piece,
)
from lienhiep.news.actions.from_word import write_from_word
from lienhiep.news.actions.loading import ArticleRow, AttachedFile, load_news_articles
from lienhiep.news.actions.loading_talk import (
    CommentRow,
    RatingRow,
    load_comments,
    load_ratings,
)
from lienhiep.news.actions.merging import merge_category, merge_tag, merge_topic, move_article
from lienhiep.news.actions.moderating import (
    answer_comment,
    close_comments,
    erase_comment,
    open_comments,
    refuse_all,
    refuse_comment,
    settle_reports,
    show_all,
    show_comment,
)
from lienhiep.news.actions.paying import set_royalty
from lienhiep.news.actions.publishing import (
    publish_article,
    publish_due,
    schedule_article,
    unpublish_article,
    unschedule_article,
)
from lienhiep.news.actions.rating import rate_article
from lienhiep.news.actions.reviewing import (
    approve_article,
    reopen_review,
    return_article,
    submit_article,
)
from lienhiep.news.actions.source import (
    note_source_removed,
    note_source_stands,
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
    "Piece",
    "RatingRow",
    "SentPicture",
    "answer_comment",
    "approve_article",
    "archive_article",
    "archive_due",
    "change_comment",
    "change_piece",
    "close_comments",
    "erase_comment",
    "feature_article",
    "load_comments",
    "load_news_articles",
    "load_ratings",
    "mark_hot",
    "merge_category",
    "merge_tag",
    "merge_topic",
    "move_article",
    "note_source_removed",
    "note_source_stands",
    "open_comments",
    "publish_article",
    "publish_due",
    "rate_article",
    "refuse_all",
    "refuse_comment",
    "reopen_review",
    "report_comment",
    "return_article",
    "schedule_article",
    "set_expiry",
    "set_royalty",
    "settle_reports",
    "show_all",
    "show_comment",
    "submit_article",
    "take_piece_back",
    "unarchive_article",
    "unfeature_article",
    "unmark_hot",
    "unpublish_article",
    "unschedule_article",
    "withdraw_comment",
    "write_comment",
    "write_from_word",
    "write_piece",
]
