"""The records of the news."""

from lienhiep.news.models.article import FurtherCategory, NewsArticle
from lienhiep.news.models.category import Category, Topic
from lienhiep.news.models.comment import (
    Comment,
    CommentReport,
    CommentSettings,
    CommentWord,
    comment_settings,
)
from lienhiep.news.models.listing import ListingLine
from lienhiep.news.models.rating import ArticleRating, RatingVote

__all__ = [
    "ArticleRating",
    "Category",
    "Comment",
    "CommentReport",
    "CommentSettings",
    "CommentWord",
    "FurtherCategory",
    "ListingLine",
    "NewsArticle",
    "RatingVote",
    "Topic",
    "comment_settings",
]
