"""Prizes: decided, numbered, withdrawn."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.accounts.models import User
from lienhiep.contests.choices import EDITION_VERBS, ENTRY_VERBS, PRIZE_VERBS
from lienhiep.contests.models import Edition, Entry, Prize, PrizeLevel
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.numbering import take_number
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.office.models import OfficialDocument

CERTIFICATES = "contests.certificate"
"""The book of certificates, one series for each year."""


def award_prize(
    *,
    entry: Entry,
    level: PrizeLevel,
    on: date,
    by: User,
    document: OfficialDocument | None = None,
    amount: int | None = None,
) -> Prize:
    """Give an entry a prize of its own edition, by the decision of a day.

    Refuses while any juror still owes a score, because a late one would change the ranking
    after the certificate is printed; more prizes than the level has; and a day that is not
    after the deadline.
    """
    validate_not_in_future("on", on)
    with verb("contests.award_prize", by=by) as act:
        lock(entry)
        edition = entry.edition
        lock(edition)
        validate_has_state(entry, *ENTRY_VERBS["award_prize"])
        validate_has_state(edition, *EDITION_VERBS["award_prize"])
        if on <= edition.deadline:
            raise ValidationError({"on": _("A prize is decided after the deadline.")})
        validate_all_scores_in(entry)
        validate_room(level)
        prize = Prize(
            entry=entry,
            edition=edition,
            level=level,
            decided_on=on,
            document=document,
            amount=level.amount if amount is None else amount,
        )
        prize.full_clean()
        prize.save()
        act.about(prize)
        act.also_about(entry)
    return prize


def withdraw_prize(*, prize: Prize, on: date, reason: str, by: User) -> None:
    """Withdraw a prize; it leaves the site and the figures at once."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.withdraw_prize", by=by, about=prize, reason=reason):
        lock(prize)
        validate_has_state(prize, *PRIZE_VERBS["withdraw_prize"])
        validate_not_before("on", on, prize.decided_on)
        prize.withdrawn_on = on
        prize.withdrawal_reason = reason
        prize.save()


def restore_prize(*, prize: Prize, reason: str, by: User) -> None:
    """Give a withdrawn prize back, while its level still has room."""
    validate_reason("reason", reason)
    with verb("contests.restore_prize", by=by, about=prize, reason=reason):
        lock(prize)
        validate_has_state(prize, *PRIZE_VERBS["restore_prize"])
        validate_room(prize.level)
        prize.withdrawn_on = None
        prize.withdrawal_reason = ""
        prize.save()


def issue_certificates(*, edition: Edition, on: date, by: User) -> int:
    """Number the certificates of all prizes that have none, from the highest level down.

    Returns how many were numbered. A national certificate bears the number of who issued it.
    """
    validate_not_in_future("on", on)
    with verb("contests.issue_certificates", by=by, about=edition) as act:
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["issue_certificates"])
        if edition.is_national:
            raise ValidationError(_("Certificates of a national edition are numbered there."))
        prizes = list(
            edition.prizes.standing().filter(certificate_number="").with_names().in_order()
        )
        for prize in prizes:
            validate_not_before("on", on, prize.decided_on)
            number = take_number(book=CERTIFICATES, year=on.year, for_record=prize, by=by)
            prize.certificate_number = f"{number:03}/{on.year}"
            prize.save()
        act.note(certificates=len(prizes))
    return len(prizes)


def validate_all_scores_in(entry: Entry) -> None:
    """Refuse while a juror owes a score for an entry."""
    owed = entry.scores.owed().count()
    if owed:
        raise ValidationError(
            ngettext(
                "%(count)s juror has not scored this entry yet.",
                "%(count)s jurors have not scored this entry yet.",
                owed,
            )
            % {"count": owed}
        )


def validate_room(level: PrizeLevel) -> None:
    """Refuse one prize more than a level has."""
    if level.at_most is None:
        return
    if Prize.objects.standing().filter(level=level).count() >= level.at_most:
        raise ValidationError(
            {
                "level": _("All %(most)s prizes of the level “%(level)s” have been given.")
                % {"most": level.at_most, "level": level}
            }
        )
