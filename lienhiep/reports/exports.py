"""The catalogue as a spreadsheet: numbers as numbers, words as words, never as formulas."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from xlsxwriter.worksheet import Worksheet

from lienhiep.core.text import format_date, format_number
from lienhiep.reports.asking import Asked
from lienhiep.reports.catalogue import Chapter, Item

WIDTHS = (8, 60, 22, 14, 12, 12, 14, 12, 26, 10, 44, 40)


def figures_workbook(chapters: list[Chapter], asked: Asked) -> bytes:
    """Return two sheets: every figure on a line, and the parts of those that are broken down."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    title = book.add_format({"bold": True, "font_size": 14})
    _figures(book.add_worksheet(_("Figures")), chapters, asked, bold, title)
    _parts(book.add_worksheet(_("Broken down")), chapters, bold)
    book.close()
    return out.getvalue()


def _figures(
    sheet: Worksheet, chapters: list[Chapter], asked: Asked, bold: Any, title: Any
) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, str(asked.period.label), title)
    sheet.write_string(1, 0, _("Data as of %(day)s.") % {"day": format_date(asked.data_date)})
    heads = [
        _("Code"),
        _("Figure"),
        _("Unit"),
        str(asked.period.label),
        _("Plan"),
        _("Of the plan (%)"),
        str(asked.previous.label),
        _("Rise or fall (%)"),
        _("Why it is not compared"),
        _("Records"),
        _("Counted by"),
        _("Stated beside it"),
    ]
    write_row(sheet, 3, heads, bold)
    sheet.freeze_panes(4, 2)
    row = 4
    for chapter in chapters:
        write_row(sheet, row, [chapter.letter, str(chapter.heading)], bold)
        row += 1
        for item in chapter.items:
            write_row(sheet, row, _cells(item))
            row += 1


def _cells(item: Item) -> list[Any]:
    value = item.now
    stated = value.statement
    return [
        value.figure.code,
        str(value.figure.label),
        str(value.figure.unit),
        value.value,
        value.plan,
        value.of_plan,
        item.before,
        item.change,
        item.why_not_compared,
        value.records,
        str(value.figure.counting_date),
        f"{format_number(stated.value)}: {stated.reason}" if stated else "",
    ]


def _parts(sheet: Worksheet, chapters: list[Chapter], bold: Any) -> None:
    for column, width in enumerate((8, 60, 44, 14, 12)):
        sheet.set_column(column, column, width)
    write_row(sheet, 0, [_("Code"), _("Figure"), _("Part"), _("Value"), _("Share (%)")], bold)
    sheet.freeze_panes(1, 0)
    row = 1
    for item in (item for chapter in chapters for item in chapter.items):
        figure = item.now.figure
        for part in item.now.parts:
            write_row(
                sheet, row, [figure.code, str(figure.label), part.label, part.value, part.share]
            )
            row += 1


def write_row(sheet: Worksheet, row: int, cells: list[Any], style: Any = None) -> None:
    """Write one line; text is text, whatever it begins with, and what is not known stays empty."""
    for column, cell in enumerate(cells):
        if isinstance(cell, int | float | Decimal):
            sheet.write_number(row, column, float(cell), style)
        elif cell:
            sheet.write_string(row, column, ILLEGAL_CHARACTERS_RE.sub("", str(cell)), style)
