"""A list as a spreadsheet: whole in Excel, and no cell that a spreadsheet would carry out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from lienhiep.core.text.slugs import slugify

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


GROUPED = 10_000
"""From here on thousands are parted; smaller numbers may be years or numbers of registers."""


def yes_or_no(value: bool) -> str:
    """Return a yes or a no in words."""
    return _("Yes") if value else _("No")


class OfficeSpreadsheet(SpreadsheetExportMixin):
    """Dates as an office writes them, hours of Vietnam, words for yes and no."""

    model: Any

    custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        datetime.datetime: {
            "xlsx": lambda value: timezone.localtime(value).replace(tzinfo=None),
            "csv": lambda value: timezone.localtime(value).strftime("%d/%m/%Y %H:%M"),
        },
        datetime.date: {"xlsx": None, "csv": lambda value: value.strftime("%d/%m/%Y")},
        bool: {"xlsx": yes_or_no, "csv": yes_or_no},
        type(None): {"xlsx": lambda value: "", "csv": lambda value: ""},
    }

    def get_filename(self) -> str:
        """Return what the list is called, without marks, and the day: van-ban-20230110."""
        name = slugify(str(self.model._meta.verbose_name_plural)) or self.model._meta.model_name
        return f"{name}-{timezone.localdate():%Y%m%d}"

    def generate_xlsx_row(
        self, worksheet: Any, row_dict: dict[str, Any], date_format: str | None = None
    ) -> Iterator[Any]:
        """Write days and moments as such, shown day first; Wagtail shows a day year first."""
        cells = super().generate_xlsx_row(worksheet, row_dict)
        for cell, value in zip(cells, row_dict.values(), strict=True):
            if isinstance(value, datetime.datetime):
                cell.number_format = "dd/mm/yyyy hh:mm"
            elif isinstance(value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
            elif isinstance(value, int) and not isinstance(value, bool) and abs(value) >= GROUPED:
                cell.number_format = "#,##0"
            yield cell

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Write a value so that the spreadsheet keeps it as text where it is text."""
        cell = super().preprocess_field_value(field, value, export_format)
        if isinstance(cell, Promise | models.Model):
            cell = str(cell)
        if not isinstance(cell, str):
            return cell
        if export_format == self.FORMAT_XLSX:
            return ILLEGAL_CHARACTERS_RE.sub("", cell)
        return f"'{cell}" if cell.startswith(DANGEROUS) else cell

    def write_xlsx(self, queryset: models.QuerySet, output: Any) -> None:
        """Write the list on a sheet that is called like it."""
        book = Workbook(write_only=True)
        # Excel takes 31 letters, and none of these.
        title = re.sub(r"[\[\]:*?/\\]", " ", str(self.model._meta.verbose_name_plural))[:31]
        sheet = book.create_sheet(title=title[:1].upper() + title[1:])
        sheet.append([str(self.get_heading(queryset, field)) for field in self.list_export])
        for item in queryset:
            sheet.append(self.generate_xlsx_row(sheet, self.to_row_dict(item)))
        book.save(output)

    def write_csv_response(self, queryset: models.QuerySet) -> StreamingHttpResponse:
        """Write the list with a byte-order mark: Excel takes it for Vietnamese only then."""
        response = super().write_csv_response(queryset)
        response.streaming_content = _with_mark(response.streaming_content)
        response["Content-Type"] = "text/csv; charset=utf-8"
        return response


def _with_mark(chunks: Iterable[bytes]) -> Iterator[bytes]:
    yield "\ufeff".encode()
    yield from chunks
