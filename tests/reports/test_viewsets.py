"""The screens of the reports."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from lienhiep.accounts.choices import Role
from lienhiep.reports.actions import freeze_report
from lienhiep.reports.choices import ReportState
from lienhiep.reports.documents.word import DEFAULT_TEMPLATE
from lienhiep.reports.models import Report, Statement, WordTemplate, template_in_use
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.journal import published_issue
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db


def url(name, *args, kind="report"):
    return reverse(f"reports_{kind}:{name}", args=args)


def page(response):
    return response.content.decode()


def soup(response):
    return BeautifulSoup(page(response), "html.parser")


@pytest.fixture
def office(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def signing(client, leader):
    client.force_login(leader)
    return client


RICH_TEXT = (
    '{"blocks":[{"key":"a","type":"unstyled","depth":0,"text":"Ra [[E01]] số",'
    '"inlineStyleRanges":[],"entityRanges":[]}],"entityMap":{}}'
)


def draft_form(**fields):
    return {
        "title": "Báo cáo 9 tháng",
        "period_code": "2022-9M",
        "data_date": "30/09/2022",
        "sections-TOTAL_FORMS": "1",
        "sections-INITIAL_FORMS": "0",
        "sections-MIN_NUM_FORMS": "0",
        "sections-MAX_NUM_FORMS": "1000",
        "sections-0-order": "1",
        "sections-0-heading": "Tập san",
        "sections-0-text": RICH_TEXT,
    } | fields


@pytest.mark.parametrize(
    ("role", "may_sign"),
    [
        (Role.LEADER, True),
        (Role.OFFICE_MANAGER, True),
        (Role.OFFICER, False),
        (Role.RECORDS_CLERK, False),
        (Role.EDITOR, None),
        (Role.ADMINISTRATOR, None),
    ],
)
def test_who_reads_and_who_signs(client, report, role, may_sign):
    client.force_login(user_with(role))

    seen = client.get(url("inspect", report.pk))
    asked = client.get(url("do_freeze", report.pk))

    if may_sign is None:
        assert (seen.status_code, asked.status_code) == (404, 404)
    else:
        assert (seen.status_code, asked.status_code) == (200, 200 if may_sign else 403)
        assert (url("do_freeze", report.pk) in page(seen)) is may_sign


def test_an_officer_writes_a_draft_and_a_figure_that_is_not_there_is_refused(office):
    made = office.post(url("add"), draft_form())
    refused = office.post(
        url("add"),
        draft_form(**{"sections-0-text": RICH_TEXT.replace("E01", "Z99")}),
    )

    report = Report.objects.get()
    assert made.url == url("inspect", report.pk)
    assert report.sections.get().text.count("[[E01]]") == 1
    assert "Không có chỉ tiêu nào mang mã “Z99”." in page(refused)
    assert "Z99" in page(refused)


def test_a_draft_with_a_wrong_period_says_so_at_the_field(office):
    response = office.post(url("add"), draft_form(period_code="2022-H3"))

    assert list(response.context["form"].errors) == ["period_code"]


def test_the_writer_finds_the_tokens_beside_the_form(office, report, issues):
    new, old = soup(office.get(url("add"))), soup(office.get(url("edit", report.pk)))

    tokens = {code["data-token"] for code in old.select("[data-token]")}
    assert {"[[E01]]", "[[E05]]"} < tokens
    assert "[[E01]]" in {code["data-token"] for code in new.select("[data-token]")}
    assert old.select_one('script[src*="copy_token.js"]')["data-label"] == "Chép"
    row = old.select_one('[data-token="[[E01]]"]').find_parent("tr")
    assert row.select_one(".figure__value").get_text() == "3"


def test_signing_asks_who_signs_and_keeps_it(signing, report, leader):
    asked = signing.get(url("do_freeze", report.pk))
    signing.post(url("do_freeze", report.pk), {"signer": "Lê Văn A", "signer_position": "Chủ tịch"})

    report.refresh_from_db()
    assert asked.context["form"]["signer"].value() == leader.full_name
    assert (report.state, report.signer) == (ReportState.FROZEN, "Lê Văn A")


def test_a_signed_report_is_not_edited_and_says_why(office, report, leader):
    freeze_report(report=report, by=leader)

    response = office.get(url("edit", report.pk))

    assert response.status_code == 403
    assert "không phải với hồ sơ này ở trạng thái hiện nay" in page(response)


def test_the_page_of_a_signed_report_leads_from_each_difference_to_the_record(
    signing, report, issues, leader
):
    freeze_report(report=report, by=leader)
    assert "không có gì thay đổi" in page(signing.get(url("inspect", report.pk)))
    late = published_issue(number=4, on=date(2022, 11, 10))

    shown = soup(signing.get(url("inspect", report.pk)))

    table = shown.select_one(".lh-differences")
    link = table.find("a", href=reverse("journal_issue:inspect", args=[late.pk]))
    assert link.get_text() == str(late)
    assert "ghi lùi ngày" in table.get_text()
    assert shown.select_one(".lh-report .figure--changed") is not None


def test_figures_of_a_report_open_the_rooms_own_list(signing, report, issues):
    shown = soup(signing.get(url("inspect", report.pk)))

    href = shown.select_one(".lh-report a.figure")["href"]
    opened = signing.get(href)
    assert href.startswith(reverse("journal_issue:index"))
    assert "figure=E01" in href
    assert len(opened.context["object_list"]) == 2
    assert opened.context["figure_value"].value == 3


def test_a_number_is_written_down_by_the_clerk_once(client, report, leader):
    freeze_report(report=report, by=leader)
    client.force_login(user_with(Role.RECORDS_CLERK))

    client.post(url("do_number", report.pk), {"number": "15/BC-LHH"})
    again = client.get(url("do_number", report.pk))

    report.refresh_from_db()
    assert (report.number, again.status_code) == ("15/BC-LHH", 403)


# The year in figures


def test_the_year_in_figures_opens_the_rooms_own_lists(signing, issues):
    response = signing.get(reverse("reports_figures"), {"period": "2022"})

    assert f"{reverse('journal_issue:index')}?figure=E01&amp;period=2022" in page(response)


def test_a_period_that_cannot_be_read_is_a_message_beside_what_was_typed(signing, issues):
    response = signing.get(reverse("reports_figures"), {"period": "quý 5"})

    shown = soup(response)
    assert response.status_code == 200
    assert shown.select_one("#lh-period")["value"] == "quý 5"
    assert "không phải là một kỳ" in shown.select_one("#lh-period-mistake").get_text()


# Templates


def upload(data, name="mau.docx"):
    return SimpleUploadedFile(name, data)


def word(*lines):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_officer_takes_the_programs_template_edits_it_and_gives_it_back(office, report):
    own = b"".join(office.get(reverse("reports_default_template")).streaming_content)
    edited = Document(BytesIO(own))
    edited.add_paragraph("Nơi nhận: như trên")
    changed = BytesIO()
    edited.save(changed)

    response = office.post(
        url("add", kind="wordtemplate"),
        {"name": "Mẫu mới", "is_used": "on", "file": upload(changed.getvalue())},
    )
    filled = Document(BytesIO(office.get(reverse("reports:report_word", args=[report.pk])).content))

    template = WordTemplate.objects.get()
    assert response.url == url("inspect", template.pk, kind="wordtemplate")
    assert filled.paragraphs[-1].text == "Nơi nhận: như trên"


def test_a_template_that_is_not_in_use_is_not_taken(office, report):
    own = DEFAULT_TEMPLATE.read_bytes()
    office.post(url("add", kind="wordtemplate"), {"name": "Mẫu cũ", "file": upload(own)})

    assert WordTemplate.objects.get().is_used is False
    assert template_in_use() is None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word("{{ title"), "mau.docx"),
        (
            word("{{ unknown }}", "{%p for c in chapters %}", "{{ c.heading }}", "{%p endfor %}"),
            "a.docx",
        ),
        (word("{{ title }}"), "mau.docx"),
        (b"this is no Word file", "mau.docx"),
        (DEFAULT_TEMPLATE.read_bytes()[:2000], "mau.docx"),
        (b"%PDF-1.4", "mau.pdf"),
    ],
)
def test_an_unusable_template_is_refused_at_the_field(office, data, name):
    response = office.post(
        url("add", kind="wordtemplate"),
        {"name": "Mẫu hỏng", "is_used": "on", "file": upload(data, name)},
    )

    assert list(response.context["form"].errors) == ["file"]
    assert 'value="Mẫu hỏng"' in page(response)
    assert WordTemplate.objects.count() == 0


# Stated numbers


def test_a_number_is_stated_under_the_code_of_the_catalogue(signing):
    facts = {
        "period_code": "2022",
        "value": "11",
        "stated_on": "05/01/2023",
        "reason": "Theo báo cáo giấy",
        "source": "",
    }

    refused = signing.post(url("add", kind="statement"), {"code": "Z99", **facts})
    signing.post(url("add", kind="statement"), {"code": "e01", **facts})

    assert list(refused.context["form"].errors) == ["code"]
    assert Statement.objects.get().code == "E01"


def test_the_list_asks_as_often_for_thirty_reports_as_for_one(office):
    ReportFactory()

    one = questions(lambda: office.get(url("index")))
    for _number in range(30):
        ReportFactory()

    assert questions(lambda: office.get(url("index"))) == one
