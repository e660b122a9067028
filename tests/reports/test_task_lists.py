"""Lists and tables in the text of a report, on pages, in files, and frozen."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.urls import reverse
from docx import Document

from lienhiep.reports.actions import (
    complete_task,
    drop_task,
    freeze_report,
    redraft_report,
    show_report,
)
from lienhiep.reports.documents.outline import outline_of
from lienhiep.reports.documents.pdf import pdf_of
from lienhiep.reports.models import FrozenTaskList
from lienhiep.reports.rendering import html_of, paragraphs_of
from lienhiep.reports.showing import ReportFigures
from tests.factories.directory import OrganisationFactory
from tests.factories.reports import (
    KeyTaskFactory,
    ReportFactory,
    SectionFactory,
    WorkPlanFactory,
    approved,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(db):
    """A plan of 2023 with two tasks and one that was dropped."""
    plan = WorkPlanFactory(year=2023)
    KeyTaskFactory(
        plan=plan,
        title="Nâng chất lượng tập san",
        lead_text="Thường trực",
        coordinating="Các hội",
        product="12 số",
        cost=420_000_000,
        funding="ngân sách",
        due_on=date(2023, 12, 31),
    )
    KeyTaskFactory(
        plan=plan, number=2, title="Việc đã dừng", dropped_on=date(2023, 1, 5), drop_reason="Thôi"
    )
    KeyTaskFactory(plan=plan, number=3, title="Kết nạp hội viên <mới>", due_on=date(2023, 12, 1))
    return approved(plan, on=date(2023, 1, 3))


def report_saying(text):
    return SectionFactory(report=ReportFactory(), text=text).report


def shown(report, user):
    figures = ReportFigures(report, user)
    text = report.sections.get().text
    return BeautifulSoup(html_of(text, figures), "html.parser"), paragraphs_of(text, figures)


def test_the_key_tasks_of_a_plan_stand_in_the_text_under_their_numbers(plan, officer):
    html, paragraphs = shown(report_saying("<p>Năm 2023:</p><p>[[tasks:2023]]</p>"), officer)

    assert [(item["value"], item.get_text()) for item in html.select("ol.key-tasks li")] == [
        ("1", "Nâng chất lượng tập san"),
        ("3", "Kết nạp hội viên <mới>"),
    ]
    assert [paragraph.text for paragraph in paragraphs] == [
        "Năm 2023:",
        "1. Nâng chất lượng tập san",
        "3. Kết nạp hội viên <mới>",
    ]


def test_the_assignment_table_has_the_columns_of_an_office(plan, officer):
    html, paragraphs = shown(report_saying("<p>[[nhiệm vụ:2023|bảng]]</p>"), officer)

    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in html.select("tr")]
    assert rows[0] == [
        "STT",
        "Nội dung",
        "Chủ trì",
        "Phối hợp",
        "Thời gian",
        "Sản phẩm",
        "Kinh phí, nguồn",
    ]
    assert rows[1] == [
        "1",
        "Nâng chất lượng tập san",
        "Thường trực",
        "Các hội",
        "31/12/2023",
        "12 số",
        "420.000.000 đồng, ngân sách",
    ]
    assert paragraphs[0].rows == rows


def test_a_figure_broken_down_stands_as_a_table_with_two_digits(issues, officer):
    html, paragraphs = shown(report_saying("<p>[[E03|bảng|hai chữ số]]</p>"), officer)

    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in html.select("tr")]
    assert [row[1:] for row in rows[1:]] == [["01", "50%"], ["01", "50%"]]
    assert paragraphs[0].rows == rows


def test_files_have_the_table_too(plan, officer, client):
    report = report_saying("<p>[[tasks:2023|table]]</p>")
    client.force_login(officer)

    word = Document(BytesIO(client.get(reverse("reports:report_word", args=[report.pk])).content))
    pdf = pdf_of(outline_of(report, officer))

    assert pdf.startswith(b"%PDF")
    assert (
        "1. Nâng chất lượng tập san; chủ trì: Thường trực; phối hợp: Các hội; "
        "thời gian: 31/12/2023; sản phẩm: 12 số; kinh phí, nguồn: 420.000.000 đồng, ngân sách"
    ) in [paragraph.text for paragraph in word.paragraphs]


def test_a_plan_without_tasks_and_a_figure_without_parts_say_so(issues, officer):
    html, paragraphs = shown(report_saying("<p>[[tasks:2030]]</p><p>[[E01|table]]</p>"), officer)

    assert html.get_text() == "[kế hoạch năm 2030 chưa có nhiệm vụ nào][chỉ tiêu E01]"
    assert len(paragraphs) == 2


def test_a_signed_report_keeps_its_list_whatever_becomes_of_the_tasks(plan, leader):
    report = report_saying("<p>[[tasks:2023]]</p>")
    before = shown(report, leader)[1]
    freeze_report(report=report, by=leader)

    first, third = plan.tasks.exclude(number=2)
    complete_task(task=first, on=date(2023, 12, 1), by=leader)
    drop_task(task=third, reason="Thôi", by=leader)

    assert shown(report, leader)[1] == before
    assert shown(redraft_report(report=report, by=leader), leader)[1] != before


def test_the_kept_list_is_written_once(plan, leader):
    freeze_report(report=report_saying("<p>[[tasks:2023]]</p>"), by=leader)
    kept = FrozenTaskList.objects.get()

    with pytest.raises(TypeError):
        kept.save()
    with pytest.raises(TypeError):
        FrozenTaskList.objects.all().delete()


def test_a_public_report_shows_what_was_signed_and_a_draft_nothing(client, plan, leader):
    report = report_saying("<p>[[tasks:2023]]</p>")
    url = reverse("reports:report", args=[report.pk])
    assert client.get(url).status_code == 404

    show_report(report=freeze_report(report=report, by=leader), by=leader)

    page = client.get(url).content.decode()
    assert "Nâng chất lượng tập san" in page
    assert "Việc đã dừng" not in page


def test_a_live_list_has_only_what_its_reader_may_see(plan):
    figures = ReportFigures(report_saying("<p>[[tasks:2023]]</p>"), AnonymousUser())

    assert figures.tasks_of(2023) == []


def test_what_a_record_is_called_names_no_figure(plan, issues, officer):
    task = plan.tasks.get(number=1)
    task.title = "Đọc [[E01]] và [[E02]]"
    task.save()

    html, paragraphs = shown(report_saying("<p>[[tasks:2023]]</p>"), officer)

    assert html.select("li")[0].get_text() == "Đọc [[E01]] và [[E02]]"
    assert html.select(".figure") == []
    assert paragraphs[0].text == "1. Đọc [[E01]] và [[E02]]"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("<p>Xem [[tasks:2023]]</p>", 1),
        ("<p>Xem [[E03|table]] và [[Z99]]</p>", 2),
        ("<ul><li>[[tasks:2023]]</li></ul>", 1),
        ("<p>[[tasks:2023]]</p>", 0),
        ('<p data-block-key="a1"> [[E03|bảng]] </p>', 0),
        ("<p>[[E01]]</p><p>[[E01]] số</p>", 0),
    ],
)
def test_a_list_or_a_table_stands_in_a_paragraph_of_its_own(text, problems):
    section = SectionFactory.build(report=ReportFactory(), text=text)

    try:
        section.full_clean()
        found = []
    except ValidationError as refusal:
        found = refusal.message_dict["text"]

    assert len(found) == problems


def test_organisations_that_lead_are_named(officer):
    organisation = OrganisationFactory(name="Hội Làm vườn thử nghiệm")
    task = KeyTaskFactory(lead_role="", lead_organisation=organisation)

    _html, paragraphs = shown(report_saying(f"<p>[[tasks:{task.plan.year}|table]]</p>"), officer)

    assert paragraphs[0].rows[1][2] == "Hội Làm vườn thử nghiệm"
