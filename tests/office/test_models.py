"""What a document refuses and says by itself."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from lienhiep.core.principals import ANYONE
from lienhiep.office.choices import BookKind, Direction, DocumentState, Secrecy
from lienhiep.office.models import OfficialDocument
from tests.factories.office import OfficialDocumentFactory, RegisterBookFactory

pytestmark = pytest.mark.django_db


def test_a_document_is_called_by_symbol_and_date():
    document = OfficialDocumentFactory(symbol="590/QĐ-UBND", issued_on=date(2022, 3, 10))

    assert str(document) == "590/QĐ-UBND ngày 10/03/2022"


def test_a_document_is_found_by_its_symbol_however_it_is_typed():
    document = OfficialDocumentFactory(symbol="590/QĐ-UBND")
    OfficialDocumentFactory(symbol="1590/QĐ-UBND")

    for typed in ("590", "590/QĐ-UBND", "590qdubnd", "số 590/qđ-ubnd", "khen thưởng 590"):
        assert list(OfficialDocument.objects.matching(typed)) == [document]


def test_a_public_document_is_open_to_anyone_until_it_is_void():
    document = OfficialDocumentFactory(is_public=True)

    assert document.published_on is not None
    assert ANYONE in document.reader_keys()

    document.voided_on, document.void_reason = date(2022, 4, 1), "Ghi nhầm"
    document.save()

    assert ANYONE not in document.reader_keys()
    assert list(OfficialDocument.objects.open_to_readers()) == []


def test_a_secret_document_is_never_public():
    with pytest.raises(IntegrityError):
        OfficialDocumentFactory(is_public=True, secrecy=Secrecy.SECRET)


def test_a_secret_document_stands_in_a_register_of_its_own():
    document = OfficialDocumentFactory.build(
        book=RegisterBookFactory(), secrecy=Secrecy.SECRET, kind=None, issuer=None
    )

    with pytest.raises(ValidationError, match="sổ văn bản mật"):
        document.clean()


def test_secret_documents_and_complaints_stay_out_of_general_lists():
    general = OfficialDocumentFactory()
    OfficialDocumentFactory(
        book=RegisterBookFactory(code="don-thu", kind=BookKind.COMPLAINTS), summary="Đơn"
    )
    OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET), secrecy=Secrecy.SECRET
    )

    assert list(OfficialDocument.objects.general()) == [general]


def test_a_register_gives_each_number_once():
    OfficialDocumentFactory(series="2022", year=2022, register_number=7)

    with pytest.raises(IntegrityError):
        OfficialDocumentFactory(series="2022", year=2022, register_number=7)


def test_an_incoming_document_came_on_a_day():
    with pytest.raises(IntegrityError):
        OfficialDocumentFactory(received_on=None)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, DocumentState.REGISTERED),
        ({"forwarded_on": date(2022, 3, 12)}, DocumentState.FORWARDED),
        ({"handled_on": date(2022, 3, 12)}, DocumentState.HANDLED),
        ({"closed_on": date(2022, 3, 12)}, DocumentState.CLOSED),
        ({"direction": Direction.ISSUED}, DocumentState.ISSUED),
        ({"direction": Direction.ISSUED, "issued_on": None}, DocumentState.DRAFT),
        (
            {"direction": Direction.ISSUED, "issued_on": None, "signed_on": date(2022, 3, 9)},
            DocumentState.SIGNED,
        ),
        ({"withdrawn_on": date(2022, 3, 12), "withdrawal_reason": "Sai"}, DocumentState.WITHDRAWN),
        ({"voided_on": date(2022, 3, 12), "void_reason": "Sai"}, DocumentState.VOIDED),
    ],
)
def test_the_state_in_python_and_in_the_database_agree(facts, state):
    document = OfficialDocumentFactory(**facts)

    assert document.state == state
    assert OfficialDocument.objects.with_state().get().state_code == state
