"""What readers see of documents on the site, and what does not exist for them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lienhiep.core.files import store_bytes
from lienhiep.core.page_sections import sections_for
from lienhiep.office.addresses import document_url
from lienhiep.office.choices import OriginLevel
from lienhiep.office.files import ORIGINAL
from tests.factories.directory import OrganisationFactory
from tests.factories.files import pdf
from tests.factories.office import DocumentKindFactory, OfficialDocumentFactory

pytestmark = pytest.mark.django_db


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def symbols(response):
    return [cell.get_text(strip=True) for cell in page(response).select("tbody th")]


def public(**facts):
    return OfficialDocumentFactory(is_public=True, **facts)


def test_what_is_not_public_does_not_exist(client):
    hidden = [
        OfficialDocumentFactory(),
        public(withdrawn_on=date(2022, 4, 1), withdrawal_reason="Sai"),
        public(voided_on=date(2022, 4, 1), void_reason="Nhầm"),
    ]

    assert symbols(client.get("/van-ban/")) == []
    for document in hidden:
        assert client.get(document_url(document)).status_code == 404


def test_an_empty_list_says_what_will_stand_here(client):
    assert "Chưa có văn bản nào được công khai" in page(client.get("/van-ban/")).get_text()


@pytest.mark.parametrize("typed", ["590", "590qdubnd", "590/QĐ-UBND", "thầy giáo", "thay giao"])
def test_a_document_is_found_by_its_symbol_or_its_words(client, typed):
    public(symbol="590/QĐ-UBND", summary="Khen thưởng thầy giáo, cô giáo")
    public(symbol="1590/QĐ-UBND", summary="Phê duyệt dự toán")

    assert symbols(client.get("/van-ban/", {"q": typed})) == ["590/QĐ-UBND"]


def test_the_list_is_narrowed_by_year_kind_and_level(client):
    plan = DocumentKindFactory(code="ke-hoach", name="Kế hoạch", abbreviation="KH")
    public(symbol="1/KH-LHH", kind=plan, origin=OriginLevel.UNION, issued_on=date(2021, 5, 1))
    public(symbol="2/KH-UBND", kind=plan, origin=OriginLevel.PROVINCE)
    public(symbol="3/QĐ-UBND", origin=OriginLevel.PROVINCE)

    def shown(**asked):
        return symbols(client.get("/van-ban/", asked))

    assert shown(year="2021") == ["1/KH-LHH"]
    assert shown(kind=plan.pk) == ["2/KH-UBND", "1/KH-LHH"]
    assert shown(kind=plan.pk, origin="province") == ["2/KH-UBND"]
    assert len(shown(year="abc", kind="x", origin="y")) == 3


def test_the_newest_stands_first_and_twenty_on_a_page(client):
    for number in range(1, 23):
        public(symbol=f"{number}/KH-UBND", issued_on=date(2022, 3, number))

    first = client.get("/van-ban/")

    assert symbols(first)[:2] == ["22/KH-UBND", "21/KH-UBND"]
    assert len(symbols(first)) == 20
    assert symbols(client.get("/van-ban/?page=2")) == ["2/KH-UBND", "1/KH-UBND"]


def test_the_page_of_a_document_shows_facts_and_file_and_nothing_of_the_office(client, clerk):
    file = store_bytes(name="590.pdf", data=pdf(), use=ORIGINAL, by=clerk)
    document = public(
        symbol="590/QĐ-UBND",
        summary="Khen thưởng",
        original=file,
        note="Ghi chú nội bộ",
        register_number=77,
        series="2022",
        year=2022,
        signer_name="Người Ký",
    )

    response = client.get(document_url(document))
    text = page(response).select_one("main").get_text(" ", strip=True)

    assert "590/QĐ-UBND" in text
    assert "Người Ký" in text
    assert "10/03/2022" in text
    assert "nội bộ" not in text
    assert "77" not in text
    assert b"".join(client.get(file.url).streaming_content) == pdf()


def test_the_file_of_a_document_that_is_not_public_is_not_opened(client, clerk):
    file = store_bytes(name="590.pdf", data=pdf(), use=ORIGINAL, by=clerk)
    OfficialDocumentFactory(original=file)

    assert client.get(file.url).status_code in (302, 403, 404)


def test_an_older_address_leads_to_the_present_one(client):
    document = public(summary="Khen thưởng")

    response = client.get(f"/van-ban/{document.pk}-ten-cu/")

    assert (response.status_code, response.url) == (301, document_url(document))


def test_the_page_of_an_organisation_names_its_public_documents():
    committee = OrganisationFactory()
    document = public(issuer=committee, summary="Khen thưởng")
    OfficialDocumentFactory(issuer=committee)

    (section,) = [one for one in sections_for(committee) if "Văn bản" in str(one.heading)]

    assert [link.url for link in section.links] == [document_url(document)]
