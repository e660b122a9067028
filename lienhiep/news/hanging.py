"""What hangs on an article beside its text, as its page shows it."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from lienhiep.news.choices import AttachmentKind
from lienhiep.news.citing import with_citations
from lienhiep.news.models import NewsArticle

WORDS_A_MINUTE = 230
"""What an adult reads of Vietnamese, counted in syllables; the time is a hint, no promise."""


def text_of(article: NewsArticle) -> SafeString:
    """Return the text as readers see it, with links to the documents that it cites."""
    html = article.body.render_as_block() if article.body else ""
    return mark_safe(with_citations(str(html)))


def has_media(article: NewsArticle) -> bool:
    """Return whether a gallery or a film stands in the text: then its page brings their styles."""
    return any(block.block_type in ("gallery", "video") for block in article.body or ())


def minutes_of(article: NewsArticle) -> int:
    """Return how many minutes the article takes to read; at least one."""
    return max(1, round(len(f"{article.lead} {article.text}".split()) / WORDS_A_MINUTE))


def authors_of(article: NewsArticle) -> list[dict[str, str]]:
    """Return the pen names in their order, each with its page; else the byline as written."""
    lines = article.bylines.select_related("pen_name")
    names = [
        {"label": line.pen_name.name, "url": line.pen_name.get_absolute_url()} for line in lines
    ]
    if not names and article.byline:
        names = [{"label": article.byline, "url": ""}]
    return names


def tags_of(article: NewsArticle) -> list[dict[str, str]]:
    """Return the tags in their order, each with its page."""
    lines = article.article_tags.select_related("tag")
    return [{"label": line.tag.name, "url": line.tag.get_absolute_url()} for line in lines]


def files_of(article: NewsArticle) -> dict[str, list[dict[str, Any]]]:
    """Return the files to read, to fill in and to hear, under these names."""
    found: dict[str, list[dict[str, Any]]] = {str(kind): [] for kind in AttachmentKind.values}
    for line in article.attachments.select_related("file"):
        file = line.file
        found[line.kind].append(
            {
                "name": line.note or file.title,
                "url": file.url,
                "kind": file.file_extension.upper(),
                "size": file.file_size,
            }
        )
    return found


def licence_of(article: NewsArticle) -> str:
    """Return the licence of the text: its own, else that of its source."""
    return article.licence or (article.source.licence if article.source else "")
