"""A report as a Word file, filled into a template that an officer may edit in Word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate, RichText
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from lienhiep.reports.documents.outline import Outline
from lienhiep.reports.rendering import Paragraph

DEFAULT_TEMPLATE = Path(__file__).with_name("report.docx")
"""The template that comes with the program; made by `word_template.py`."""


class UnusableTemplate(ValueError):
    """A template that Word or the filling does not understand."""


def word_of(outline: Outline, template: bytes | None = None) -> bytes:
    """Fill the report into a template, the program's own unless one is given.

    A template can print what is put into it and nothing else: it is filled in a sandbox.
    """
    try:
        document = DocxTemplate(BytesIO(template) if template else str(DEFAULT_TEMPLATE))
        document.render(_context(outline), jinja_env=SandboxedEnvironment(), autoescape=True)
    except (TemplateError, PackageNotFoundError, KeyError, ValueError) as wrong:
        raise UnusableTemplate(str(wrong)) from wrong
    out = BytesIO()
    document.save(out)
    return out.getvalue()


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
                    {
                        "kind": paragraph.kind,
                        "text": _rich(paragraph),
                    }
                    for paragraph in chapter.paragraphs
                ],
            }
            for chapter in outline.chapters
        ],
    }


def _rich(paragraph: Paragraph) -> RichText:
    rich = RichText()
    for run in paragraph.runs:
        rich.add(run.text, bold=run.bold or paragraph.kind == "heading", italic=run.italic)
    return rich
