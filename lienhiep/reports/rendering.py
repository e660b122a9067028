"""The text of a report with its figures in it: for a page, and as plain paragraphs for files."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from lienhiep.reports.showing import ReportFigures
from lienhiep.reports.tokens import Token, replace_tokens


def html_of(text: str, figures: ReportFigures) -> SafeString:
    """Return the text as HTML, each figure with the mark that it can be opened."""

    def shown(token: Token) -> str:
        figure = figures.named(token.code)
        if figure is None:
            return _("[figure %(code)s]") % {"code": token.code}
        return render_to_string(
            "reports/includes/inline_figure.html", {"figure": figure, "words": figure.words(token)}
        ).strip()

    # The editor's own sanitiser has made the text safe; the figures are escaped by the template.
    return mark_safe(replace_tokens(expand_db_html(str(text)), shown))


def words_of(text: str, figures: ReportFigures) -> str:
    """Return the text as HTML without marks, each figure as its words only."""

    def shown(token: Token) -> str:
        figure = figures.named(token.code)
        return figure.words(token) if figure else _("[figure %(code)s]") % {"code": token.code}

    return replace_tokens(str(text), shown)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a line of a list, or a small heading."""

    kind: str
    runs: list[Run]

    @property
    def text(self) -> str:
        """The paragraph without marks."""
        return "".join(run.text for run in self.runs)


def paragraphs_of(text: str, figures: ReportFigures) -> list[Paragraph]:
    """Return the text as paragraphs, for Word and PDF."""
    soup = BeautifulSoup(words_of(text, figures), "html.parser")
    found = []
    for block in soup.find_all(["p", "li", "h3", "h4"]):
        if block.name == "p" and block.find_parent("li"):
            continue
        kind = {"li": "item", "h3": "heading", "h4": "heading"}.get(block.name, "text")
        runs = [run for run in _runs(block, bold=False, italic=False) if run.text]
        if runs:
            found.append(Paragraph(kind, runs))
    return found


def _runs(node: Tag, *, bold: bool, italic: bool) -> list[Run]:
    runs: list[Run] = []
    for child in node.children:
        if isinstance(child, NavigableString):
            runs.append(Run(str(child), bold, italic))
        elif isinstance(child, Tag):
            if child.name == "br":
                runs.append(Run("\n", bold, italic))
            elif child.name not in ("ul", "ol"):
                runs.extend(
                    _runs(
                        child,
                        bold=bold or child.name in ("b", "strong"),
                        italic=italic or child.name in ("i", "em"),
                    )
                )
    return runs
