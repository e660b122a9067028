"""What was written between two days and by whom, on screen and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.period import Period
from lienhiep.core.reference import value_on
from lienhiep.core.text.sorting import sort_key
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import ROYALTY_TAX_FROM, ROYALTY_TAX_PERCENT, ROYALTY_UNIT

DAY = "dd/mm/yyyy"
MONEY = "#,##0"


@dataclass
class Tax:
    """Which share of a payment is withheld as income tax, and from which payment on."""

    least: int = 0
    percent: int = 0

    def of(self, amount: int) -> int:
        """Return what is withheld of one payment, in đồng; nothing below the least."""
        if not self.percent or amount < self.least:
            return 0
        share = Decimal(amount * self.percent) / 100
        return int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass
class Line:
    """One article in the sheet; `fee` in đồng, None while its coefficient or unit is missing."""

    article: NewsArticle
    words: int
    pictures: int
    unit: int | None

    @property
    def fee(self) -> int | None:
        """Return the royalty of the article (tiền nhuận bút)."""
        coefficient = self.article.royalty_coefficient
        if coefficient is None or (self.unit is None and coefficient):
            return None
        return int((coefficient * (self.unit or 0)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass
class Written:
    """What somebody wrote in a time: articles, words of lead and text, pictures, royalties."""

    author: str
    tax_rule: Tax = field(default_factory=Tax)
    lines: list[Line] = field(default_factory=list)

    @property
    def articles(self) -> list[NewsArticle]:
        """Return the articles, the first published first."""
        return [line.article for line in self.lines]

    @property
    def words(self) -> int:
        """Return the words of all articles."""
        return sum(line.words for line in self.lines)

    @property
    def pictures(self) -> int:
        """Return the pictures of all articles."""
        return sum(line.pictures for line in self.lines)

    @property
    def undecided(self) -> int:
        """Return how many of the office's own articles have no royalty yet (chưa chấm)."""
        own = [line for line in self.lines if line.article.source_kind == SourceKind.OWN]
        return sum(1 for line in own if line.fee is None)

    @property
    def fee(self) -> int:
        """Return the royalties of all articles, in đồng."""
        return sum(line.fee or 0 for line in self.lines)

    @property
    def tax(self) -> int:
        """Return the income tax withheld, in đồng (thuế khấu trừ)."""
        return self.tax_rule.of(self.fee)

    @property
    def paid(self) -> int:
        """Return what is paid out, in đồng (thực nhận)."""
        return self.fee - self.tax


@dataclass
class Units:
    """The royalty units of a time, each with its last day."""

    values: list[tuple[date, date | None, int]]

    def on(self, day: date | None) -> int | None:
        """Return the unit of a day, in đồng; None where none is known."""
        if day is None:
            return None
        for first, last, value in self.values:
            if first <= day and (last is None or day <= last):
                return value
        return None


def units_known() -> Units:
    """Return every royalty unit that the office has entered."""
    rows = ReferenceValue.objects.filter(code=ROYALTY_UNIT)
    return Units([(row.valid_from, row.valid_to, row.value) for row in rows])


def tax_on(day: date) -> Tax:
    """Return the rule by which income tax is withheld of what is paid on a day."""
    return Tax(
        value_on(ROYALTY_TAX_FROM, day, default=0), value_on(ROYALTY_TAX_PERCENT, day, default=0)
    )


def words_of(article: NewsArticle) -> int:
    """Return how many words the lead and the text have (số từ); a syllable apart is a word."""
    return len(article.lead.split()) + len(article.text.split())


def pictures_of(article: NewsArticle) -> int:
    """Return how many pictures an article has, the main one included (số ảnh)."""
    alone = sum(1 for block in article.body.raw_data if block["type"] == "picture")
    galleries = [block["value"] for block in article.body.raw_data if block["type"] == "gallery"]
    inside = alone + sum(len(value["pictures"]) for value in galleries)
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
    units, tax = units_known(), tax_on(period.end)
    found: dict[str, Written] = {}
    for article in rows.prefetch_related("bylines__pen_name").order_by("published_at", "pk"):
        name = author_of(article)
        line = Line(
            article, words_of(article), pictures_of(article), units.on(article.published_on)
        )
        found.setdefault(name, Written(name, tax)).lines.append(line)
    return sorted(found.values(), key=lambda one: sort_key(one.author))


def authors_workbook(written: Iterable[Written], title: str) -> bytes:
    """Return a workbook of two sheets: the totals of each author, and every article."""
    rows = list(written)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": DAY})
    money = book.add_format({"num_format": MONEY})
    bold_money = book.add_format({"num_format": MONEY, "bold": True})
    totals = book.add_worksheet(_("Authors"))
    totals.set_column(0, 0, 40)
    totals.write_string(0, 0, title, bold)
    totals.set_column(1, 7, 16)
    heads = [_("Author"), _("News articles"), _("Words"), _("Pictures of articles")]
    heads += [_("Royalty not set"), _("Royalty, đồng"), _("Tax withheld, đồng")]
    for column, head in enumerate([*heads, _("Paid out, đồng")]):
        totals.write_string(2, column, head, bold)
    at = 3
    for one in rows:
        totals.write_string(at, 0, _safe(one.author))
        for column, number in enumerate(numbers_of(one), start=1):
            totals.write_number(at, column, number, money if column > 4 else None)
        at += 1
    totals.write_string(at, 0, _("Total"), bold)
    for column, number in enumerate(totals_of(rows), start=1):
        totals.write_number(at, column, number, bold_money if column > 4 else bold)
    sheet = book.add_worksheet(_("News articles"))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 3, 26)
    sheet.set_column(4, 8, 14)
    heads = [_("Day"), _("Headline"), _("Author"), _("Main category"), _("Words")]
    heads += [_("Pictures of articles"), _("Royalty coefficient"), _("Royalty unit, đồng")]
    for column, head in enumerate([*heads, _("Royalty, đồng")]):
        sheet.write_string(0, column, head, bold)
    at = 1
    for one in rows:
        for line in one.lines:
            article = line.article
            if article.published_on:
                sheet.write_datetime(at, 0, article.published_on, day)
            named = (article.title, one.author, str(article.category or ""))
            for column, text in enumerate(named, start=1):
                sheet.write_string(at, column, _safe(text))
            sheet.write_number(at, 4, line.words)
            sheet.write_number(at, 5, line.pictures)
            pay = (article.royalty_coefficient, line.unit, line.fee)
            for column, amount in enumerate(pay, start=6):
                if amount is not None:
                    sheet.write_number(at, column, amount, money if column > 6 else None)
            at += 1
    book.close()
    return out.getvalue()


def numbers_of(one: Written) -> tuple[int, ...]:
    """Return what the sheet says of an author, in the order of its columns."""
    return (
        *(len(one.lines), one.words, one.pictures),
        *(one.undecided, one.fee, one.tax, one.paid),
    )


def totals_of(rows: Iterable[Written]) -> tuple[int, ...]:
    """Return the same of all authors together."""
    known = [numbers_of(one) for one in rows]
    return tuple(sum(column) for column in zip(*known, strict=True)) if known else (0,) * 7


def _safe(text: str) -> str:
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))
