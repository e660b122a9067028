"""Forwarding a document: who receives it, who acknowledges it, what is taken back."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from lienhiep.associations.choices import MembershipKind
from lienhiep.core.history import entries_of
from lienhiep.core.jobs import retry_job
from lienhiep.core.models import Job, JobState
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.office import actions
from lienhiep.office.actions import ReceiptRow
from lienhiep.office.choices import BookKind, DocumentState, ReceiptState, Secrecy
from lienhiep.office.models import Dispatch, OfficialDocument, Receipt
from tests.factories.associations import MembershipFactory
from tests.factories.directory import OrganisationFactory, OrganisationNameFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    contact_of,
)

pytestmark = pytest.mark.django_db

SENT = date(2022, 3, 12)


def members(count=2):
    return [MembershipFactory().organisation for _ in range(count)]


def forward(by, document=None, on=SENT, **facts):
    document = document or OfficialDocumentFactory()
    return actions.dispatch_document(document=document, on=on, by=by, **facts)


def refused(call, **arguments):
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    return sorted(getattr(refusal.value, "error_dict", {"": ""}))


def test_a_document_reaches_the_member_associations_of_the_day(clerk):
    here = members(2)
    MembershipFactory(until=date(2021, 12, 31), leaving_ground="withdrew", leaving_reason="Rút")
    MembershipFactory(since=date(2022, 6, 1))
    MembershipFactory(kind=MembershipKind.COLLECTIVE_MEMBER)

    dispatch = forward(clerk)

    assert set(dispatch.receipts.values_list("organisation", flat=True)) == {one.pk for one in here}
    assert dispatch.document.state == DocumentState.FORWARDED


def test_a_recipient_is_called_as_it_was_called_that_day(clerk):
    (association,) = members(1)
    OrganisationNameFactory(organisation=association, name="Hội Cũ", valid_to=date(2022, 12, 31))

    assert forward(clerk).receipts.get().recipient == "Hội Cũ"


def test_the_days_allowed_are_dated_data(clerk):
    members(1)
    call_command("load_office_days")

    assert forward(clerk).receipts.get().due_on == SENT + timedelta(days=3)


def test_forwarding_is_one_entry_on_the_document_and_on_the_sending(clerk):
    members(2)

    dispatch = forward(clerk)

    (newest, *_) = entries_of(dispatch.document)
    assert newest.log.action == "office.dispatch_document"
    assert newest.log.data["recipients"] == 2
    assert [entry.log.action for entry in entries_of(dispatch)] == ["office.dispatch_document"]


def test_who_has_it_already_is_left_out(clerk):
    first, second = members(2)
    document = OfficialDocumentFactory()
    forward(clerk, document, organisations=[first])

    again = forward(clerk, document, on=SENT + timedelta(days=1))

    assert [row.organisation for row in again.receipts.all()] == [second]
    assert document.forwarded_on == SENT
    assert refused(forward, by=clerk, document=document) == ["organisations"]


def test_forwarding_opens_the_document_to_the_recipient(clerk):
    association = OrganisationFactory()
    contact, stranger = contact_of(association), contact_of(OrganisationFactory())
    document = OfficialDocumentFactory()

    forward(clerk, document, organisations=[association])

    visible = OfficialDocument.objects.visible_to
    assert (list(visible(contact)), list(visible(stranger))) == ([document], [])
    assert organisation_key(association.pk) in document.reader_keys()


@pytest.mark.parametrize(
    "facts",
    [
        {"secrecy": Secrecy.SECRET, "kind": BookKind.SECRET},
        {"secrecy": Secrecy.NONE, "kind": BookKind.COMPLAINTS},
    ],
)
def test_secret_documents_and_complaints_are_not_forwarded(clerk, facts):
    members(1)
    book = RegisterBookFactory(code="rieng", kind=facts["kind"])
    document = OfficialDocumentFactory(book=book, secrecy=facts["secrecy"])

    assert refused(forward, by=clerk, document=document) == [""]


def test_forwarding_refuses_the_future_and_a_day_before_the_arrival(clerk):
    members(1)

    assert refused(forward, by=clerk, on=date(2100, 1, 1)) == ["on"]
    assert refused(forward, by=clerk, on=date(2022, 3, 1)) == ["on"]


def test_acknowledging_bears_name_and_moment(clerk):
    receipt = ReceiptFactory()
    contact = contact_of(receipt.organisation)

    actions.acknowledge_receipt(receipt=receipt, by=contact)

    assert receipt.state == ReceiptState.ACKNOWLEDGED
    assert receipt.acknowledged_name == contact.full_name
    assert receipt.acknowledged_on == today()
    assert receipt.opened_at == receipt.acknowledged_at


def test_acknowledging_twice_is_refused(clerk):
    receipt = ReceiptFactory()
    actions.acknowledge_receipt(receipt=receipt, by=clerk)

    assert refused(actions.acknowledge_receipt, receipt=receipt, by=clerk) == [""]


def test_the_clerk_acknowledges_on_behalf_with_name_and_note(clerk):
    receipt = ReceiptFactory()
    facts = {"receipt": receipt, "on": date(2022, 3, 14), "by": clerk}

    assert refused(actions.acknowledge_on_behalf, **facts, name="Lê A", note=" ") == ["note"]
    assert refused(actions.acknowledge_on_behalf, **facts, name=" ", note="Điện thoại") == ["name"]
    actions.acknowledge_on_behalf(**facts, name="Lê A", note="Điện thoại")

    assert (receipt.acknowledged_name, receipt.acknowledged_on) == ("Lê A", date(2022, 3, 14))
    assert receipt.is_in_time is True


def test_on_behalf_refuses_a_day_before_the_sending(clerk):
    facts = {"receipt": ReceiptFactory(), "on": date(2022, 3, 11), "by": clerk}

    assert refused(actions.acknowledge_on_behalf, **facts, name="Lê A", note="Thư") == ["on"]


def test_a_return_says_why_and_is_taken_back(clerk):
    receipt = ReceiptFactory()

    actions.return_receipt(receipt=receipt, reason="Không thuộc hội", by=clerk)
    assert receipt.state == ReceiptState.RETURNED
    assert list(Receipt.objects.owed()) == []

    actions.reopen_receipt(receipt=receipt, reason="Trả nhầm", by=clerk)
    assert receipt.state == ReceiptState.SENT


def test_the_first_opening_is_noted_once(clerk):
    receipt = ReceiptFactory()

    actions.note_opening(receipt=receipt, by=clerk)
    first = receipt.opened_at
    actions.note_opening(receipt=receipt, by=clerk)

    assert (receipt.opened_at, receipt.state) == (first, ReceiptState.OPENED)


def test_a_cancelled_sending_leaves_the_desks_and_comes_back(clerk):
    association = OrganisationFactory()
    contact = contact_of(association)
    document = OfficialDocumentFactory()
    dispatch = forward(clerk, document, organisations=[association])

    actions.cancel_dispatch(dispatch=dispatch, reason="Chuyển nhầm", by=clerk)

    document.refresh_from_db()
    assert document.state == DocumentState.REGISTERED
    assert list(OfficialDocument.objects.visible_to(contact)) == []
    assert list(Receipt.objects.visible_to(contact)) == []

    actions.restore_dispatch(dispatch=dispatch, reason="Hủy nhầm", by=clerk)
    assert list(OfficialDocument.objects.visible_to(contact)) == [document]


def test_what_was_acknowledged_is_not_cancelled(clerk):
    receipt = ReceiptFactory()
    actions.acknowledge_receipt(receipt=receipt, by=clerk)

    assert refused(actions.cancel_dispatch, dispatch=receipt.dispatch, reason="Nhầm", by=clerk) == [
        ""
    ]


def test_what_was_forwarded_is_recalled_and_not_declared_void(clerk):
    members(1)
    document = forward(clerk).document

    assert refused(actions.void_document, document=document, on=SENT, reason="Nhầm", by=clerk) == [
        ""
    ]
    actions.withdraw_document(document=document, on=SENT, reason="Sai số liệu", by=clerk)
    assert document.state == DocumentState.WITHDRAWN


def test_reminding_writes_to_those_who_owe_and_act(clerk, django_capture_on_commit_callbacks):
    here, done = OrganisationFactory(), OrganisationFactory(email="hoi@lienhiep.example")
    contact = contact_of(here)
    quiet = OrganisationFactory(email="vp@lienhiep.example")
    dispatch = forward(clerk, organisations=[here, done, quiet])
    actions.acknowledge_receipt(receipt=dispatch.receipts.get(organisation=done), by=clerk)

    with django_capture_on_commit_callbacks(execute=True):
        assert actions.remind_unread(dispatch=dispatch, by=clerk) == 2

    assert sorted(letter.to for letter in mail.outbox) == sorted(
        [[contact.email], ["vp@lienhiep.example"]]
    )
    assert all(dispatch.document.symbol in letter.subject for letter in mail.outbox)
    assert dispatch.receipts.get(organisation=here).reminders == 1
    assert dispatch.receipts.get(organisation=done).reminders == 0


def test_reminding_refuses_where_nobody_owes(clerk):
    receipt = ReceiptFactory()
    actions.acknowledge_receipt(receipt=receipt, by=clerk)

    assert refused(actions.remind_unread, dispatch=receipt.dispatch, by=clerk) == [""]


def test_a_sending_of_the_past_is_taken_over_with_its_acknowledgements(clerk):
    first, second = members(2)
    moment = datetime(2022, 3, 13, 9, tzinfo=timezone.get_current_timezone())
    rows = [ReceiptRow(first, acknowledged_at=moment, name="Lê A", by=clerk), ReceiptRow(second)]

    dispatch = actions.load_dispatch(
        document=OfficialDocumentFactory(), on=SENT, rows=rows, by=clerk
    )

    states = {row.organisation: row.state for row in dispatch.receipts.all()}
    assert states == {first: ReceiptState.ACKNOWLEDGED, second: ReceiptState.SENT}


def test_nothing_is_taken_over_that_was_acknowledged_before_it_was_sent(clerk):
    (association,) = members(1)
    moment = datetime(2022, 3, 11, 9, tzinfo=timezone.get_current_timezone())

    assert refused(
        actions.load_dispatch,
        document=OfficialDocumentFactory(),
        on=SENT,
        rows=[ReceiptRow(association, acknowledged_at=moment, name="Lê A")],
        by=clerk,
    ) == ["acknowledged_at"]
    assert Dispatch.objects.count() == 0


def test_reminders_that_a_server_would_not_take_are_sent_when_the_work_is_taken_up_again(
    clerk, monkeypatch, django_capture_on_commit_callbacks
):
    for name in ("Hội A", "Hội B"):
        contact_of(OrganisationFactory(name=name))
    dispatch = forward(clerk, on=today())
    plain = EmailBackend.send_messages
    monkeypatch.setattr(EmailBackend, "send_messages", refuse_connections)

    with django_capture_on_commit_callbacks(execute=True):
        actions.remind_unread(dispatch=dispatch, by=clerk)
    stopped = Job.objects.get(kind="office.mail_reminders")
    monkeypatch.setattr(EmailBackend, "send_messages", plain)
    with django_capture_on_commit_callbacks(execute=True):
        retry_job(job=stopped)

    assert (stopped.state, "Connection refused" in stopped.error) == (JobState.FAILED, True)
    assert len(mail.outbox) == 2
    assert Job.objects.get(pk=stopped.pk).state == JobState.DONE


def refuse_connections(backend, messages):
    raise ConnectionRefusedError(111, "Connection refused")
