"""A list as a spreadsheet: whole in Excel, and no cell that a spreadsheet would carry out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import SpreadsheetExportMixin

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def _yes_or_no(value: bool) -> str:
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
        bool: {"xlsx": _yes_or_no, "csv": _yes_or_no},
        type(None): {"xlsx": lambda value: "", "csv": lambda value: ""},
    }

    def get_filename(self) -> str:
        return f"{self.model._meta.model_name}-{timezone.localdate():%Y%m%d}"

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

    def write_csv_response(self, queryset: models.QuerySet) -> StreamingHttpResponse:
        """Write the list with a byte-order mark: Excel takes it for Vietnamese only then."""
        response = super().write_csv_response(queryset)
        response.streaming_content = _with_mark(response.streaming_content)
        response["Content-Type"] = "text/csv; charset=utf-8"
        return response


def _with_mark(chunks: Iterable[bytes]) -> Iterator[bytes]:
    yield "\ufeff".encode()
    yield from chunks
