"""The way of an entry to the national round, and what comes back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.accounts.models import User
from lienhiep.contests.choices import ENTRY_VERBS, NOMINATION_VERBS
from lienhiep.contests.models import Edition, Entry, Nomination, Prize, PrizeLevel
from lienhiep.contests.naming import without_consent
from lienhiep.contests.notices import ENTRY_NOMINATED, NATIONAL_RESULT, tell_people_of
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.office.models import OfficialDocument


def nominate_entry(
    *,
    entry: Entry,
    on: date,
    by: User,
    edition: Edition | None = None,
    document: OfficialDocument | None = None,
) -> Nomination:
    """Send an entry of the province to the national edition that its own leads to.

    Refuses while an author has not agreed to it, and says who; and after the deadline of
    the national edition.
    """
    validate_not_in_future("on", on)
    with verb("contests.nominate_entry", by=by) as act:
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["nominate_entry"])
        target = edition or entry.edition.leads_to
        if target is None or not target.is_national:
            raise ValidationError(_("No national edition is named to which this one leads."))
        validate_not_before("on", on, entry.received_on)
        if on > target.deadline:
            raise ValidationError(
                {"on": _("The last day for entries of %(edition)s is over.") % {"edition": target}}
            )
        if silent := without_consent(entry, ConsentPurpose.NATIONAL_ROUND):
            raise ValidationError(
                _("No consent to the national round is on record of: %(names)s.")
                % {"names": ", ".join(silent)}
            )
        nomination = Nomination(entry=entry, edition=target, sent_on=on, document=document)
        nomination.full_clean()
        nomination.save()
        act.about(nomination)
        act.also_about(entry)
        tell_people_of(entry, ENTRY_NOMINATED, by)
    return nomination


def recall_nomination(*, nomination: Nomination, on: date, reason: str, by: User) -> None:
    """Recall a nomination of which no result is known; it counts no more."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.recall_nomination", by=by, about=nomination, reason=reason):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["recall_nomination"])
        validate_not_before("on", on, nomination.sent_on)
        nomination.recalled_on = on
        nomination.recall_reason = reason
        nomination.save()


def restore_nomination(*, nomination: Nomination, reason: str, by: User) -> None:
    """Take back a recall."""
    validate_reason("reason", reason)
    with verb("contests.restore_nomination", by=by, about=nomination, reason=reason):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["restore_nomination"])
        nomination.recalled_on = None
        nomination.recall_reason = ""
        nomination.save()


def record_national_result(
    *,
    nomination: Nomination,
    on: date,
    by: User,
    level: PrizeLevel | None = None,
    decided_on: date | None = None,
    document: OfficialDocument | None = None,
    certificate_number: str = "",
    amount: int | None = None,
) -> Prize | None:
    """Record what became of a nomination: a prize of the national edition, or none.

    The prize counts by the day of its own decision; `on` is the day on which the result
    reached the province, and from then on it stands on the site.
    """
    validate_not_in_future("on", on)
    with verb("contests.record_national_result", by=by, about=nomination) as act:
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["record_national_result"])
        validate_not_before("on", on, nomination.sent_on)
        nomination.result_on = on
        nomination.save()
        tell_people_of(nomination.entry, NATIONAL_RESULT, by)
        if level is None:
            return None
        decided = decided_on or on
        validate_not_in_future("decided_on", decided)
        validate_not_before("on", on, decided)
        prize = _withdrawn_before(nomination) or Prize(
            entry=nomination.entry, edition=nomination.edition
        )
        prize.level = level
        prize.decided_on = decided
        prize.document = document
        prize.certificate_number = certificate_number
        prize.amount = level.amount if amount is None else amount
        prize.published_on = on
        prize.withdrawn_on = None
        prize.withdrawal_reason = ""
        prize.full_clean()
        prize.save()
        act.also_about(prize)
    return prize


def take_back_national_result(*, nomination: Nomination, reason: str, by: User) -> None:
    """Take back a result recorded by mistake; a prize recorded with it is withdrawn."""
    validate_reason("reason", reason)
    with verb("contests.take_back_national_result", by=by, about=nomination, reason=reason):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["take_back_national_result"])
        prize = nomination.prize
        nomination.result_on = None
        nomination.save()
        if prize is not None:
            prize.withdrawn_on = max(prize.decided_on, prize.published_on or prize.decided_on)
            prize.withdrawal_reason = reason
            prize.save()


def _withdrawn_before(nomination: Nomination) -> Prize | None:
    """Return the prize of an earlier record that was taken back: one row for entry and edition."""
    return Prize.objects.filter(entry=nomination.entry, edition=nomination.edition).first()
