"""Reading a spreadsheet: the line of headings, and the rows below it as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import python_calamine
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.text.decoding import UnknownEncoding, decode_bytes
from lienhiep.imports.spreadsheets.sheets import Column, Sheet

MOST_ROWS = 100_000
"""More rows than any registry of a province has; what is longer was exported by mistake."""

HEADINGS_WITHIN = 15
"""The line of headings stands among so many first lines: above it, a title or a national motto."""


@dataclass(frozen=True)
class Table:
    """The rows of a file: each with its number there and its cells by the name of the column."""

    rows: list[tuple[int, dict[str, str]]]
    left_aside: list[str]


def read_table(name: str, data: bytes, sheet: Sheet) -> Table:
    """Read a file for a registry.

    Refuses, in words for the field of the file, what is no spreadsheet, has no line of
    headings, lacks a column that must be there, or has no rows.
    """
    lines = _lines(name, data)
    place, columns = _headings(lines, sheet)
    missing = [
        str(column.heading)
        for column in sheet.columns
        if column.required and column not in columns.values()
    ]
    if missing:
        raise ValidationError(
            _("The file has no column “%(columns)s”. Take the template, or name the column so.")
            % {"columns": "”, “".join(missing)}
        )
    rows = list(_rows(lines, place, columns))
    if not rows:
        raise ValidationError(_("There is no row below the headings."))
    if len(rows) > MOST_ROWS:
        raise ValidationError(
            _("The file has %(rows)s rows; send at most %(most)s at once.")
            % {"rows": len(rows), "most": MOST_ROWS}
        )
    known = set(columns)
    left = [cell for at, cell in enumerate(lines[place]) if cell.strip() and at not in known]
    return Table(rows, left)


def _lines(name: str, data: bytes) -> list[list[str]]:
    if name.lower().endswith((".csv", ".txt")):
        return _lines_of_text(data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == python_calamine.SheetVisibleEnum.Visible
            and sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        found = book.get_sheet_by_name(names[0]).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, OSError, ValueError) as wrong:
        raise ValidationError(
            _("The file cannot be read as a spreadsheet. Save it as .xlsx and send it again.")
        ) from wrong
    return [[written(cell) for cell in line] for line in found]


def _lines_of_text(data: bytes) -> list[list[str]]:
    try:
        text = decode_bytes(data).text
    except UnknownEncoding as wrong:
        raise ValidationError(str(wrong)) from wrong
    beginning = "\n".join(text.splitlines()[:HEADINGS_WITHIN])
    separator = max(";,\t", key=beginning.count)
    try:
        return [list(line) for line in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error as wrong:
        raise ValidationError(
            _("The file cannot be read as a spreadsheet. Save it as .xlsx and send it again.")
        ) from wrong


def written(cell: Any) -> str:
    """Return a cell as an office writes it: days as 10/01/2023, whole numbers without ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}" if cell.time() == time.min else f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\x00", "").strip()


def _headings(lines: Sequence[Sequence[str]], sheet: Sheet) -> tuple[int, dict[int, Column]]:
    """Return the line in which most headings are known, and its columns by place."""
    best, found = 0, _columns_in(lines[0], sheet) if lines else {}
    for place, line in enumerate(lines[1:HEADINGS_WITHIN], start=1):
        columns = _columns_in(line, sheet)
        if len(columns) > len(found):
            best, found = place, columns
    if not found:
        raise ValidationError(
            _("No line of headings was found. Expected are: %(columns)s.")
            % {"columns": "; ".join(str(column.heading) for column in sheet.columns)}
        )
    return best, found


def _columns_in(line: Sequence[str], sheet: Sheet) -> dict[int, Column]:
    found: dict[int, Column] = {}
    for place, heading in enumerate(line):
        for column in sheet.columns:
            if column not in found.values() and column.is_headed(heading):
                found[place] = column
                break
    return found


def _rows(
    lines: Sequence[Sequence[str]], place: int, columns: dict[int, Column]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(lines[place + 1 :], start=place + 2):
        cells = {
            column.name: line[at].strip()
            for at, column in columns.items()
            if at < len(line) and line[at].strip()
        }
        if cells:
            yield number, cells
