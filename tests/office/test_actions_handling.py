"""What happens to a document in the house, and how each step is taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import ANYONE
from lienhiep.office import actions
from lienhiep.office.choices import BookKind, DocumentState, Secrecy
from tests.factories.office import OfficialDocumentFactory, RegisterBookFactory, staff

pytestmark = pytest.mark.django_db

MARCH = date(2022, 3, 14)


def refused(call, **arguments):
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    return sorted(getattr(refusal.value, "error_dict", {"": ""}))


def test_a_document_is_assigned_with_the_instruction(leader):
    document, officer = OfficialDocumentFactory(), staff(Role.OFFICER)

    actions.assign_document(
        document=document,
        to=officer,
        on=MARCH,
        due_on=date(2022, 3, 20),
        instruction="Tham mưu văn bản triển khai",
        coordinating="Ban Thông tin",
        by=leader,
    )

    assert (document.state, document.assigned_to) == (DocumentState.ASSIGNED, officer)
    assert document.due_on == date(2022, 3, 20)


def test_a_document_is_not_assigned_to_somebody_who_may_not_read_it(leader):
    secret = OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET),
        secrecy=Secrecy.SECRET,
        registered_by=leader,
    )
    officer = staff(Role.OFFICER)

    assert refused(actions.assign_document, document=secret, to=officer, on=MARCH, by=leader) == [
        "to"
    ]


def test_a_complaint_is_read_by_whoever_is_in_charge_of_it(leader):
    book = RegisterBookFactory(code="don-thu", kind=BookKind.COMPLAINTS)
    complaint, officer = OfficialDocumentFactory(book=book), staff(Role.OFFICER)
    assert not complaint.policy().can_view(officer, complaint)

    actions.assign_document(document=complaint, to=officer, on=MARCH, by=leader)

    assert complaint.policy().can_view(officer, complaint)


def test_an_assignment_is_taken_back(leader):
    document = OfficialDocumentFactory()
    actions.assign_document(document=document, to=leader, on=MARCH, by=leader)

    actions.take_back_assignment(document=document, reason="Giao nhầm", by=leader)

    assert document.state == DocumentState.REGISTERED


def test_handling_and_filing_are_taken_back_one_after_the_other(clerk):
    document = OfficialDocumentFactory()
    actions.mark_handled(document=document, on=MARCH, outcome="Đã trả lời", by=clerk)
    actions.close_document(document=document, on=MARCH, file_code="03.KT", by=clerk)
    assert document.state == DocumentState.CLOSED

    actions.reopen_document(document=document, reason="Còn việc", by=clerk)
    assert document.state == DocumentState.HANDLED

    actions.reopen_document(document=document, reason="Còn việc", by=clerk)
    assert (document.state, document.outcome) == (DocumentState.REGISTERED, "")


def test_a_step_before_the_arrival_is_refused(clerk):
    document = OfficialDocumentFactory()
    facts = {"document": document, "on": date(2022, 3, 1), "by": clerk}

    assert refused(actions.mark_handled, **facts) == ["on"]
    assert refused(actions.close_document, **facts) == ["on"]


def test_a_document_is_put_on_the_site_and_taken_off(clerk):
    document = OfficialDocumentFactory()

    actions.publish_document(document=document, on=MARCH, by=clerk)
    assert (document.published_on, ANYONE in document.reader_keys()) == (MARCH, True)

    actions.unpublish_document(document=document, reason="Đăng nhầm", by=clerk)
    assert (document.published_on, ANYONE in document.reader_keys()) == (None, False)


def test_what_is_secret_or_without_a_date_stays_off_the_site(clerk):
    secret = OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET), secrecy=Secrecy.SECRET
    )
    undated = OfficialDocumentFactory(issued_on=None, received_on=MARCH)

    for document in (secret, undated):
        assert refused(actions.publish_document, document=document, on=MARCH, by=clerk) == [""]
