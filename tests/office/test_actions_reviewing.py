"""Reviews of resolutions: asked, reported, concluded, taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.office import actions
from lienhiep.office.choices import ReviewKind, ReviewState
from lienhiep.office.models import ResolutionReview, ReviewRequest
from tests.factories.associations import MembershipFactory
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ResolutionReviewFactory,
    ReviewRequestFactory,
)

pytestmark = pytest.mark.django_db

APRIL, MAY = date(2022, 4, 10), date(2022, 5, 10)


def refused(call, **arguments):
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    return sorted(getattr(refusal.value, "error_dict", {"": ""}))


def test_a_review_is_opened_with_its_co_chairs(clerk):
    chairs = [OrganisationFactory(name="Ban Tuyên giáo"), OrganisationFactory(name="Sở KH&CN")]

    review = actions.open_review(
        document=OfficialDocumentFactory(symbol="06-NQ/TU"),
        kind=ReviewKind.FINAL,
        period_label="5 năm",
        on=APRIL,
        co_chairs=chairs,
        by=clerk,
    )

    assert str(review) == "Tổng kết 06-NQ/TU"
    assert review.chairs_label == "Ban Tuyên giáo, Sở KH&CN"
    assert review.state == ReviewState.OPEN


def test_the_same_review_is_not_opened_twice(clerk):
    known = ResolutionReviewFactory()

    assert refused(
        actions.open_review,
        document=known.document,
        kind=known.kind,
        period_label=known.period_label,
        on=APRIL,
        by=clerk,
    ) == ["__all__"]


def test_reports_are_asked_of_the_members_of_the_day_each_once(clerk):
    review = ResolutionReviewFactory()
    first = MembershipFactory().organisation
    actions.ask_for_reports(review=review, on=APRIL, due_on=MAY, by=clerk)
    second = MembershipFactory().organisation

    made = actions.ask_for_reports(review=review, on=APRIL, by=clerk)

    assert [row.organisation for row in made] == [second]
    assert review.requests.get(organisation=first).due_on == MAY
    assert review.state == ReviewState.ASKED


def test_a_report_comes_as_words_or_as_a_file_and_only_once(clerk):
    request = ReviewRequestFactory()

    assert refused(actions.record_report, request=request, on=APRIL, by=clerk) == ["text"]
    actions.record_report(request=request, on=APRIL, text="Đã thực hiện.", by=clerk)
    assert request.received_on == APRIL
    assert refused(actions.record_report, request=request, on=APRIL, text="Lần nữa", by=clerk) == [
        ""
    ]


def test_a_report_is_taken_back_and_owed_again(clerk):
    request = ReviewRequestFactory()
    actions.record_report(request=request, on=APRIL, text="Đã thực hiện.", by=clerk)

    actions.take_back_report(request=request, reason="Gửi nhầm hội", by=clerk)

    assert list(ReviewRequest.objects.owed()) == [request]


def test_a_review_is_not_concluded_while_reports_are_missing_unless_it_is_said_why(clerk):
    request = ReviewRequestFactory()
    review = request.review
    facts = {"review": review, "on": MAY, "conclusion": "Đạt mục tiêu.", "by": clerk}

    assert refused(actions.conclude_review, **facts) == ["missing_reason"]
    actions.conclude_review(**facts, missing_reason="Hội đang sáp nhập")

    assert review.state == ReviewState.CONCLUDED
    assert review.missing_reason == "Hội đang sáp nhập"


def test_a_review_with_all_reports_needs_no_reason(clerk):
    request = ReviewRequestFactory()
    released = ReviewRequestFactory(review=request.review)
    actions.record_report(request=request, on=APRIL, text="Xong", by=clerk)
    actions.release_request(request=released, reason="Mới thành lập", by=clerk)

    actions.conclude_review(review=request.review, on=MAY, conclusion="Đạt", by=clerk)

    assert request.review.state == ReviewState.CONCLUDED


def test_a_conclusion_needs_words_and_a_day_after_the_opening(clerk):
    review = ResolutionReviewFactory()

    assert refused(actions.conclude_review, review=review, on=MAY, conclusion=" ", by=clerk) == [
        "conclusion"
    ]
    assert refused(
        actions.conclude_review, review=review, on=date(2022, 3, 1), conclusion="Đạt", by=clerk
    ) == ["on"]


def test_a_concluded_review_takes_no_report_until_it_is_reopened(clerk):
    request = ReviewRequestFactory()
    actions.conclude_review(
        review=request.review, on=MAY, conclusion="Đạt", missing_reason="Muộn", by=clerk
    )

    assert refused(actions.record_report, request=request, on=MAY, text="Muộn", by=clerk) == [""]
    actions.reopen_review(review=request.review, reason="Kết thúc sớm", by=clerk)
    request.refresh_from_db()
    actions.record_report(request=request, on=MAY, text="Muộn", by=clerk)
    assert list(ResolutionReview.objects.open()) == [request.review]


def test_a_release_says_why_and_is_taken_back(clerk):
    request = ReviewRequestFactory()

    actions.release_request(request=request, reason="Mới thành lập", by=clerk)
    assert refused(actions.record_report, request=request, on=MAY, text="Xong", by=clerk) == [""]

    actions.restore_request(request=request, reason="Vẫn cần", by=clerk)
    assert list(ReviewRequest.objects.owed()) == [request]
