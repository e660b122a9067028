"""What stands on the desks today: to sign, to number, to forward, to acknowledge, to report."""

from __future__ import annotations

from datetime import timedelta

from lienhiep.accounts.models import User
from lienhiep.core.period import today
from lienhiep.demo.office.facts import Kinds, incoming
from lienhiep.demo.office.texts import NOW
from lienhiep.demo.organisations import PROPAGANDA, organisation
from lienhiep.office import actions
from lienhiep.office.choices import DocumentSystem, ReviewKind
from lienhiep.office.models import OfficialDocument, RegisterBook
from lienhiep.office.reference import OUTGOING

FORWARDED = 3


def load(clerk: User, leader: User, officer: User, kinds: Kinds) -> None:
    """Register what came in the last weeks and leave work at each step of its way."""
    documents = []
    for days, symbol, summary in NOW:
        on = today() - timedelta(days=days)
        documents.append(incoming(clerk, kinds, on, symbol, summary, on - timedelta(days=2)))
    _forward(documents[:FORWARDED], clerk)
    actions.assign_document(
        document=documents[-1],
        to=officer,
        on=today(),
        due_on=today() + timedelta(days=5),
        instruction="Dự thảo báo cáo, trình trước hạn hai ngày.",
        coordinating="Văn phòng",
        by=leader,
    )
    _drafts(clerk, leader, kinds)
    _review(documents[0], officer)


def _forward(documents: list[OfficialDocument], clerk: User) -> None:
    for document in documents:
        on = document.received_on or today()
        if actions.member_associations(on):
            dispatch = actions.dispatch_document(document=document, on=on, by=clerk)
            # Every third has acknowledged; the others wait, and those of the first are late.
            for receipt in list(dispatch.receipts.all())[::3][1:]:
                actions.acknowledge_on_behalf(
                    receipt=receipt, on=on, name="Cán bộ đầu mối", note="Qua điện thoại", by=clerk
                )


def _drafts(clerk: User, leader: User, kinds: Kinds) -> None:
    book = RegisterBook.objects.get(code=OUTGOING)
    for code, summary in (
        ("ke-hoach", "Kế hoạch tổng kết công tác năm"),
        ("cong-van", "Đề nghị các hội đăng ký nhiệm vụ năm tới"),
    ):
        document = actions.draft_outgoing(
            book=book,
            kind=kinds.by_code[DocumentSystem.STATE, code],
            summary=summary,
            on=today() - timedelta(days=1),
            unit_symbol="VP" if code == "cong-van" else "",
            by=clerk,
        )
    actions.sign_outgoing(document=document, on=today(), by=leader)


def _review(document: OfficialDocument, officer: User) -> None:
    opened = today() - timedelta(days=20)
    review = actions.open_review(
        document=document,
        kind=ReviewKind.MIDWAY,
        period_label="Một năm thực hiện",
        on=opened,
        co_chairs=[organisation(PROPAGANDA)],
        outline="Kết quả chính và kiến nghị, không quá hai trang.",
        by=officer,
    )
    if actions.member_associations(opened):
        actions.ask_for_reports(
            review=review, on=opened, due_on=today() + timedelta(days=4), by=officer
        )
