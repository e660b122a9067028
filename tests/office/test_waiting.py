"""What waits in the e-office, for whom, since when and until when."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import Role
from lienhiep.core.desk import doors_for
from lienhiep.core.period import today
from lienhiep.core.waiting import waiting_for
from lienhiep.office import actions
from lienhiep.office.choices import BookKind, Direction, OriginLevel, Secrecy
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    ReviewRequestFactory,
    contact_of,
    staff,
)

pytestmark = pytest.mark.django_db

MARCH = date(2022, 3, 20)


@pytest.fixture(autouse=True)
def days():
    call_command("load_office_days")


def ago(days):
    return today() - timedelta(days=days)


def arrived(days, **facts):
    facts.setdefault("symbol", "590/QĐ-UBND")
    return OfficialDocumentFactory(issued_on=ago(days), received_on=ago(days), **facts)


def waits(user, on=None):
    return [item for item in waiting_for(user, on) if item.room == "office"]


def words(user, on=None):
    return [str(item.what) for item in waits(user, on)]


def test_a_stranger_waits_for_nothing():
    arrived(2)
    ReceiptFactory()
    ReviewRequestFactory()

    for role in (Role.CONTRIBUTOR, Role.EDITOR, Role.ADMINISTRATOR):
        assert waits(staff(role)) == []


def test_a_document_to_forward_waits_for_the_clerk_until_the_next_day(clerk):
    document = arrived(2)

    (item,) = waits(clerk)

    assert str(item.what) == f"Chuyển {document} tới các hội"
    assert (item.since, item.due, item.is_late) == (ago(2), ago(1), True)


def test_what_is_old_handled_or_of_another_level_waits_no_more(clerk):
    arrived(40)
    arrived(2, handled_on=ago(1))
    arrived(2, origin=OriginLevel.UNION)
    arrived(2, book=RegisterBookFactory(code="don", kind=BookKind.COMPLAINTS))

    assert waits(clerk) == []


def test_a_draft_waits_for_the_leader_and_then_for_the_clerk(clerk, leader):
    document = OfficialDocumentFactory(
        direction=Direction.ISSUED, issued_on=None, symbol="", drafted_on=ago(1)
    )
    assert words(leader) == [f"Ký {document}"]
    assert words(clerk) == []

    actions.sign_outgoing(document=document, on=today(), by=leader)

    assert words(leader) == []
    assert words(clerk) == [f"Cấp số cho {document}"]


def test_a_secret_draft_waits_for_nobody_who_may_not_read_it(leader):
    OfficialDocumentFactory(
        direction=Direction.ISSUED,
        issued_on=None,
        symbol="",
        book=RegisterBookFactory(code="mat", direction=Direction.ISSUED, kind=BookKind.SECRET),
        secrecy=Secrecy.SECRET,
    )

    assert waits(leader) == []


def test_an_assigned_document_waits_for_whoever_is_in_charge(leader):
    officer = staff(Role.OFFICER)
    document = arrived(40)
    actions.assign_document(document=document, to=officer, on=today(), due_on=today(), by=leader)

    (item,) = waits(officer)
    assert (str(item.what), item.due) == (f"Giải quyết {document}", today())

    actions.mark_handled(document=document, on=today(), by=officer)
    assert waits(officer) == []


def test_overdue_acknowledgements_wait_for_the_clerk_sending_by_sending(clerk):
    receipt = ReceiptFactory()
    ReceiptFactory(dispatch=receipt.dispatch)

    assert words(clerk, MARCH) == [f"2 hội chưa xác nhận đã nhận {receipt.dispatch.document}"]
    actions.return_receipt(receipt=receipt, reason="Không thuộc hội", by=clerk)
    assert words(clerk, MARCH) == [f"1 hội chưa xác nhận đã nhận {receipt.dispatch.document}"]


def test_what_is_long_overdue_is_asked_for_no_more(clerk):
    receipt = ReceiptFactory()

    assert words(clerk, MARCH + timedelta(days=90)) == []
    assert words(contact_of(receipt.organisation)) == []


def test_a_document_waits_for_whoever_acts_for_the_recipient():
    receipt = ReceiptFactory()
    contact, stranger = contact_of(receipt.organisation), contact_of(OrganisationFactory())

    (item,) = waits(contact, MARCH)

    assert str(item.what) == f"Xác nhận đã nhận {receipt.dispatch.document}"
    assert (item.since, item.due) == (date(2022, 3, 12), date(2022, 3, 15))
    assert item.url == f"/ban-lam-viec/van-ban/{receipt.pk}/"
    assert waits(stranger, MARCH) == []

    actions.acknowledge_receipt(receipt=receipt, by=contact)
    assert waits(contact, MARCH) == []


def test_a_report_waits_for_the_association_and_overdue_for_the_office(clerk):
    request = ReviewRequestFactory()
    contact = contact_of(request.organisation)

    assert words(contact) == [f"Báo cáo phục vụ: {request.review}"]
    assert words(clerk) == [f"Còn thiếu 1 báo cáo: {request.review}"]

    actions.release_request(request=request, reason="Mới thành lập", by=clerk)
    assert (waits(contact), waits(clerk)) == ([], [])


def test_the_desk_opens_to_those_who_act_for_an_association(clerk):
    contact = contact_of(OrganisationFactory())

    urls = [door.url for door in doors_for(contact)]

    assert "/ban-lam-viec/van-ban/" in urls
    assert "/ban-lam-viec/van-ban/" not in [door.url for door in doors_for(clerk)]


def test_asking_what_waits_costs_the_same_for_many_as_for_one(clerk):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            waits(staff_again())
        return len(asked)

    def staff_again():
        return type(clerk).objects.get(pk=clerk.pk)

    arrived(2)
    ReceiptFactory()
    once = cost()
    for _ in range(3):
        arrived(2, symbol=f"{_}/QĐ-UBND")
        ReceiptFactory()

    assert cost() == once
