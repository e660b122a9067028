"""Registers in their legal form, and who has not acknowledged."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from lienhiep.accounts.choices import Role
from lienhiep.office.choices import BookKind, Direction, Secrecy
from lienhiep.office.reference import INCOMING, OUTGOING
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    contact_of,
    staff,
)

pytestmark = pytest.mark.django_db

REGISTERS, OWED = "/ban-lam-viec/so-van-ban/", "/ban-lam-viec/chua-xac-nhan/"


@pytest.fixture
def office(client, clerk):
    client.force_login(clerk)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def entry(number, **facts):
    facts.setdefault("direction", Direction.RECEIVED)
    return OfficialDocumentFactory(register_number=number, series="2022", year=2022, **facts)


def cells(response):
    return [
        [cell.get_text(strip=True) for cell in row.select("td")]
        for row in page(response).select("tbody tr")
    ]


def test_nobody_outside_the_office_opens_a_register(client):
    entry(1)
    for user in (contact_of(OrganisationFactory()), staff(Role.ADMINISTRATOR)):
        client.force_login(user)
        for address in (REGISTERS, f"{REGISTERS}{INCOMING}/", OWED):
            assert client.get(address).status_code == 404


def test_who_is_signed_out_is_led_to_sign_in(client):
    assert client.get(f"{REGISTERS}{INCOMING}/").status_code == 302


def test_a_register_of_arrivals_has_the_ten_columns_of_the_decree(office):
    entry(1, symbol="590/QĐ-UBND", summary="Khen thưởng")

    response = office.get(f"{REGISTERS}{INCOMING}/")

    heads = [head.get_text(strip=True) for head in page(response).select("thead th")]
    assert heads == [
        "Ngày đến",
        "Số đến",
        "Tác giả",
        "Số, ký hiệu văn bản",
        "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung",
        "Đơn vị hoặc người nhận",
        "Ngày chuyển",
        "Ký nhận",
        "Ghi chú",
    ]
    (line,) = cells(response)
    assert (line[0], line[1], line[3], line[5]) == (
        "10/03/2022",
        "01",
        "590/QĐ-UBND",
        "Quyết định: Khen thưởng",
    )


def test_a_register_of_our_own_documents_has_its_ten_columns(office):
    entry(1, direction=Direction.ISSUED, symbol="01/QĐ-LHH", signer_name="Người Ký", copies=12)

    response = office.get(f"{REGISTERS}{OUTGOING}/")

    assert len(page(response).select("thead th")) == 10
    (line,) = cells(response)
    assert (line[0], line[1], line[3], line[6]) == ("01/QĐ-LHH", "10/03/2022", "Người Ký", "12")


def test_a_void_number_stays_in_the_register_with_its_reason(office):
    entry(1, voided_on=date(2022, 3, 11), void_reason="Đăng ký nhầm")

    (line,) = cells(office.get(f"{REGISTERS}{INCOMING}/"))

    assert line[9] == "Đã hủy: Đăng ký nhầm"


def test_a_register_is_printed_from_a_number_to_a_number(office):
    for number in range(1, 6):
        entry(number)

    lines = cells(office.get(f"{REGISTERS}{INCOMING}/", {"year": 2022, "first": 2, "last": 3}))

    assert [line[1] for line in lines] == ["02", "03"]


def test_a_register_is_taken_away_as_a_spreadsheet_without_formulas(office):
    entry(1, summary="=1+1")

    response = office.get(f"{REGISTERS}{INCOMING}/", {"year": 2022, "form": "xlsx"})

    sheet = load_workbook(BytesIO(response.content)).active
    assert sheet["F2"].value == "Quyết định: =1+1"
    assert sheet["F2"].data_type == "s"
    assert f'filename="{INCOMING}-2022.xlsx"' in response["Content-Disposition"]


def test_a_register_shows_a_secret_entry_to_those_named_only(client, clerk, leader):
    book = RegisterBookFactory(code="mat", kind=BookKind.SECRET)
    entry(1, book=book, secrecy=Secrecy.SECRET, registered_by=clerk)

    client.force_login(leader)
    assert cells(client.get(f"{REGISTERS}mat/")) == []
    client.force_login(clerk)
    assert len(cells(client.get(f"{REGISTERS}mat/"))) == 1


def test_who_has_not_acknowledged_is_listed_by_association(office):
    owing = ReceiptFactory()
    ReceiptFactory(
        dispatch=owing.dispatch,
        acknowledged_at=owing.sent_at,
        acknowledged_name="Lê A",
        organisation=OrganisationFactory(name="Hội Đã Nhận"),
    )

    text = page(office.get(OWED)).select_one("main").get_text(" ", strip=True)

    assert owing.organisation.name in text
    assert "Quá hạn" in text
    assert "Hội Đã Nhận" not in text


def test_the_page_of_a_sending_names_both_who_owes_and_who_acknowledged(office):
    owing = ReceiptFactory()
    ReceiptFactory(dispatch=owing.dispatch, acknowledged_at=owing.sent_at, acknowledged_name="Lê A")

    text = page(office.get(f"{OWED}{owing.dispatch.pk}/")).select_one("main").get_text(" ")

    assert "1/2" in text
    assert "Lê A" in text
    assert owing.recipient in text
