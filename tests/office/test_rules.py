"""Who may do what with documents: seen from the side of those who must not get in."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.rules import policy_of
from lienhiep.office import actions
from lienhiep.office.choices import DOCUMENT_VERBS, BookKind, Direction, Secrecy
from lienhiep.office.models import (
    Dispatch,
    OfficialDocument,
    Receipt,
    RegisterBook,
    ResolutionReview,
    ReviewRequest,
)
from lienhiep.office.rules import acts_for
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    ResolutionReviewFactory,
    ReviewRequestFactory,
    contact_of,
    staff,
)

pytestmark = pytest.mark.django_db

OUTSIDERS = [
    Role.ADMINISTRATOR,
    Role.CONTACT_OFFICER,
    Role.JUROR,
    Role.CONTRIBUTOR,
    Role.CONTESTANT,
    Role.EXPERT,
]


def may(user, verb, row):
    return policy_of(type(row)).may(user, verb, row)


@pytest.mark.parametrize("role", OUTSIDERS)
def test_nobody_outside_the_office_reads_what_is_not_theirs(role):
    receipt, request = ReceiptFactory(), ReviewRequestFactory()
    user = staff(role, person=PersonFactory())

    for model in (OfficialDocument, Dispatch, Receipt, ResolutionReview, ReviewRequest):
        assert list(model.objects.visible_to(user)) == []
    assert not policy_of(Receipt).can_view(user, receipt)
    assert not may(user, "record_report", request)
    assert list(RegisterBook.objects.visible_to(user)) == []


@pytest.mark.parametrize("role", [Role.LEADER, Role.OFFICE_MANAGER, Role.OFFICER, Role.EDITOR])
def test_no_role_by_itself_reads_a_secret_document(role):
    secret = OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET), secrecy=Secrecy.SECRET
    )
    user = staff(role)

    assert list(OfficialDocument.objects.visible_to(user)) == []
    assert not policy_of(OfficialDocument).can_view(user, secret)


def test_an_officer_does_not_read_complaints():
    complaint = OfficialDocumentFactory(
        book=RegisterBookFactory(code="don", kind=BookKind.COMPLAINTS)
    )

    assert not policy_of(OfficialDocument).can_view(staff(Role.OFFICER), complaint)
    assert policy_of(OfficialDocument).can_view(staff(Role.RECORDS_CLERK), complaint)


@pytest.mark.parametrize("verb", ["sign_outgoing", "take_back_signature", "assign_document"])
def test_the_clerk_neither_signs_nor_assigns(verb, clerk):
    draft = OfficialDocumentFactory(direction=Direction.ISSUED, issued_on=None, symbol="")

    assert not may(clerk, verb, draft)


def test_a_late_number_is_given_by_the_office_manager_only(clerk):
    signed = OfficialDocumentFactory(
        direction=Direction.ISSUED, issued_on=None, symbol="", signed_on=date(2022, 3, 1)
    )

    assert not may(clerk, "issue_late", signed)
    assert may(staff(Role.OFFICE_MANAGER), "issue_late", signed)


def test_an_officer_drafts_and_registers_nothing():
    officer = staff(Role.OFFICER)
    policy = policy_of(OfficialDocument)

    assert policy.may(officer, "draft_outgoing")
    assert not policy.may(officer, "register_incoming")
    assert not may(officer, "dispatch_document", OfficialDocumentFactory())


def test_an_incoming_document_is_not_signed(leader):
    assert not may(leader, "sign_outgoing", OfficialDocumentFactory())


def test_whoever_is_in_charge_records_the_handling(leader):
    officer, other = staff(Role.OFFICER), staff(Role.OFFICER)
    document = OfficialDocumentFactory()
    actions.assign_document(document=document, to=officer, on=date(2022, 3, 12), by=leader)

    assert may(officer, "mark_handled", document)
    assert not may(other, "mark_handled", document)


def test_a_void_document_admits_only_its_restoration(clerk):
    document = OfficialDocumentFactory(voided_on=date(2022, 3, 12), void_reason="Nhầm")

    admitted = [verb for verb in DOCUMENT_VERBS if may(clerk, verb, document)]

    assert admitted == ["restore_document"]
    assert not may(clerk, "change", document)


def test_nobody_deletes_a_document_a_sending_or_a_review(clerk):
    receipt, review = ReceiptFactory(), ResolutionReviewFactory()

    for row in (receipt, receipt.dispatch, receipt.dispatch.document, review):
        assert not may(clerk, "delete", row)


def test_only_who_acts_for_the_recipient_acknowledges(clerk, leader):
    receipt = ReceiptFactory()
    contact, stranger = contact_of(receipt.organisation), contact_of(OrganisationFactory())

    assert may(contact, "acknowledge_receipt", receipt)
    for user in (stranger, clerk, leader):
        assert not may(user, "acknowledge_receipt", receipt)
    assert may(clerk, "acknowledge_on_behalf", receipt)
    assert not may(contact, "acknowledge_on_behalf", receipt)


def test_a_contact_officer_acts_for_their_own_association_only():
    mine, other = OrganisationFactory(), OrganisationFactory()
    contact = contact_of(mine)

    assert acts_for(contact, mine.pk)
    assert not acts_for(contact, other.pk)


def test_who_acts_for_the_association_reports_while_the_review_is_open(clerk):
    request = ReviewRequestFactory()
    contact, stranger = contact_of(request.organisation), contact_of(OrganisationFactory())

    assert may(contact, "record_report", request)
    assert not may(stranger, "record_report", request)
    actions.conclude_review(
        review=request.review,
        on=date(2022, 6, 1),
        conclusion="Đạt",
        missing_reason="Muộn",
        by=clerk,
    )
    request.refresh_from_db()
    assert not may(contact, "record_report", request)


def test_a_recipient_does_not_see_what_the_office_did_with_the_document(clerk, leader):
    receipt = ReceiptFactory()
    document = receipt.dispatch.document
    contact = contact_of(receipt.organisation)

    hidden = policy_of(OfficialDocument).hidden_fields(contact, document)

    assert {"note", "instruction", "assigned_to", "register_number", "void_reason"} <= hidden
    assert not {"symbol", "summary", "original", "issued_on", "issuer"} & hidden
    assert policy_of(OfficialDocument).hidden_fields(clerk, document) == frozenset()
