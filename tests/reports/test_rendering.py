"""A report's text with its figures in it, on pages and in files."""

import json
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from django.contrib.auth.models import AnonymousUser
from docx import Document

from lienhiep.core.figures import registry
from lienhiep.reports.actions import freeze_report
from lienhiep.reports.documents.outline import Chapter, Outline, outline_of
from lienhiep.reports.documents.pdf import pdf_of
from lienhiep.reports.documents.word import DEFAULT_TEMPLATE, UnusableTemplate, word_of
from lienhiep.reports.rendering import Paragraph, Run, html_of, notes_of, paragraphs_of
from lienhiep.reports.showing import ReportFigures, Shown
from lienhiep.reports.tokens import Token
from tests.factories.journal import published_issue
from tests.factories.reports import StatementFactory

pytestmark = pytest.mark.django_db

EVERY_LETTER = " ".join(
    "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"
)


@pytest.fixture
def figures(report, issues):
    return ReportFigures(report, AnonymousUser())


def test_a_figure_is_set_into_the_text_with_its_records_behind_it(figures):
    html = html_of("<p>Đã ra [[E01]] số.</p>", figures)

    assert '<span class="figure__value">3</span>' in html
    assert "/so-lieu/E01/?period=2022&amp;data_date=2023-01-10" in html
    assert html.endswith(" số.</p>")


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("[[E01]]", "3"),
        ("[[E01|plan]]", "0"),
        ("[[E02]]", "2.000"),
        ("[[E02|trên 1500]]", "trên 1.500"),
        ("[[E02|unit]]", "2.000 bản"),
        ("[[journal.issues_published]]", "3"),
        ("[[E01|stated]]", "[chưa có số]"),
        ("[[E03|Không có]]", "[không có phần “Không có” trong E03]"),
        ("[[Z99]]", "[chỉ tiêu Z99]"),
    ],
)
def test_what_a_token_says_in_a_file(figures, token, said):
    (paragraph,) = paragraphs_of(f"<p>{token}</p>", figures)

    assert paragraph.text == said


def test_a_part_is_found_by_its_beginning_without_marks(figures, issues):
    subject = issues[0].articles.get().subject

    (paragraph,) = paragraphs_of(f"<p>[[E03|{subject.name.lower()}]]</p>", figures)

    assert paragraph.text == "50%"


@pytest.mark.parametrize(
    "token",
    [
        "[[&lt;script&gt;alert(1)&lt;/script&gt;]]",
        "[[E03|&lt;img src=x onerror=alert(1)&gt;]]",
        "[[E01|&quot;&gt;&lt;script&gt;]]",
    ],
)
def test_nothing_written_in_a_token_becomes_markup(figures, token):
    html = html_of(f"<p>{token}</p>", figures)

    assert "<script" not in html
    assert "<img" not in html


def test_nothing_in_a_label_or_part_becomes_markup(figures, issues):
    subject = issues[0].articles.get().subject
    subject.name = "<b onclick=x>Y tế</b>"
    subject.save()
    shown = Shown("X", "<script>1</script>", "<i>", '"><u>', 1, None, [], 1, "live", "")
    figures._shown["X"] = shown

    html = html_of("<p>[[X]] [[X|unit]]</p>", figures)

    assert "<script>" not in html
    assert "<u>" not in html
    assert "<i>" not in html


def test_a_figure_that_is_not_for_the_reader_is_not_said(figures, monkeypatch):
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)

    (paragraph,) = paragraphs_of("<p>[[E01]]</p>", figures)

    assert paragraph.text == "[chỉ tiêu E01]"


def test_a_figure_frozen_for_some_stays_for_them_when_it_leaves_the_catalogue(
    report, issues, leader, monkeypatch
):
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)
    freeze_report(report=report, by=leader)
    monkeypatch.delitem(registry._by_code, "E01")
    monkeypatch.delitem(registry._by_name, "journal.issues_published")

    assert ReportFigures(report, leader).named("E01").value == 3
    assert ReportFigures(report, AnonymousUser()).named("E01") is None


def test_a_signed_report_says_what_was_signed_whatever_comes_after(report, issues, leader):
    freeze_report(report=report, by=leader)
    published_issue(number=4, on=date(2022, 11, 10))

    signed = ReportFigures(report, AnonymousUser()).named("E01")
    office = ReportFigures(report, leader, back_office=True).named("E01")

    assert (signed.words(Token("E01")), signed.state) == ("3", "frozen")
    assert (office.value, office.state) == (3, "changed")


def test_a_draft_moves_with_the_records(report, issues):
    published_issue(number=4, on=date(2022, 11, 10))

    assert ReportFigures(report, AnonymousUser()).named("E01").value == 4


