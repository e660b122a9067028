"""Spreadsheets handed out: the template to fill in, and what became of each row."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from lienhiep.imports.models import ImportBatch, ImportRow
from lienhiep.imports.spreadsheets.sheets import Sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_LIST = 255
"""Letters that a drop-down list holds in itself; a longer one stands on a page of its own."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FILLED_ROWS = 1_000

HEAD = {"bold": True, "bg_color": "#e8edf4", "border": 1, "text_wrap": True}
HEAD_REQUIRED = {**HEAD, "bg_color": "#f3e3e1"}


def template_of(sheet: Sheet) -> bytes:
    """Return the template of a registry: headings, drop-down lists, and a page of guidance."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        page = book.add_worksheet(_("Data"))
        guide = book.add_worksheet(_("How to fill it in"))
        lists = book.add_worksheet(_("Choices"))
        must = book.add_format(
            {"bold": True, "bg_color": "#f3e3e1", "border": 1, "text_wrap": True}
        )
        may = book.add_format(HEAD)
        plain = book.add_format({"num_format": "@"})
        for place, column in enumerate(sheet.columns):
            heading = str(column.heading)
            page.write_string(0, place, heading, must if column.required else may)
            # Text, so that a spreadsheet turns no number and no day into something else.
            page.set_column(place, place, max(14, min(40, len(heading) + 4)), plain)
            if column.offered is not None:
                _offer(page, lists, place, list(column.offered()))
        page.freeze_panes(1, 1)
        _write_guide(book, guide, sheet)
        lists.hide()
    return out.getvalue()


def recap_of(batch: ImportBatch, sheet: Sheet, rows: Iterable[ImportRow]) -> bytes:
    """Return every row as it came in, with what became of it, to correct and send in again."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        page = book.add_worksheet(_("Outcome"))
        head = book.add_format(
            {"bold": True, "bg_color": "#e8edf4", "border": 1, "text_wrap": True}
        )
        wrong = book.add_format({"font_color": "#9c1c1c", "text_wrap": True})
        heads = [_("Row"), _("Outcome"), _("What is said of it")]
        heads += [str(column.heading) for column in sheet.columns]
        for place, heading in enumerate(heads):
            page.write_string(0, place, heading, head)
        page.set_column(1, 1, 22)
        page.set_column(2, 2, 60)
        page.set_column(3, len(heads), 20)
        for at, row in enumerate(rows, start=1):
            page.write_number(at, 0, row.number)
            page.write_string(at, 1, str(row.get_outcome_display()))
            page.write_string(at, 2, "\n".join(row.words), wrong)
            for place, column in enumerate(sheet.columns, start=3):
                page.write_string(at, place, row.cells.get(column.name, ""))
        page.freeze_panes(1, 3)
    return out.getvalue()


def _offer(page: Any, lists: Any, place: int, offered: list[str]) -> None:
    if not offered:
        return
    source: Any = offered
    if len(",".join(offered)) > LONGEST_LIST or any("," in one for one in offered):
        lists.write_column(0, place, offered)
        letter = xlsxwriter.utility.xl_col_to_name(place)
        source = f"='{lists.get_name()}'!${letter}$1:${letter}${len(offered)}"
    page.data_validation(1, place, FILLED_ROWS, place, {"validate": "list", "source": source})


def _write_guide(book: Any, guide: Any, sheet: Sheet) -> None:
    head = book.add_format(HEAD)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    guide.set_column(0, 0, 30)
    guide.set_column(1, 1, 12)
    guide.set_column(2, 2, 60)
    guide.set_column(3, 3, 34)
    guide.write_string(0, 0, str(sheet.about), book.add_format({"bold": True}))
    for place, heading in enumerate((_("Column"), _("Must it be there?"), _("Note"), _("Example"))):
        guide.write_string(2, place, heading, head)
    for at, column in enumerate(sheet.columns, start=3):
        note = str(column.note)
        if column.offered is not None:
            offered = list(column.offered())
            choices = _("One of: %(choices)s.") % {"choices": "; ".join(offered)}
            note = f"{note} {choices}".strip() if offered else note
        guide.write_string(at, 0, str(column.heading), wrapped)
        guide.write_string(at, 1, _("Yes") if column.required else _("No"), wrapped)
        guide.write_string(at, 2, note, wrapped)
        guide.write_string(at, 3, column.example, wrapped)
