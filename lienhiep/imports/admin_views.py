"""Spreadsheets handed out in the back office: templates and outcomes."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from lienhiep.core.text import slugify
from lienhiep.imports.models import ImportBatch
from lienhiep.imports.spreadsheets.sheets import sheet_named
from lienhiep.imports.spreadsheets.writing import XLSX, recap_of, template_of


@require_safe
def template(request: HttpRequest, code: str) -> HttpResponse:
    """The template of a registry, for those who may send rows in."""
    sheet = sheet_named(code)
    if sheet is None or not sheet.may(request.user):
        raise Http404
    return _file(f"mau-{slugify(str(sheet.label))}", template_of(sheet))


@require_safe
def recap(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each row of a file, for those who may read it."""
    batch = get_object_or_404(ImportBatch.objects.visible_to(request.user), pk=pk)
    sheet = sheet_named(batch.sheet)
    if sheet is None:
        raise Http404
    rows = batch.rows.iterator(chunk_size=1000)
    return _file(f"ket-qua-{slugify(str(batch))}", recap_of(batch, sheet, rows))


def _file(name: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return response