def test_a_stated_number_stands_beside_the_counted_one_with_its_reason(figures):
    StatementFactory(value=11, reason="Theo báo cáo giấy", source="15/BC-LHH")

    shown = figures.named("E01")
    notes = notes_of(["<p>[[E01]]</p>", "<p>[[E02]]</p>"], figures)

    assert (shown.value, shown.stated) == (3, 11)
    assert shown.words(Token("E01")) == "3"
    assert notes == [
        "Số tập san đã xuất bản: đếm được 3, số nêu 11 (Theo báo cáo giấy). Nguồn: 15/BC-LHH."
    ]


def test_lists_begin_as_an_office_writes_them(figures):
    text = "<h3>Mục</h3><ul><li><p>một</p></li><li>hai</li></ul><ol><li>ba</li><li>bốn</li></ol>"

    assert [(one.kind, one.text) for one in paragraphs_of(text, figures)] == [
        ("heading", "Mục"),
        ("text", "- một"),
        ("text", "- hai"),
        ("text", "1. ba"),
        ("text", "2. bốn"),
    ]


def test_weight_and_slant_are_kept(figures):
    (paragraph,) = paragraphs_of("<p>  Đã <b>ra <i>[[E01]]</i></b>&nbsp;số </p>", figures)

    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("Đã ", False, False),
        ("ra ", True, False),
        ("3", True, True),
        (" số", False, False),
    ]


def outline(**changes):
    facts = {
        "superior": "LIÊN HIỆP VIỆT NAM",
        "body": "LIÊN HIỆP HỘI",
        "number": "15/BC-LHH",
        "place_and_date": "Nghệ An, ngày 10 tháng 01 năm 2023",
        "title": "Công tác năm 2022",
        "chapters": [
            Chapter(
                "I. Chữ & số <một>",
                [
                    Paragraph("text", [Run(EVERY_LETTER), Run(EVERY_LETTER.upper(), bold=True)]),
                    Paragraph("heading", [Run("Mục nhỏ")]),
                    Paragraph("text", [Run("dòng một\ndòng hai #set $x$ {{ y }} \\ *z*")]),
                ],
            )
        ],
        "signer_position": "CHỦ TỊCH",
        "signer": "Lê Văn A",
        "mark": "",
    }
    return Outline(**facts | changes)


def words_of_word_file(data):
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_word_file_holds_every_letter_and_every_box():
    words = words_of_word_file(word_of(outline()))

    for expected in (
        EVERY_LETTER,
        EVERY_LETTER.upper(),
        "I. Chữ & số <một>",
        "dòng một\ndòng hai #set $x$ {{ y }} \\ *z*",
        "Số: 15/BC-LHH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CHỦ TỊCH",
        "Lê Văn A",
    ):
        assert expected in words
    assert "{{ title }}" not in words


def template_with(text):
    document = Document()
    document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "template",
    [
        b"this is no Word file",
        DEFAULT_TEMPLATE.read_bytes()[:900],
        template_with("{{ title"),
        template_with("{% for x in chapters %}"),
        template_with("{{ unknown_place }}"),
        template_with("{{ title.__class__.__mro__ }}"),
        template_with("{% for x in range(999999999) %}{{ x }}{% endfor %}"),
    ],
)
def test_a_template_that_cannot_be_filled_says_so(template):
    with pytest.raises(UnusableTemplate):
        word_of(outline(), template)


def test_a_template_of_ones_own_is_filled():
    words = words_of_word_file(word_of(outline(), template_with("Tên: {{ title }}")))

    assert words == "Tên: Công tác năm 2022"


def test_a_pdf_is_made_of_the_programs_own_letters_only():
    pdf = pdf_of(outline())

    assert pdf.startswith(b"%PDF-")
    assert b"LibertinusSerif" in pdf


@pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not on this machine")
def test_a_pdf_holds_every_letter_and_every_box(tmp_path):
    path = Path(tmp_path) / "report.pdf"
    path.write_bytes(pdf_of(outline()))

    read = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    fonts = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout

    letters = set(read)
    assert set(EVERY_LETTER + EVERY_LETTER.upper()) - letters == set()
    assert "\ufffd" not in read
    for expected in ("15/BC-LHH", "dòng hai #set $x$ {{ y }}", "CHỦ TỊCH", "Lê Văn A"):
        assert expected in read
    assert {line.split()[0].split("+")[-1].split("-")[0] for line in fonts.splitlines()[2:]} == {
        "LibertinusSerif"
    }


def test_the_outline_of_a_draft_says_that_it_is_one(report, issues):
    made = outline_of(report, AnonymousUser())

    assert made.mark == "Dự thảo: số liệu còn thay đổi theo hồ sơ."
    assert made.chapters[0].paragraphs[0].text == "Đã xuất bản 3 số."


def test_the_outline_ends_with_notes_where_numbers_are_stated(report, issues):
    StatementFactory(value=11)

    made = outline_of(report, AnonymousUser())

    assert [chapter.heading for chapter in made.chapters] == ["Tập san", "Ghi chú về số liệu"]
    assert json.dumps(made.chapters[1].paragraphs[0].text, ensure_ascii=False).count("11") == 1
