"""Taking over a register of the past."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.numbering import numbers_of
from lienhiep.office import actions
from lienhiep.office.actions import DocumentRow, ReceiptRow
from lienhiep.office.models import DocumentKind, OfficialDocument, Receipt, RegisterBook
from tests.factories.directory import OrganisationFactory
from tests.factories.office import contact_of

pytestmark = pytest.mark.django_db


def row(on, symbol="", **facts):
    facts.setdefault("kind", DocumentKind.objects.get(system="state", code="quyet-dinh"))
    facts.setdefault("summary", "Về việc khen thưởng")
    return DocumentRow(on, {"symbol": symbol, **facts})


def incoming():
    return RegisterBook.objects.get(code="van-ban-den")


def test_a_register_is_taken_over_in_its_order_year_by_year(books, clerk):
    rows = [
        row(date(2021, 12, 30), "1/QĐ-UBND"),
        row(date(2021, 12, 31), "2/QĐ-UBND"),
        row(date(2022, 1, 4), "3/QĐ-UBND"),
    ]

    made = actions.load_register(book=incoming(), rows=rows, by=clerk)

    assert [(one.year, one.register_number) for one in made] == [(2021, 1), (2021, 2), (2022, 1)]
    entry = numbers_of("office.van-ban-den", year=2022).get()
    assert entry.object_id == made[2].pk
    (entry, *_) = entries_of(incoming())
    assert (entry.log.action, entry.log.data["documents"]) == ("office.load_register", 3)


def test_numbers_go_on_after_those_taken_over(books, clerk):
    actions.load_register(book=incoming(), rows=[row(date(2022, 1, 4))], by=clerk)

    more = actions.load_register(book=incoming(), rows=[row(date(2022, 1, 5))], by=clerk)

    assert more[0].register_number == 2


def test_a_document_of_our_own_gets_its_symbol(books, clerk):
    book = RegisterBook.objects.get(code="quyet-dinh")

    (made,) = actions.load_register(book=book, rows=[row(date(2022, 1, 4))], by=clerk)

    assert made.symbol == "01/QĐ-LHH"
    assert list(OfficialDocument.objects.matching("01qdlhh")) == [made]


def test_a_register_is_taken_over_with_its_recipients(books, clerk):
    association = OrganisationFactory()
    contact = contact_of(association)
    sent = row(date(2022, 1, 4))._replace(
        sent_on=date(2022, 1, 5), recipients=[ReceiptRow(association)]
    )

    (made,) = actions.load_register(book=incoming(), rows=[sent], by=clerk)

    assert Receipt.objects.get().dispatch.document == made
    assert list(OfficialDocument.objects.visible_to(contact)) == [made]


def test_a_wrong_row_is_named_and_nothing_is_loaded(books, clerk):
    rows = [row(date(2022, 1, 4)), row(date(2022, 1, 5), summary="")]

    with pytest.raises(ValidationError, match="Dòng 2"):
        actions.load_register(book=incoming(), rows=rows, by=clerk)

    assert OfficialDocument.objects.count() == 0
