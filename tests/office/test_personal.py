"""What the e-office keeps about a person, and what an erasure leaves."""

import pytest

from lienhiep.core.personal import data_of, erase
from lienhiep.office import actions
from lienhiep.office.choices import Direction
from tests.factories.directory import OrganisationFactory
from tests.factories.office import OfficialDocumentFactory, ReceiptFactory, contact_of

pytestmark = pytest.mark.django_db


def of_office(person):
    return [datum for datum in data_of(person) if datum.record._meta.app_label == "office"]


def test_an_acknowledgement_names_who_gave_it(clerk):
    receipt = ReceiptFactory()
    contact = contact_of(receipt.organisation, full_name="Lê Thị Bích Mai")
    actions.acknowledge_receipt(receipt=receipt, by=contact)
    actions.acknowledge_on_behalf(
        receipt=ReceiptFactory(), on=receipt.acknowledged_on, name="Ai đó", note="Thư", by=clerk
    )

    (datum,) = of_office(contact.person)

    assert (datum.record, datum.value) == (receipt, "Lê Thị Bích Mai")


def test_an_erasure_leaves_the_acknowledgement_under_the_pseudonym(clerk):
    receipt = ReceiptFactory()
    contact = contact_of(receipt.organisation, full_name="Lê Thị Bích Mai")
    actions.acknowledge_receipt(receipt=receipt, by=contact)

    erased = erase(person=contact.person, by=clerk, reason="Yêu cầu của người đó")

    receipt.refresh_from_db()
    assert receipt.acknowledged_at is not None
    assert receipt.acknowledged_name == erased.pseudonym


def test_a_signature_is_kept_because_it_is_part_of_the_document():
    signer = contact_of(OrganisationFactory(), full_name="Trần Văn Ký")
    OfficialDocumentFactory(direction=Direction.ISSUED, signed_by=signer, signer_name="Trần Văn Ký")

    (datum,) = of_office(signer.person)

    assert datum.kept_because
    assert datum.erase is None
