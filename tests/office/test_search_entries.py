"""What is found of the e-office, and by whom."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.core.search.query import search
from lienhiep.office.choices import BookKind, Secrecy
from tests.factories.office import OfficialDocumentFactory, RegisterBookFactory

pytestmark = pytest.mark.django_db


def titles(words, user=None):
    hits = search(words, user).hits
    return [BeautifulSoup(hit.title, "html.parser").get_text() for hit in hits]


def test_a_public_document_is_found_by_anyone_and_another_one_by_the_office(clerk):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", summary="Khen thưởng", is_public=True)
    OfficialDocumentFactory(symbol="591/QĐ-UBND", summary="Khen thưởng")

    assert titles("khen thuong") == ["590/QĐ-UBND ngày 10/03/2022: Khen thưởng"]
    assert len(titles("khen thuong", clerk)) == 2
    assert titles("591", clerk) == ["591/QĐ-UBND ngày 10/03/2022: Khen thưởng"]


def test_a_secret_document_is_found_by_nobody_who_may_not_read_it(clerk, leader):
    OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET),
        secrecy=Secrecy.SECRET,
        summary="Nội dung mật",
        registered_by=clerk,
    )

    assert titles("noi dung mat", leader) == []
    assert len(titles("noi dung mat", clerk)) == 1


def test_the_notes_of_the_office_are_not_searched(clerk):
    OfficialDocumentFactory(note="chỗ để bản gốc")

    assert titles("ban goc", clerk) == []
