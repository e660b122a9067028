"""What waits in the e-office, for whom, since when and until when; and the desk it opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import organisation_key, principals
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.office.choices import DocumentState
from lienhiep.office.models import (
    Dispatch,
    OfficialDocument,
    Receipt,
    ResolutionReview,
    ReviewRequest,
)
from lienhiep.office.readers import organisations_of
from lienhiep.office.reference_codes import (
    CHASE_DAYS,
    FORWARD_DAYS,
    FORWARD_LOOK_BACK,
    ISSUE_DAYS,
    SIGN_DAYS,
)
from lienhiep.office.rules import CLERKS, REVIEWERS, SIGNERS

ROOM = "office"


@waits
def documents_to_forward(user: Any, on: date) -> Iterator[Waiting]:
    """Yield documents of Party, State and province not forwarded yet, to the clerk."""
    if not principals(user, on) & CLERKS:
        return
    look_back = value_on(FORWARD_LOOK_BACK, on, default=None)
    if look_back is None:
        return
    days = value_on(FORWARD_DAYS, on, default=None)
    rows = OfficialDocument.objects.visible_to(user).to_forward(on - timedelta(days=look_back))
    for document in rows.select_related("kind").order_by("received_on", "pk"):
        since = document.received_on or on
        yield Waiting(
            what=_("Forward %(document)s to the associations") % {"document": document},
            since=since,
            due=_after(since, days),
            url=admin_row_url(document) or "",
            room=ROOM,
            record=document,
        )


@waits
def documents_to_number(user: Any, on: date) -> Iterator[Waiting]:
    """Yield signed documents that have no number yet, to the clerk."""
    if principals(user, on) & CLERKS:
        yield from _outgoing(
            user, on, DocumentState.SIGNED, _("Give %(document)s its number"), ISSUE_DAYS
        )


@waits
def documents_to_sign(user: Any, on: date) -> Iterator[Waiting]:
    """Yield drafts, to those who sign."""
    if principals(user, on) & SIGNERS:
        yield from _outgoing(user, on, DocumentState.DRAFT, _("Sign %(document)s"), SIGN_DAYS)


@waits
def documents_in_charge(user: Any, on: date) -> Iterator[Waiting]:
    """Yield what was assigned to somebody and is not handled yet."""
    rows = OfficialDocument.objects.visible_to(user).in_charge()
    mine = rows.filter(assigned_to=user).select_related("kind")
    for document in mine.order_by("due_on", "assigned_on", "pk"):
        yield Waiting(
            what=_("Handle %(document)s") % {"document": document},
            since=document.assigned_on or on,
            due=document.due_on,
            url=admin_row_url(document) or "",
            room=ROOM,
            record=document,
        )


@waits
def receipts_to_chase(user: Any, on: date) -> Iterator[Waiting]:
    """Yield sendings that somebody has not acknowledged in time, to the clerk."""
    if not principals(user, on) & CLERKS:
        return
    owed = Q(receipts__acknowledged_at=None, receipts__returned_on=None, receipts__due_on__lt=on)
    late = Dispatch.objects.standing().filter(document__withdrawn_on=None, due_on__lt=on)
    late = late.filter(due_on__gte=_chased_since(on))
    counted = late.annotate(owing=Count("receipts", filter=owed)).filter(owing__gt=0)
    for dispatch in counted.select_related("document__kind").order_by("due_on", "pk"):
        yield Waiting(
            what=ngettext(
                "%(count)s association has not acknowledged %(document)s",
                "%(count)s associations have not acknowledged %(document)s",
                dispatch.owing,
            )
            % {"count": dispatch.owing, "document": dispatch.document},
            since=dispatch.sent_on,
            due=dispatch.due_on,
            url=admin_row_url(dispatch) or "",
            room=ROOM,
            record=dispatch,
        )


@waits
def reports_to_chase(user: Any, on: date) -> Iterator[Waiting]:
    """Yield open reviews for which reports are overdue, to those who run reviews."""
    if not principals(user, on) & REVIEWERS:
        return
    overdue = Q(requests__received_on=None, requests__released_on=None, requests__due_on__lt=on)
    rows = ResolutionReview.objects.open().annotate(
        missing=Count("requests", filter=overdue),
    )
    for review in rows.filter(missing__gt=0).select_related("document__kind"):
        yield Waiting(
            what=ngettext(
                "%(count)s report is missing: %(review)s",
                "%(count)s reports are missing: %(review)s",
                review.missing,
            )
            % {"count": review.missing, "review": review},
            since=review.opened_on,
            due=review.requests.missing().filter(due_on__lt=on).earliest("due_on").due_on,
            url=admin_row_url(review) or "",
            room=ROOM,
            record=review,
        )


@waits
def documents_to_acknowledge(user: Any, on: date) -> Iterator[Waiting]:
    """Yield documents not acknowledged yet, to whoever acts for the association."""
    mine = organisations_of(user)
    if not mine:
        return
    rows = Receipt.objects.owed().filter(
        organisation__in=mine, dispatch__document__withdrawn_on=None
    )
    rows = rows.exclude(due_on__lt=_chased_since(on))
    for receipt in rows.select_related("dispatch__document__kind").order_by("due_on", "pk"):
        yield Waiting(
            what=_("Acknowledge %(document)s") % {"document": receipt.dispatch.document},
            since=timezone.localdate(receipt.sent_at),
            due=receipt.due_on,
            url=reverse("office:desk_document", args=[receipt.pk]),
            room=ROOM,
            record=receipt,
        )


@waits
def reports_to_write(user: Any, on: date) -> Iterator[Waiting]:
    """Yield reports asked for a review, to whoever acts for the association."""
    mine = organisations_of(user)
    if not mine:
        return
    rows = ReviewRequest.objects.owed().filter(organisation__in=mine)
    for request in rows.select_related("review__document__kind").order_by("due_on", "pk"):
        yield Waiting(
            what=_("Report for: %(review)s") % {"review": request.review},
            since=request.asked_on,
            due=request.due_on,
            url=reverse("office:report", args=[request.pk]),
            room=ROOM,
            record=request,
        )


@desk_doors
def documents_desk(user: Any) -> Iterator[Door]:
    """Yield the desk of documents to those who act for an association."""
    if organisations_of(user):
        yield Door(
            label=gettext_lazy("Documents for my association"),
            about=gettext_lazy("Read what the Union forwards, acknowledge it, and report."),
            url=reverse("office:desk"),
        )


def _outgoing(
    user: Any, on: date, state: DocumentState, words: str, code: str
) -> Iterator[Waiting]:
    days = value_on(code, on, default=None)
    rows = OfficialDocument.objects.visible_to(user).issued().with_state()
    for document in rows.filter(state_code=state).select_related("kind").order_by("pk"):
        since = document.signed_on or document.drafted_on or on
        yield Waiting(
            what=words % {"document": document},
            since=since,
            due=_after(since, days),
            url=admin_row_url(document) or "",
            room=ROOM,
            record=document,
        )


def _chased_since(on: date) -> date:
    """Return the first due day of which a late acknowledgement is still asked for."""
    days = value_on(CHASE_DAYS, on, default=None)
    return on - timedelta(days=days) if days is not None else date.min


def _after(since: date, days: int | None) -> date | None:
    return since + timedelta(days=days) if days is not None else None


@desk_address(Receipt)
def receipt_at_desk(receipt: Receipt, user: Any) -> str:
    """Return where an association reads what was forwarded to it."""
    mine = organisation_key(receipt.organisation_id) in principals(user)
    return reverse("office:desk_document", args=[receipt.pk]) if mine else ""


@desk_address(ReviewRequest)
def request_at_desk(request: ReviewRequest, user: Any) -> str:
    """Return where an association writes the report that is asked of it."""
    mine = organisation_key(request.organisation_id) in principals(user)
    return reverse("office:report", args=[request.pk]) if mine else ""
