"""The records of the news."""

from lienhiep.news.models.article import NewsArticle
from lienhiep.news.models.attached import ArticleAttachment, RelatedPick
from lienhiep.news.models.category import Category, Topic
from lienhiep.news.models.comment import (
    Comment,
    CommentReport,
    CommentSettings,
    CommentWord,
    comment_settings,
)
from lienhiep.news.models.crediting import Byline, PenName, Source
from lienhiep.news.models.further import FurtherCategory
from lienhiep.news.models.group import ArticleGroup, GroupPlace
from lienhiep.news.models.listing import ListingLine
from lienhiep.news.models.rating import ArticleRating, RatingVote
from lienhiep.news.models.shelf import ShelfCount, ShelfLine
from lienhiep.news.models.tag import ArticleTag, Tag

__all__ = [
    "ArticleAttachment",
    "ArticleGroup",
    "ArticleRating",
    "ArticleTag",
    "Byline",
    "Category",
    "Comment",
    "CommentReport",
    "CommentSettings",
    "CommentWord",
    "FurtherCategory",
    "GroupPlace",
    "ListingLine",
    "NewsArticle",
    "PenName",
    "RatingVote",
    "RelatedPick",
    "ShelfCount",
    "ShelfLine",
    "Source",
    "Tag",
    "Topic",
    "comment_settings",
]
