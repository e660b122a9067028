"""What the data quality page finds in the e-office."""

from datetime import date, timedelta

import pytest

from lienhiep.core.data_checks import all_checks
from lienhiep.core.numbering import take_number
from lienhiep.office import actions
from lienhiep.office.choices import BookKind, Direction
from tests.factories.office import (
    DispatchFactory,
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    ResolutionReviewFactory,
    ReviewRequestFactory,
)

pytestmark = pytest.mark.django_db


def found(name):
    (check,) = [one for one in all_checks() if one.name == f"office.{name}"]
    return [finding.record for finding in check.find()]


def test_a_number_passed_over_is_found_until_it_is_explained(clerk):
    book = RegisterBookFactory()
    take_number(book=book.series_code, year=2022, wanted=2, by=clerk)
    assert found("numbers_explained") == [book]

    actions.explain_number(book=book, year=2022, number=1, reason="Bỏ trống", by=clerk)

    assert found("numbers_explained") == []


def test_a_registered_document_without_date_or_issuer_is_found():
    facts = {"series": "2022", "year": 2022}
    undated = OfficialDocumentFactory(
        issued_on=None, received_on=date(2022, 3, 1), register_number=1, **facts
    )
    nobodys = OfficialDocumentFactory(issuer=None, register_number=2, **facts)
    OfficialDocumentFactory(
        issuer=None,
        register_number=1,
        book=RegisterBookFactory(code="don", kind=BookKind.COMPLAINTS),
        **facts,
    )

    assert found("document_facts") == [undated, nobodys]


def test_a_document_issued_without_a_number_is_found():
    document = OfficialDocumentFactory(direction=Direction.ISSUED)

    assert found("issued_have_number") == [document]


def test_a_sending_without_recipients_is_found():
    empty = DispatchFactory()
    ReceiptFactory()

    assert found("sendings_reach_somebody") == [empty]


def test_an_acknowledgement_before_the_sending_is_found():
    receipt = ReceiptFactory()
    receipt.acknowledged_at = receipt.sent_at - timedelta(hours=1)
    receipt.acknowledged_name = "Lê A"
    receipt.save()

    assert found("receipt_moments") == [receipt]


def test_a_review_concluded_without_reports_for_no_reason_is_found():
    done = {"concluded_on": date(2022, 6, 1), "conclusion": "Đạt"}
    wrong = ReviewRequestFactory(review=ResolutionReviewFactory(**done)).review
    ReviewRequestFactory(review=ResolutionReviewFactory(missing_reason="Muộn", **done))
    ReviewRequestFactory(review=ResolutionReviewFactory(**done), received_on=date(2022, 5, 1))

    assert found("reviews_whole") == [wrong]
