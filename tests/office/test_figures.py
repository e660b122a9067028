"""What the e-office counts: each figure on a few records made for it."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.office import actions, figures
from lienhiep.office.choices import BookKind, Direction, OriginLevel, Secrecy
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    DispatchFactory,
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    ResolutionReviewFactory,
    ReviewRequestFactory,
)

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)


def value(code, period=YEAR):
    return evaluate(figure_named(code), period, date(2023, 1, 10)).value


def acknowledged(day, **facts):
    moment = datetime(2022, 3, day, 9, tzinfo=timezone.get_current_timezone())
    return ReceiptFactory(acknowledged_at=moment, acknowledged_name="Lê A", **facts)


def test_a_document_forwarded_twice_counts_once_and_its_sendings_each():
    document = OfficialDocumentFactory(forwarded_on=date(2022, 3, 12))
    for day in (12, 14):
        dispatch = DispatchFactory(document=document, sent_on=date(2022, 3, day), due_on=None)
        ReceiptFactory(dispatch=dispatch)

    assert (value("A03"), value("A03a")) == (1, 2)


def test_documents_are_counted_by_the_day_of_forwarding():
    document = OfficialDocumentFactory(issued_on=date(2021, 12, 30))
    DispatchFactory(document=document, sent_on=date(2022, 1, 3), due_on=None)

    assert value("A03") == 1
    assert value("A03", Period.year(2021)) == 0


def test_documents_forwarded_are_broken_down_by_level_and_unions_left_out():
    for origin in (OriginLevel.PARTY, OriginLevel.PARTY, OriginLevel.STATE, OriginLevel.UNION):
        ReceiptFactory(dispatch__document=OfficialDocumentFactory(origin=origin))

    parts = evaluate(figure_named("A03"), YEAR, date(2023, 1, 10)).parts

    assert [(part.key, part.value) for part in parts] == [("party", 2), ("state", 1)]
    assert value("A03a") == 3


def test_a_cancelled_sending_and_a_void_document_count_nowhere(clerk):
    actions.cancel_dispatch(dispatch=ReceiptFactory().dispatch, reason="Nhầm", by=clerk)
    void = {"voided_on": date(2022, 4, 1), "void_reason": "Nhầm"}
    ReceiptFactory(dispatch__document=OfficialDocumentFactory(**void))

    assert [value(code) for code in ("A03", "A03a", "A04")] == [0, 0, 0]


def test_acknowledgements_are_shares_of_all_sendings():
    dispatch = DispatchFactory()
    acknowledged(15, dispatch=dispatch)
    acknowledged(16, dispatch=dispatch)
    ReceiptFactory(dispatch=dispatch)

    assert (value("A03a"), value("A04"), value("A04a")) == (3, 2, 1)
    whole, share = figures.acknowledged(YEAR).parts()
    assert (whole.value, share.value, share.share) == (3, 2, 67)


def test_documents_are_counted_by_arrival_and_by_date_of_issue():
    OfficialDocumentFactory(issued_on=date(2021, 12, 30), received_on=date(2022, 1, 4))
    OfficialDocumentFactory(received_on=date(2023, 1, 4))
    issued = {"direction": Direction.ISSUED, "series": "2022", "year": 2022}
    OfficialDocumentFactory(register_number=1, **issued)
    OfficialDocumentFactory(
        register_number=2, voided_on=date(2022, 3, 11), void_reason="Nhầm", **issued
    )
    OfficialDocumentFactory(direction=Direction.ISSUED, issued_on=None, symbol="")

    assert (value("A05"), value("A05a"), value("A05b")) == (2, 1, 1)


def test_secret_documents_and_complaints_enter_no_figure():
    OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET), secrecy=Secrecy.SECRET
    )
    complaint = OfficialDocumentFactory(
        book=RegisterBookFactory(code="don", kind=BookKind.COMPLAINTS)
    )
    ReceiptFactory(dispatch__document=complaint)

    assert [value(code) for code in ("A03", "A03a", "A05", "A05a")] == [0, 0, 0, 0]


def test_reviews_count_by_the_day_of_their_conclusion():
    ResolutionReviewFactory(concluded_on=date(2022, 6, 24), conclusion="Đạt")
    ResolutionReviewFactory(concluded_on=date(2023, 1, 3), conclusion="Đạt")
    ResolutionReviewFactory()

    assert value("A06") == 1


def test_reports_count_by_the_day_they_came():
    review = ResolutionReviewFactory()
    for day in (date(2022, 4, 20), date(2023, 1, 2), None):
        ReviewRequestFactory(
            review=review, organisation=OrganisationFactory(), received_on=day, text="Báo cáo"
        )

    assert value("A06a") == 1
