"""What was written between two days and by whom, on screen and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from lienhiep.core.period import Period
from lienhiep.core.text.sorting import sort_key
from lienhiep.news.models import NewsArticle

DAY = "dd/mm/yyyy"


@dataclass
class Written:
    """What somebody wrote in a time: articles, words of lead and text, pictures."""

    author: str
    articles: list[NewsArticle] = field(default_factory=list)
    words: int = 0
    pictures: int = 0


def words_of(article: NewsArticle) -> int:
    """Return how many words the lead and the text have (số từ); a syllable apart is a word."""
    return len(article.lead.split()) + len(article.text.split())


def pictures_of(article: NewsArticle) -> int:
    """Return how many pictures an article has, the main one included (số ảnh)."""
    inside = sum(1 for block in article.body.raw_data if block["type"] == "picture")
    return inside + (1 if article.picture_id else 0)


def author_of(article: NewsArticle) -> str:
    """Return under which name an article counts: its pen names, else byline, else author."""
    names = [str(line.pen_name) for line in article.bylines.all()]
    named = ", ".join(names) or article.byline or (str(article.author) if article.author else "")
    return named or _("Without a name")


def written_in(period: Period) -> list[Written]:
    """Return who wrote what is first published in a period, in the order of the alphabet.

    What was taken off the site is left out, as in the figure E06.
    """
    rows = NewsArticle.objects.published_in(period).select_related("author", "category")
    found: dict[str, Written] = {}
    for article in rows.prefetch_related("bylines__pen_name").order_by("published_at", "pk"):
        name = author_of(article)
        one = found.setdefault(name, Written(name))
        one.articles.append(article)
        one.words += words_of(article)
        one.pictures += pictures_of(article)
    return sorted(found.values(), key=lambda one: sort_key(one.author))


def authors_workbook(written: Iterable[Written], title: str) -> bytes:
    """Return a workbook of two sheets: the totals of each author, and every article."""
    rows = list(written)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": DAY})
    totals = book.add_worksheet(_("Authors"))
    totals.set_column(0, 0, 40)
    totals.write_string(0, 0, title, bold)
    heads = [_("Author"), _("News articles"), _("Words"), _("Pictures of articles")]
    for column, head in enumerate(heads):
        totals.write_string(2, column, head, bold)
    line = 3
    for one in rows:
        totals.write_string(line, 0, _safe(one.author))
        for column, number in enumerate((len(one.articles), one.words, one.pictures), start=1):
            totals.write_number(line, column, number)
        line += 1
    totals.write_string(line, 0, _("Total"), bold)
    for column, number in enumerate(totals_of(rows), start=1):
        totals.write_number(line, column, number, bold)
    sheet = book.add_worksheet(_("News articles"))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 3, 26)
    heads = [_("Day"), _("Headline"), _("Author"), _("Main category"), _("Words")]
    for column, head in enumerate([*heads, _("Pictures of articles")]):
        sheet.write_string(0, column, head, bold)
    line = 1
    for one in rows:
        for article in one.articles:
            if article.published_on:
                sheet.write_datetime(line, 0, article.published_on, day)
            named = (article.title, one.author, str(article.category or ""))
            for column, text in enumerate(named, start=1):
                sheet.write_string(line, column, _safe(text))
            sheet.write_number(line, 4, words_of(article))
            sheet.write_number(line, 5, pictures_of(article))
            line += 1
    book.close()
    return out.getvalue()


def totals_of(rows: Iterable[Written]) -> tuple[int, int, int]:
    """Return the articles, words and pictures of all authors together."""
    known = list(rows)
    return (
        sum(len(one.articles) for one in known),
        sum(one.words for one in known),
        sum(one.pictures for one in known),
    )


def _safe(text: str) -> str:
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))
