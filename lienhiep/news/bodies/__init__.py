"""HTML and Word files as blocks of an article, with nothing in them that could run."""

from lienhiep.news.bodies.building import blocks_of
from lienhiep.news.bodies.surroundings import Surroundings
from lienhiep.news.bodies.word import WordArticle, WordPicture, article_of_word, with_pictures

__all__ = [
    "Surroundings",
    "WordArticle",
    "WordPicture",
    "article_of_word",
    "blocks_of",
    "with_pictures",
]
