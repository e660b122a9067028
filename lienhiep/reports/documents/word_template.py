"""Makes the Word template that comes with the program, laid out as decree 30/2020 asks.

Run `python -m lienhiep.reports.documents.word_template` after changing it; the file is
kept beside this module, so that an officer can take it, edit it in Word and give it back.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def line(
    paragraph: Paragraph,
    text: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    centred: bool = True,
) -> Paragraph:
    """Write one line into an empty paragraph."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = bold
    run.italic = italic
    if centred:
        paragraph.alignment = CENTRE
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def make(path: Path) -> None:
    """Write the template."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)

    line(
        document.paragraphs[0] if document.paragraphs else document.add_paragraph(),
        "{{ mark }}",
        11,
        italic=True,
    )
    head = document.add_table(rows=1, cols=2)
    head.autofit = False
    left, right = head.rows[0].cells
    left.width, right.width = Cm(6.5), Cm(10)
    line(left.paragraphs[0], "{{ superior }}", 12)
    line(left.add_paragraph(), "{{ body }}", 12, bold=True)
    line(left.add_paragraph(), "Số: {{ number }}", 13)
    line(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    line(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    line(right.add_paragraph(), "{{ place_and_date }}", 13, italic=True)

    line(document.add_paragraph(), "", 13)
    line(document.add_paragraph(), "BÁO CÁO", 14, bold=True)
    line(document.add_paragraph(), "{{ title }}", 14, bold=True)
    line(document.add_paragraph(), "", 13)

    document.add_paragraph("{%p for chapter in chapters %}")
    line(document.add_paragraph(), "{{ chapter.heading }}", 14, bold=True, centred=False)
    document.add_paragraph("{%p for paragraph in chapter.paragraphs %}")
    text = document.add_paragraph("{{r paragraph.text }}")
    text.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    text.paragraph_format.first_line_indent = Cm(1)
    text.paragraph_format.space_after = Pt(6)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")

    foot = document.add_table(rows=1, cols=2)
    line(foot.rows[0].cells[1].paragraphs[0], "{{ signer_position }}", 14, bold=True)
    for _empty in range(3):
        line(foot.rows[0].cells[1].add_paragraph(), "", 14)
    line(foot.rows[0].cells[1].add_paragraph(), "{{ signer }}", 14, bold=True)

    facts = document.core_properties
    facts.author, facts.title, facts.comments = "Lienhiep", "Báo cáo", ""
    facts.created = facts.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.save(str(path))


if __name__ == "__main__":
    make(Path(__file__).with_name("report.docx"))
