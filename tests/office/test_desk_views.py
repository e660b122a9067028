"""The desk of an association: documents read and acknowledged, reports written."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from lienhiep.core.files import store_bytes
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.office import actions
from lienhiep.office.choices import ReceiptState
from lienhiep.office.files import ORIGINAL
from tests.factories.directory import OrganisationFactory
from tests.factories.files import pdf
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    ReviewRequestFactory,
    contact_of,
)

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/van-ban/"


@pytest.fixture
def association(db):
    return OrganisationFactory(name="Hội Làm vườn")


@pytest.fixture
def contact(association):
    return contact_of(association, full_name="Hoàng Đầu Mối")


@pytest.fixture
def mine(client, contact):
    """A browser in which the contact officer is signed in."""
    client.force_login(contact)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def opens(browser, file):
    return b"".join(browser.get(file.url).streaming_content) == pdf()


def text_of(response):
    return page(response).select_one("main").get_text(" ", strip=True)


def test_who_is_signed_out_is_led_to_sign_in(client):
    receipt = ReceiptFactory()

    for address in (DESK, f"{DESK}{receipt.pk}/"):
        assert client.get(address).status_code == 302
    assert client.post(f"{DESK}{receipt.pk}/xac-nhan/").status_code == 302
    receipt.refresh_from_db()
    assert receipt.acknowledged_at is None


def test_another_associations_document_does_not_exist(mine):
    receipt, request = ReceiptFactory(), ReviewRequestFactory()

    assert receipt.recipient not in text_of(mine.get(DESK))
    assert mine.get(f"{DESK}{receipt.pk}/").status_code == 404
    assert mine.post(f"{DESK}{receipt.pk}/xac-nhan/").status_code == 404
    assert mine.post(f"{DESK}{receipt.pk}/tra-lai/", {"reason": "x"}).status_code == 404
    assert mine.get(f"{DESK}bao-cao/{request.pk}/").status_code == 404


def test_who_acts_for_no_association_is_told_so(client, clerk):
    client.force_login(clerk)

    assert "Bạn chưa là đầu mối của hội nào" in text_of(client.get(DESK))


def test_the_desk_lists_what_is_owed_first_and_what_is_late(mine, association):
    receipt = ReceiptFactory(organisation=association)

    text = text_of(mine.get(DESK))

    assert str(receipt.dispatch.document) in text
    assert "Quá hạn" in text


def test_looking_notes_the_first_opening_and_acknowledges_nothing(mine, association):
    receipt = ReceiptFactory(organisation=association)

    mine.get(f"{DESK}{receipt.pk}/")

    receipt.refresh_from_db()
    assert receipt.state == ReceiptState.OPENED


def test_one_press_acknowledges_by_name_and_time_and_twice_is_once(mine, association, contact):
    receipt = ReceiptFactory(organisation=association)

    for _ in range(2):
        response = mine.post(f"{DESK}{receipt.pk}/xac-nhan/", follow=True)

    receipt.refresh_from_db()
    assert (receipt.acknowledged_by, receipt.acknowledged_on) == (contact, today())
    assert "Hoàng Đầu Mối" in text_of(response)
    made = [entry.log.action for entry in entries_of(receipt)]
    assert made.count("office.acknowledge_receipt") == 1


def test_the_file_is_opened_by_the_recipient(mine, association, clerk):
    file = store_bytes(name="590.pdf", data=pdf(), use=ORIGINAL, by=clerk)
    document = OfficialDocumentFactory(original=file)
    actions.dispatch_document(document=document, on=today(), organisations=[association], by=clerk)

    assert opens(mine, file)


def test_a_document_is_sent_back_with_the_reason(mine, association):
    receipt = ReceiptFactory(organisation=association)

    refused = mine.post(f"{DESK}{receipt.pk}/tra-lai/", {"reason": " "})
    assert refused.status_code == 200
    mine.post(f"{DESK}{receipt.pk}/tra-lai/", {"reason": "Không thuộc hội"})

    receipt.refresh_from_db()
    assert receipt.state == ReceiptState.RETURNED
    assert "Không thuộc hội" in text_of(mine.get(f"{DESK}{receipt.pk}/"))


def test_a_recalled_document_says_so_and_is_not_owed(mine, association, clerk):
    receipt = ReceiptFactory(organisation=association)
    actions.withdraw_document(
        document=receipt.dispatch.document, on=today(), reason="Sai số liệu", by=clerk
    )

    assert "Sai số liệu" in text_of(mine.get(f"{DESK}{receipt.pk}/"))
    assert "Văn phòng đã thu hồi" in text_of(mine.get(DESK))


def test_a_cancelled_sending_leaves_the_desk(mine, association, clerk):
    receipt = ReceiptFactory(organisation=association)
    actions.cancel_dispatch(dispatch=receipt.dispatch, reason="Nhầm", by=clerk)

    assert mine.get(f"{DESK}{receipt.pk}/").status_code == 404


def test_a_report_is_written_or_sent_as_a_file(mine, association, contact):
    request = ReviewRequestFactory(organisation=association)
    address = f"{DESK}bao-cao/{request.pk}/"

    empty = mine.post(address, {"text": ""})
    assert "Hãy viết báo cáo hoặc chọn tệp báo cáo." in text_of(empty)
    upload = SimpleUploadedFile("bao-cao.pdf", pdf())
    mine.post(address, {"text": "Đã thực hiện.", "report": upload})

    request.refresh_from_db()
    assert (request.received_on, request.recorded_by) == (today(), contact)
    assert request.report is not None
    assert opens(mine, request.report)
    assert "Đã thực hiện." in text_of(mine.get(address))


def test_a_concluded_review_takes_no_report(mine, association, clerk):
    request = ReviewRequestFactory(organisation=association)
    actions.conclude_review(
        review=request.review, on=today(), conclusion="Đạt", missing_reason="Muộn", by=clerk
    )

    response = mine.post(f"{DESK}bao-cao/{request.pk}/", {"text": "Muộn"})

    request.refresh_from_db()
    assert request.received_on is None
    assert "Đợt này không nhận báo cáo nữa." in text_of(response)
