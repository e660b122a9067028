"""What the news count: the figures E06."""

from lienhiep.news.figures.catalogue import articles_by_origin, articles_published

__all__ = ["articles_by_origin", "articles_published"]
