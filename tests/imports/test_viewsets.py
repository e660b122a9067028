"""The screens of spreadsheets in the back office, from the side of who must not get in first."""

import io
from datetime import date

import pytest
import python_calamine
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.models import ReferenceValue
from lienhiep.core.personal import data_of, erase
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.directory.models import Person
from lienhiep.imports.actions import load_batch
from lienhiep.imports.models import ImportBatch, ImportRow
from lienhiep.imports.tasks import forget_rows
from tests.asking import questions
from tests.factories.accounts import RoleGrantFactory
from tests.imports.conftest import workbook

pytestmark = pytest.mark.django_db

HEADS = ["Họ và tên", "Ngày sinh"]


@pytest.fixture
def office(client, clerk):
    """A browser in which the records clerk is signed in."""
    client.force_login(clerk)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def sheet_of(response):
    """Return the lines of the first page of a spreadsheet handed out."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return book.get_sheet_by_index(0).to_python()


def new_form(office):
    return page(office.get(admin_list_url(ImportBatch) + "new/"))


def test_an_editor_who_may_enter_no_persons_gets_no_template(client):
    client.force_login(RoleGrantFactory(role=Role.ACCOUNTANT).user)

    answer = client.get(reverse("imports_template", args=["persons"]))

    assert answer.status_code == 404


def test_another_clerk_reads_neither_the_rows_nor_the_outcome(client, send):
    batch = send(HEADS, ["Nguyễn Thị Lâm", ""])
    client.force_login(RoleGrantFactory(role=Role.OFFICER).user)

    answers = [
        client.get(admin_row_url(batch)).status_code,
        client.get(reverse("imports_recap", args=[batch.pk])).status_code,
    ]

    assert answers == [404, 404]


def test_the_office_manager_reads_every_file_sent_in(client, send):
    batch = send(HEADS, ["Nguyễn Thị Lâm", ""])
    client.force_login(RoleGrantFactory(role=Role.OFFICE_MANAGER).user)

    answer = page(client.get(admin_row_url(batch)))

    assert "Nguyễn Thị Lâm" in answer.get_text()


def test_the_template_has_the_headings_that_are_read_back(office):
    answer = office.get(reverse("imports_template", args=["persons"]))

    assert sheet_of(answer)[0][:4] == ["Họ và tên", "Học hàm, học vị", "Giới tính", "Ngày sinh"]
    assert answer["Content-Disposition"] == 'attachment; filename="mau-ca-nhan.xlsx"'


def test_a_file_is_sent_in_on_the_form_and_its_rows_are_shown(office):
    form = new_form(office)
    upload = SimpleUploadedFile("ds.xlsx", workbook(HEADS, ["Nguyễn Thị Lâm", ""], ["", "x"]))
    hidden = {
        field["name"]: field.get("value", "")
        for field in form.select("main form input[type=hidden]")
        if field.get("name")
    }

    answer = office.post(
        admin_list_url(ImportBatch) + "new/",
        {**hidden, "sheet": "persons", "file": upload},
        follow=True,
    )

    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("td, th")]
        for row in page(answer).select("#import .lh-register tbody tr")
    ]
    assert rows == [
        ["2", "Ghi nhận được", "Nguyễn Thị Lâm", ""],
        [
            "3",
            "Cần sửa",
            "x",
            "Họ và tên: Ô này phải có nội dung. "
            "Ngày sinh: “x” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 10/01/2023.",
        ],
    ]


def test_a_file_that_is_refused_says_so_at_its_field_and_the_choice_stays(office):
    upload = SimpleUploadedFile("ds.xlsx", workbook(["Ngày sinh"], ["02/09/1975"]))

    answer = page(
        office.post(admin_list_url(ImportBatch) + "new/", {"sheet": "persons", "file": upload})
    )

    assert "Tệp thiếu cột “Họ và tên”" in answer.get_text()
    assert answer.select_one("input[name=sheet][checked]")["value"] == "persons"


def test_the_outcome_can_be_corrected_and_sent_in_again(office, send):
    batch = send(HEADS, ["=1+1", "31/02/1980"])

    lines = sheet_of(office.get(reverse("imports_recap", args=[batch.pk])))

    assert lines[0][:4] == ["Dòng", "Kết quả", "Ghi chú", "Họ và tên"]
    assert lines[1][1:4] == ["Cần sửa", "Ngày sinh: Trong lịch không có ngày “31/02/1980”.", "=1+1"]


def test_a_page_of_rows_asks_as_often_for_many_as_for_one(office, send, clerk):
    one = send(HEADS, ["Nguyễn Thị Lâm", ""])
    many = send(HEADS, *[[f"Trần Khoa {'ABCDEGHIKL'[n]}", ""] for n in range(10)])
    load_batch(batch=one, by=clerk)
    load_batch(batch=many, by=clerk)

    counts = {questions(lambda at=at: office.get(admin_row_url(at))) for at in (one, many)}

    assert len(counts) == 1


def test_rows_are_emptied_once_their_days_are_over(send):
    ReferenceValue(code="imports.keep_days", value=90, valid_from=date(2020, 1, 1)).save()
    with freeze_time("2026-03-01 03:00"):
        batch = send(HEADS, ["Nguyễn Thị Lâm", ""])

    with freeze_time("2026-05-29 03:00"):
        forget_rows()
    before = [row.cells for row in batch.rows.all()]
    with freeze_time("2026-05-31 03:00"):
        forget_rows()

    assert before == [{"full_name": "Nguyễn Thị Lâm"}]

    assert [row.cells for row in batch.rows.all()] == [{}]


def test_an_erased_person_leaves_the_rows_of_spreadsheets_too(send, clerk):
    batch = send(HEADS, ["Nguyễn Thị Lâm", ""])
    load_batch(batch=batch, by=clerk)
    person = Person.objects.get(full_name="Nguyễn Thị Lâm")
    kept = [datum for datum in data_of(person) if datum.field == "rows"]

    erase(person=person, by=clerk, reason="Theo yêu cầu ngày 02/03/2026")

    assert [datum.value for datum in kept] == ["Nguyễn Thị Lâm"]
    assert [row.cells for row in ImportRow.objects.all()] == [{}]
