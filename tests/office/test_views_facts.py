"""What machines read of public documents, and in which order readers ask for them."""

from datetime import date

import pytest

from lienhiep.core.files import store_bytes
from lienhiep.office.addresses import document_url
from lienhiep.office.files import ORIGINAL
from tests.factories.files import pdf
from tests.factories.office import OfficialDocumentFactory
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db


def public(**facts_of):
    return OfficialDocumentFactory(is_public=True, **facts_of)


def symbols(response):
    return [cell.get_text(strip=True) for cell in shown(response).select("tbody th")]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("", ["3/QĐ", "1/QĐ", "2/QĐ"]),
        ("date", ["2/QĐ", "1/QĐ", "3/QĐ"]),
        ("symbol", ["1/QĐ", "2/QĐ", "3/QĐ"]),
        ("-symbol", ["3/QĐ", "2/QĐ", "1/QĐ"]),
        ("bia-dat", ["3/QĐ", "1/QĐ", "2/QĐ"]),
    ],
)
def test_documents_stand_in_the_order_asked_for(client, order, found):
    public(symbol="1/QĐ", issued_on=date(2022, 2, 1))
    public(symbol="2/QĐ", issued_on=date(2022, 1, 1))
    public(symbol="3/QĐ", issued_on=date(2022, 3, 1))

    assert symbols(client.get("/van-ban/", {"sort": order})) == found


def test_a_column_offers_the_other_way_round_and_keeps_the_question(client):
    public(summary="Thi đua")

    heads = shown(client.get("/van-ban/", {"q": "thi", "sort": "date"})).select("thead th")

    assert [head.get("aria-sort") for head in heads] == [None, None, None, "ascending"]
    assert heads[3].a["href"] == "?q=thi&sort=-date"


def test_documents_are_told_as_a_collection(client):
    document = public()

    assert names(facts(client.get("/van-ban/"))["CollectionPage"]) == [str(document)]


def test_a_document_is_told_with_its_file(client, clerk, settings):
    settings.SITE_URL = "https://lienhiep.example"
    document = public(symbol="5/QĐ", summary="Tặng giấy khen")
    document.original = store_bytes(name="a.pdf", data=pdf(), use=ORIGINAL, by=clerk)
    document.save()

    response = client.get(document_url(document))

    told = facts(response)["DigitalDocument"]
    assert (told["identifier"], told["description"]) == ("5/QĐ", "Tặng giấy khen")
    assert told["encoding"]["contentUrl"] == f"https://lienhiep.example{document.original.url}"
    assert way(response) == ["Trang chủ", "Văn bản công khai", "5/QĐ"]


def test_a_document_leads_to_the_public_documents_beside_it(client):
    older = public(issued_on=date(2022, 1, 1))
    here = public(issued_on=date(2022, 2, 1))
    OfficialDocumentFactory(issued_on=date(2022, 2, 15))
    newer = public(issued_on=date(2022, 3, 1))

    assert neighbours(client.get(document_url(here))) == {
        "prev": document_url(older),
        "next": document_url(newer),
    }
