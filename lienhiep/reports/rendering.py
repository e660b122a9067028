"""The text of a report with its figures in it: for a page, and as plain paragraphs for files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, NavigableString, Tag
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from lienhiep.core.text.numbers import format_number
from lienhiep.reports.showing import ReportFigures, Shown
from lienhiep.reports.task_lines import cells_of, headings
from lienhiep.reports.tokens import Token, replace_blocks, replace_tokens, tokens_in


def html_of(text: str, figures: ReportFigures) -> SafeString:
    """Return the text as HTML, each figure with the mark that it can be opened."""

    def shown(token: Token) -> str:
        figure = figures.named(token.code)
        if figure is None or token.is_block:
            return escape(unknown(token))
        return render_to_string(
            "reports/includes/inline_figure.html", {"figure": figure, "words": figure.words(token)}
        ).strip()

    # The editor's own sanitiser has made the text safe; figures are escaped on their way in.
    whole = replace_blocks(expand_db_html(str(text)), lambda token: block_of(token, figures))
    return mark_safe(replace_tokens(whole, shown))


def words_of(text: str, figures: ReportFigures) -> str:
    """Return the text as HTML without marks, each figure as its words only."""

    def shown(token: Token) -> str:
        figure = figures.named(token.code)
        is_known = figure is not None and not token.is_block
        return escape(figure.words(token) if figure and is_known else unknown(token))

    whole = replace_blocks(str(text), lambda token: block_of(token, figures))
    return replace_tokens(whole, shown)


def block_of(token: Token, figures: ReportFigures) -> str:
    """Return the list or the table that a token makes, as HTML."""
    if token.tasks_of:
        html = _tasks(token, figures)
    else:
        figure = figures.named(token.code)
        if figure is None or not figure.parts:
            return f"<p>{escape(unknown(token))}</p>"
        html = render_to_string(
            "reports/includes/figure_table.html",
            {"figure": figure, "rows": figure.table(token)},
        )
    # Brackets inside a record's own words are words, and name no figure.
    return html.strip().replace("[[", "&#91;&#91;")


def _tasks(token: Token, figures: ReportFigures) -> str:
    lines = figures.tasks_of(token.tasks_of)
    if not lines:
        words = _("[the plan of %(year)s has no key task yet]") % {"year": token.tasks_of}
        return f"<p>{escape(words)}</p>"
    context = {
        "lines": lines,
        "rows": [cells_of(line) for line in lines],
        "heads": headings(),
        "year": token.tasks_of,
    }
    name = "task_table" if token.as_table else "task_list"
    return render_to_string(f"reports/includes/{name}.html", context)


def unknown(token: Token) -> str:
    """Return what stands for a figure that is not there, or not for this reader."""
    return _("[figure %(code)s]") % {"code": token.code}


def notes_of(texts: Iterable[str], figures: ReportFigures) -> list[str]:
    """Return one sentence for each figure of the text beside which a number is stated."""
    found: dict[str, Shown] = {}
    for text in texts:
        for token in tokens_in(str(text)):
            figure = figures.named(token.code)
            if figure is not None and figure.stated is not None:
                found[figure.code] = figure
    return [_note(found[code]) for code in sorted(found)]


def _note(figure: Shown) -> str:
    sentence = _("%(label)s: counted %(value)s, stated %(stated)s (%(reason)s).") % {
        "label": figure.label,
        "value": _("[not known]") if figure.value is None else format_number(figure.value),
        "stated": format_number(figure.stated or 0),
        "reason": figure.stated_reason,
    }
    if not figure.stated_source:
        return sentence
    return sentence + " " + _("Source: %(source)s.") % {"source": figure.stated_source}


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a small heading or a table; a line of a list begins with its dash or number.

    A table has `rows`, its heads first, and no runs.
    """

    kind: str
    runs: list[Run]
    rows: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph without marks."""
        return "".join(run.text for run in self.runs)


def paragraphs_of(text: str, figures: ReportFigures) -> list[Paragraph]:
    """Return the text as paragraphs, for Word and PDF."""
    soup = BeautifulSoup(words_of(text, figures), "html.parser")
    found = []
    for block in soup.find_all(["p", "li", "h3", "h4", "table"]):
        if block.name == "p" and block.find_parent("li"):
            continue
        if block.name == "table":
            found.append(Paragraph("table", [], _rows(block)))
            continue
        runs = _trimmed([run for run in _runs(block, bold=False, italic=False) if run.text])
        if not runs:
            continue
        if block.name == "li":
            runs = [Run(_mark(block)), *runs]
        found.append(Paragraph("heading" if block.name in ("h3", "h4") else "text", runs))
    return found


def _mark(item: Tag) -> str:
    """Return how an office begins a line of a list: a dash, or its number."""
    if item.parent is None or item.parent.name != "ol":
        return "- "
    number = item.get("value") or len(item.find_previous_siblings("li")) + 1
    return f"{number}. "


def _rows(table: Tag) -> list[list[str]]:
    """Return a table as text, cell by cell."""
    return [
        [" ".join(cell.get_text().split()) for cell in row.find_all(["th", "td"])]
        for row in table.find_all("tr")
    ]


def _trimmed(runs: list[Run]) -> list[Run]:
    """Leave out the white space at the ends."""
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if not runs:
        return []
    runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
    return [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())]


def _runs(node: Tag, *, bold: bool, italic: bool) -> list[Run]:
    runs: list[Run] = []
    for child in node.children:
        if isinstance(child, NavigableString):
            # As a browser does: a new line in the source is a space.
            runs.append(Run(" ".join(re.split(r"\s+", str(child))), bold, italic))
        elif not isinstance(child, Tag) or child.name in ("ul", "ol"):
            continue
        elif child.name == "br":
            runs.append(Run("\n", bold, italic))
        else:
            runs.extend(
                _runs(
                    child,
                    bold=bold or child.name in ("b", "strong"),
                    italic=italic or child.name in ("i", "em"),
                )
            )
    return runs
