"""The records of the news."""

from lienhiep.news.models.article import FurtherCategory, NewsArticle
from lienhiep.news.models.category import Category, Topic
from lienhiep.news.models.listing import ListingLine

__all__ = ["Category", "FurtherCategory", "ListingLine", "NewsArticle", "Topic"]
