"""Those who act for an association hear of what reaches it, and of nothing else."""

from datetime import date

import pytest

from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from lienhiep.office import actions
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ResolutionReviewFactory,
    clerk,
    contact_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def association():
    return OrganisationFactory(name="Hội Làm vườn")


@pytest.fixture
def other():
    return OrganisationFactory(name="Hội Nuôi ong")


@pytest.fixture
def document():
    return OfficialDocumentFactory(symbol="15/LHH", issued_on=date(2022, 3, 1))


def words(user):
    return [told.what for told in told_to(user)]


def test_a_document_is_told_to_those_who_act_for_its_recipients(association, other, document):
    contact, stranger = contact_of(association), contact_of(other)

    actions.dispatch_document(
        document=document, on=today(), by=clerk(), organisations=[association]
    )

    [told] = told_to(contact)
    assert told.what.startswith("Có văn bản chuyển tới, xin xác nhận đã nhận – Hội Làm vườn: ")
    assert told.url == f"/ban-lam-viec/van-ban/{told.notice.object_id}/"
    assert told.notice.is_urgent is True
    assert words(stranger) == []


def test_each_association_is_told_of_its_own_line(association, other, document):
    contacts = [contact_of(association), contact_of(other)]

    actions.dispatch_document(
        document=document, on=today(), by=clerk(), organisations=[association, other]
    )

    lines = [[told.notice.record.organisation for told in told_to(user)] for user in contacts]
    assert lines == [[association], [other]]


def test_a_sending_taken_back_leaves_no_notice(association, document):
    contact, by = contact_of(association), clerk()
    dispatch = actions.dispatch_document(
        document=document, on=today(), by=by, organisations=[association]
    )

    actions.cancel_dispatch(dispatch=dispatch, reason="Chuyển nhầm", by=by)

    assert words(contact) == []


def test_a_recall_is_told_to_who_had_received_the_document(association, other, document):
    contact, stranger, by = contact_of(association), contact_of(other), clerk()
    actions.dispatch_document(document=document, on=today(), by=by, organisations=[association])

    actions.withdraw_document(document=document, on=today(), reason="Sai căn cứ", by=by)

    assert any("được thu hồi" in one for one in words(contact))
    assert words(stranger) == []


def test_a_report_asked_for_is_told_to_who_writes_it(association, other):
    contact, stranger = contact_of(association), contact_of(other)
    review = ResolutionReviewFactory(opened_on=today())

    actions.ask_for_reports(review=review, on=today(), by=clerk(), organisations=[association])

    [told] = told_to(contact)
    assert told.url == f"/ban-lam-viec/van-ban/bao-cao/{told.notice.object_id}/"
    assert words(stranger) == []
