"""Reviewing a resolution or directive midway (sơ kết) or at its end (tổng kết)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.period import today
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation
from lienhiep.office.actions.dispatching import member_associations
from lienhiep.office.choices import REVIEW_VERBS
from lienhiep.office.models import (
    OfficialDocument,
    ResolutionReview,
    ReviewCoChair,
    ReviewRequest,
)
from lienhiep.office.notices import REPORT_ASKED, REPORT_GIVEN_BACK, tell_associations
from lienhiep.office.validators import validate_complete, validate_sendable, validate_somebody


def open_review(
    *,
    document: OfficialDocument,
    kind: str,
    period_label: str,
    on: date,
    by: User,
    co_chairs: Collection[Organisation] = (),
    outline: str = "",
) -> ResolutionReview:
    """Open the review of a document, with the bodies that lead it together with the Union."""
    validate_not_in_future("opened_on", on)
    validate_sendable(document)
    with verb("office.open_review", by=by) as act:
        review = ResolutionReview(
            document=document,
            kind=kind,
            period_label=period_label,
            opened_on=on,
            outline=outline,
        )
        review.full_clean()
        review.save()
        act.about(review)
        for organisation in co_chairs:
            chair = ReviewCoChair(review=review, organisation=organisation)
            chair.full_clean()
            chair.save()
    return review


def ask_for_reports(
    *,
    review: ResolutionReview,
    on: date,
    by: User,
    due_on: date | None = None,
    organisations: Collection[Organisation] | None = None,
) -> list[ReviewRequest]:
    """Ask the member associations of the day, or those chosen, for their reports.

    Whoever was asked already is left out.
    """
    validate_not_in_future("on", on)
    validate_not_before("due_on", due_on, on)
    with verb("office.ask_for_reports", by=by, about=review) as act:
        lock(review)
        validate_has_state(review, *REVIEW_VERBS["ask_for_reports"])
        validate_not_before("on", on, review.opened_on)
        asked = set(review.requests.values_list("organisation", flat=True))
        chosen = member_associations(on) if organisations is None else organisations
        wanted = [one for one in chosen if one.pk not in asked]
        validate_somebody("organisations", wanted)
        made = record_all(
            [
                ReviewRequest(review=review, organisation=one, asked_on=on, due_on=due_on)
                for one in wanted
            ]
        )
        act.note(asked=len(made))
        tell_associations(made, REPORT_ASKED, by)
    return made


def record_report(
    *,
    request: ReviewRequest,
    on: date,
    by: User,
    report: RecordFile | None = None,
    text: str = "",
) -> None:
    """Take in the report of an organisation, as a file, in words, or both."""
    validate_not_in_future("on", on)
    if report is None and not text.strip():
        raise ValidationError({"text": _("Write the report, or choose its file.")})
    with verb("office.record_report", by=by, about=request):
        lock(request)
        _validate_open(request)
        if request.received_on is not None:
            raise ValidationError(_("This report has come in already."))
        if request.released_on is not None:
            raise ValidationError(_("This organisation is asked no longer."))
        validate_not_before("on", on, request.asked_on)
        request.received_on, request.recorded_by = on, by
        request.report, request.text = report, text.strip()  # type: ignore[assignment]  # may be empty
        request.save()


def take_back_report(*, request: ReviewRequest, reason: str, by: User) -> None:
    """Take back a report recorded by mistake, or to be written anew; it is owed again."""
    validate_reason("reason", reason)
    with verb("office.take_back_report", by=by, about=request, reason=reason):
        lock(request)
        _validate_open(request)
        if request.received_on is None:
            raise ValidationError(_("This report has not come in yet."))
        request.received_on = request.recorded_by = None
        request.report, request.text = None, ""  # type: ignore[assignment]  # may be empty
        request.save()
        tell_associations([request], REPORT_GIVEN_BACK, by)


def release_request(*, request: ReviewRequest, reason: str, by: User) -> None:
    """Ask an organisation no longer for its report; refuse once the report has come."""
    validate_reason("reason", reason)
    with verb("office.release_request", by=by, about=request, reason=reason):
        lock(request)
        _validate_open(request)
        if request.received_on is not None:
            raise ValidationError(_("This report has come in already."))
        request.released_on, request.release_reason = today(), reason
        request.save()


def restore_request(*, request: ReviewRequest, reason: str, by: User) -> None:
    """Ask an organisation again that was released from its report."""
    validate_reason("reason", reason)
    with verb("office.restore_request", by=by, about=request, reason=reason):
        lock(request)
        _validate_open(request)
        request.released_on, request.release_reason = None, ""
        request.save()


def conclude_review(
    *,
    review: ResolutionReview,
    on: date,
    conclusion: str,
    by: User,
    missing_reason: str = "",
) -> None:
    """Conclude a review; it counts in the figures from that day.

    Refuses while reports are missing, unless it is said why it is concluded without them.
    """
    validate_not_in_future("on", on)
    if not conclusion.strip():
        raise ValidationError({"conclusion": _("Write what the review concluded.")})
    with verb("office.conclude_review", by=by, about=review) as act:
        lock(review)
        validate_has_state(review, *REVIEW_VERBS["conclude_review"])
        validate_not_before("on", on, review.opened_on)
        missing = review.requests.missing().count()
        validate_complete("missing_reason", missing, missing_reason)
        review.concluded_on, review.conclusion = on, conclusion.strip()
        review.missing_reason = missing_reason.strip() if missing else ""
        review.save()
        act.note(missing=missing)


def reopen_review(*, review: ResolutionReview, reason: str, by: User) -> None:
    """Take back a conclusion recorded by mistake or too early."""
    validate_reason("reason", reason)
    with verb("office.reopen_review", by=by, about=review, reason=reason):
        lock(review)
        validate_has_state(review, *REVIEW_VERBS["reopen_review"])
        review.concluded_on, review.conclusion, review.missing_reason = None, "", ""
        review.save()


def _validate_open(request: ReviewRequest) -> None:
    if request.review.concluded_on is not None:
        raise ValidationError(_("The review is concluded."))
