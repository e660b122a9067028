"""A report as a Word file, filled into a template that an officer may edit in Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate, RichText
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from lienhiep.reports.documents.outline import Chapter, Outline
from lienhiep.reports.rendering import Paragraph, Run

DEFAULT_TEMPLATE = Path(__file__).with_name("report.docx")
"""The template that comes with the program; made by `word_template.py`."""

BROKEN = (
    TemplateError,
    PackageNotFoundError,
    BadZipFile,
    LxmlError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
)
"""What the reading of a Word file, or the filling of a template, may end in."""


class UnusableTemplate(ValueError):
    """A template that Word or the filling does not understand."""


def word_of(outline: Outline, template: bytes | None = None) -> bytes:
    """Fill the report into a template, the program's own unless one is given.

    A template can print what is put into it and nothing else: it is filled in a sandbox.
    A place that it names and a report does not have makes it unusable, so that nobody
    sends out a letter with a hole.
    """
    try:
        document = DocxTemplate(BytesIO(template) if template else str(DEFAULT_TEMPLATE))
        document.render(
            _context(outline),
            jinja_env=SandboxedEnvironment(undefined=StrictUndefined),
            autoescape=True,
        )
        out = BytesIO()
        document.save(out)
    except BROKEN as wrong:
        raise UnusableTemplate(str(wrong)) from wrong
    return out.getvalue()


def validate_template(template: bytes) -> None:
    """Refuse a template into which a report cannot be filled, with the reason."""
    try:
        filled = word_of(EXAMPLE, template)
        text = "\n".join(part.text for part in DocxTemplate(BytesIO(filled)).get_docx().paragraphs)
    except UnusableTemplate as wrong:
        raise ValidationError(
            _("A report cannot be filled into this template: %(reason)s") % {"reason": wrong}
        ) from wrong
    if EXAMPLE.chapters[0].paragraphs[0].text not in text:
        raise ValidationError(
            _("This template has no place for the text of a report (chapters and paragraphs).")
        )


def _context(outline: Outline) -> dict[str, Any]:
    return {
        "mark": outline.mark,
        "superior": outline.superior,
        "body": outline.body,
        "number": outline.number,
        "place_and_date": outline.place_and_date,
        "title": outline.title,
        "signer": outline.signer,
        "signer_position": outline.signer_position,
        "chapters": [
            {
                "heading": chapter.heading,
                "paragraphs": [
                    {"kind": paragraph.kind, "text": _rich(paragraph)}
                    for paragraph in in_lines(chapter.paragraphs)
                ],
            }
            for chapter in outline.chapters
        ],
    }


def in_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield a table as one line of text for each row: a template has no place for its cells."""
    for paragraph in paragraphs:
        if paragraph.kind != "table":
            yield paragraph
            continue
        heads, *rows = paragraph.rows
        for first, second, *others in rows:
            between = ". " if first.isdigit() else ": "
            rest = [
                f"; {head[:1].lower()}{head[1:]}: {cell}"
                for head, cell in zip(heads[2:], others, strict=True)
                if cell
            ]
            mark = "" if first.isdigit() else "- "
            yield Paragraph("text", [Run(f"{mark}{first}{between}{second}{''.join(rest)}")])


def _rich(paragraph: Paragraph) -> RichText:
    rich = RichText()
    for run in paragraph.runs:
        rich.add(run.text, bold=run.bold or paragraph.kind == "heading", italic=run.italic)
    return rich


EXAMPLE = Outline(
    superior="CƠ QUAN CHỦ QUẢN",
    body="LIÊN HIỆP HỘI",
    number="15/BC-LHH",
    place_and_date="Nghệ An, ngày 10 tháng 01 năm 2023",
    title="Công tác năm 2022",
    chapters=[Chapter("Tập san", [Paragraph("text", [Run("Đã xuất bản 12 số.")])])],
    signer_position="CHỦ TỊCH",
    signer="Nguyễn Văn A",
    mark="",
)
"""A report to try a template on; the names are nobody's."""
