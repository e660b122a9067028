"""Sponsorship promised and received, charity, and delegations."""

from __future__ import annotations

from datetime import date
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.events.choices import SPONSORSHIP_VERBS
from lienhiep.events.models import CharityEvent, Delegation, Sponsorship
from lienhiep.events.validators import validate_amount


def promise_sponsorship(*, by: User, **facts: Any) -> Sponsorship:
    """Record what a sponsor promised: in money, or in kind with its value in đồng."""
    with verb("events.promise_sponsorship", by=by) as act:
        sponsorship = Sponsorship(**facts)
        sponsorship.full_clean()
        sponsorship.save()
        act.about(sponsorship)
    return sponsorship


def receive_sponsorship(
    *, sponsorship: Sponsorship, on: date, by: User, amount: int | None = None
) -> None:
    """Record that a sponsorship came, and how much in đồng where it differs from the promise."""
    validate_not_in_future("on", on)
    with verb("events.receive_sponsorship", by=by, about=sponsorship):
        lock(sponsorship)
        validate_has_state(sponsorship, *SPONSORSHIP_VERBS["receive_sponsorship"])
        validate_not_before("on", on, sponsorship.promised_on)
        received = sponsorship.amount_promised if amount is None else amount
        validate_amount("amount", received, needed=True)
        sponsorship.received_on = on
        sponsorship.amount_received = received
        sponsorship.save()


def undo_receipt(*, sponsorship: Sponsorship, reason: str, by: User) -> None:
    """Take back a receipt recorded by mistake; the promise stands again."""
    validate_reason("reason", reason)
    with verb("events.undo_receipt", by=by, about=sponsorship, reason=reason):
        lock(sponsorship)
        validate_has_state(sponsorship, *SPONSORSHIP_VERBS["undo_receipt"])
        sponsorship.received_on = None
        sponsorship.amount_received = None
        sponsorship.save()


def release_sponsorship(*, sponsorship: Sponsorship, on: date, reason: str, by: User) -> None:
    """Give up a promise that will not be kept; it waits for nobody any more."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("events.release_sponsorship", by=by, about=sponsorship, reason=reason):
        lock(sponsorship)
        validate_has_state(sponsorship, *SPONSORSHIP_VERBS["release_sponsorship"])
        validate_not_before("on", on, sponsorship.promised_on)
        sponsorship.released_on = on
        sponsorship.release_reason = reason
        sponsorship.save()


def renew_promise(*, sponsorship: Sponsorship, reason: str, by: User) -> None:
    """Let a promise that was given up stand again."""
    validate_reason("reason", reason)
    with verb("events.renew_promise", by=by, about=sponsorship, reason=reason):
        lock(sponsorship)
        validate_has_state(sponsorship, *SPONSORSHIP_VERBS["renew_promise"])
        sponsorship.released_on = None
        sponsorship.release_reason = ""
        sponsorship.save()


def record_charity(*, by: User, **facts: Any) -> CharityEvent:
    """Record something done for others, and its value in đồng."""
    with verb("events.record_charity", by=by) as act:
        charity = CharityEvent(**facts)
        charity.full_clean()
        charity.save()
        act.about(charity)
    return charity


def record_delegation(*, by: User, **facts: Any) -> Delegation:
    """Record a delegation sent to another organisation, or received from it."""
    with verb("events.record_delegation", by=by) as act:
        delegation = Delegation(**facts)
        delegation.ends_on = delegation.ends_on or delegation.starts_on
        delegation.full_clean()
        delegation.save()
        act.about(delegation)
    return delegation
