"""Passing a document on to member associations (chuyển tới hội thành viên)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.models import Membership
from lienhiep.core.history import record_all, verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, OrganisationName
from lienhiep.office.choices import DOCUMENT_VERBS, DispatchScope
from lienhiep.office.models import Dispatch, OfficialDocument, Receipt
from lienhiep.office.notices import DOCUMENT_FORWARDED, tell_associations
from lienhiep.office.reference_codes import ACKNOWLEDGE_DAYS
from lienhiep.office.validators import validate_sendable, validate_somebody

MORNING = time(8)
"""The hour that stands for a day of the past of which no hour is known."""


class ReceiptRow(NamedTuple):
    """What is known of one recipient of a sending of the past."""

    organisation: Organisation
    opened_at: datetime | None = None
    acknowledged_at: datetime | None = None
    name: str = ""
    by: User | None = None
    note: str = ""


def member_associations(on: date) -> list[Organisation]:
    """Return the member associations of a day, in the order of their names."""
    members = Membership.objects.active_on(on).of_kind(MembershipKind.MEMBER_ASSOCIATION)
    wanted = members.order_by().values("organisation")
    return list(Organisation.objects.filter(pk__in=wanted).in_order())


def dispatch_document(
    *,
    document: OfficialDocument,
    on: date,
    by: User,
    organisations: Collection[Organisation] | None = None,
    due_on: date | None = None,
    message: str = "",
) -> Dispatch:
    """Forward a document to the member associations of the day, or to those chosen.

    Whoever has it already is left out. Each recipient gets a line with its name of that
    day and the day by which to acknowledge. Refuses what is secret, and a complaint letter.
    """
    rows = None if organisations is None else [ReceiptRow(one) for one in organisations]
    with verb("office.dispatch_document", by=by, about=document) as act:
        made = _dispatch(document, on, by, rows=rows, due_on=due_on, message=message)
        act.also_about(made)
        act.note(recipients=made.receipts.count())
        tell_associations(made.receipts.all(), DOCUMENT_FORWARDED, by)
    return made


def load_dispatch(
    *,
    document: OfficialDocument,
    on: date,
    rows: Sequence[ReceiptRow],
    by: User,
    due_on: date | None = None,
    scope: str = DispatchScope.ALL_MEMBERS,
) -> Dispatch:
    """Take over a sending of the past with what is known of each recipient.

    For lists that an older system kept; the rules are those of a sending of today.
    """
    for row in rows:
        if row.acknowledged_at is not None:
            validate_not_before("acknowledged_at", timezone.localdate(row.acknowledged_at), on)
    with verb("office.load_dispatch", by=by, about=document) as act:
        made = _dispatch(document, on, by, rows=rows, due_on=due_on, scope=scope)
        act.also_about(made)
        act.note(recipients=len(rows))
    return made


def cancel_dispatch(*, dispatch: Dispatch, reason: str, by: User) -> None:
    """Take back a sending made by mistake; it counts nowhere and leaves the desks.

    Refuses once somebody has acknowledged it: what was received is recalled, not undone.
    """
    validate_reason("reason", reason)
    with verb("office.cancel_dispatch", by=by, about=dispatch, reason=reason):
        lock(dispatch)
        if dispatch.cancelled_on is not None:
            raise ValidationError(_("This sending was cancelled already."))
        if dispatch.receipts.acknowledged().exists():
            raise ValidationError(
                _("Somebody has acknowledged it already. Recall the document instead.")
            )
        dispatch.cancelled_on, dispatch.cancellation_reason = today(), reason
        dispatch.save()
        _after_change(dispatch)


def restore_dispatch(*, dispatch: Dispatch, reason: str, by: User) -> None:
    """Let a sending stand again that was cancelled by mistake."""
    validate_reason("reason", reason)
    with verb("office.restore_dispatch", by=by, about=dispatch, reason=reason):
        lock(dispatch)
        if dispatch.cancelled_on is None:
            raise ValidationError(_("This sending was not cancelled."))
        dispatch.cancelled_on, dispatch.cancellation_reason = None, ""
        dispatch.save()
        _after_change(dispatch)


def remind_unread(*, dispatch: Dispatch, by: User) -> int:
    """Remind those who owe an acknowledgement, by mail and at their desk; return how many.

    The mails leave after the act, each to whoever acts for the association.
    """
    with verb("office.remind_unread", by=by, about=dispatch) as act:
        lock(dispatch)
        owed = list(Receipt.objects.owed().filter(dispatch=dispatch).order_by("pk"))
        if not owed:
            raise ValidationError(_("Nobody owes an acknowledgement of this sending."))
        for receipt in owed:
            receipt.reminded_at = timezone.now()
            receipt.reminders += 1
            receipt.save()
        act.note(reminded=len(owed))
        start_job(
            "office.mail_reminders",
            by=by,
            title=str(dispatch.document),
            receipts=[receipt.pk for receipt in owed],
        )
    return len(owed)


def moment_of(on: date) -> datetime:
    """Return the moment that a day stands for: now, or the morning of a day of the past."""
    if on == today():
        return timezone.now()
    return timezone.make_aware(datetime.combine(on, MORNING))


def _dispatch(
    document: OfficialDocument,
    on: date,
    by: User,
    *,
    rows: Sequence[ReceiptRow] | None,
    due_on: date | None,
    message: str = "",
    scope: str = "",
) -> Dispatch:
    validate_not_in_future("on", on)
    lock(document)
    validate_has_state(document, *DOCUMENT_VERBS["dispatch_document"])
    validate_sendable(document)
    validate_not_before("on", on, document.received_on or document.issued_on)
    scope = scope or (DispatchScope.ALL_MEMBERS if rows is None else DispatchScope.CHOSEN)
    if rows is None:
        rows = [ReceiptRow(one) for one in member_associations(on)]
    has_it = document.recipient_ids()
    rows = [row for row in rows if row.organisation.pk not in has_it]
    validate_somebody("organisations", rows)
    dispatch = Dispatch(
        document=document,
        sent_on=on,
        sent_by=by,
        scope=scope,
        due_on=due_on or due_after(on),
        message=message,
    )
    dispatch.full_clean()
    dispatch.save()
    # One act with one entry in the history, not one for each of thirty recipients.
    record_all(receipts_of(dispatch, rows))
    document.forwarded_on = min(document.forwarded_on or on, on)
    document.save()
    return dispatch


def receipts_of(dispatch: Dispatch, rows: Sequence[ReceiptRow]) -> list[Receipt]:
    """Return the lines of a sending, not stored yet, each recipient called as on that day."""
    names = _names_on([row.organisation for row in rows], dispatch.sent_on)
    return [
        Receipt(
            dispatch=dispatch,
            organisation=row.organisation,
            recipient=names.get(row.organisation.pk, row.organisation.name),
            sent_at=moment_of(dispatch.sent_on),
            due_on=dispatch.due_on,
            opened_at=row.opened_at or row.acknowledged_at,
            acknowledged_at=row.acknowledged_at,
            acknowledged_by=row.by if row.acknowledged_at else None,
            acknowledged_name=row.name if row.acknowledged_at else "",
            acknowledgement_note=row.note,
        )
        for row in rows
    ]


def _names_on(organisations: list[Organisation], on: date) -> dict[int, str]:
    """Return the former names borne on the day: one query, not one for each organisation."""
    dated = OrganisationName.objects.on(on).filter(organisation__in=organisations)
    return dict(dated.order_by("valid_from").values_list("organisation", "name"))


def due_after(on: date) -> date | None:
    """Return by when a document forwarded on a day is to be acknowledged, if that is set."""
    days = value_on(ACKNOWLEDGE_DAYS, on, default=None)
    return on + timedelta(days=days) if days else None


def _after_change(dispatch: Dispatch) -> None:
    """Open or close the document and the lines of a sending, and its day of forwarding."""
    receipts = list(dispatch.receipts.select_related("dispatch"))
    Receipt.after_all_recorded(receipts)
    document = dispatch.document
    first = document.dispatches.filter(cancelled_on=None).aggregate(first=Min("sent_on"))
    document.forwarded_on = first["first"]
    document.save()
