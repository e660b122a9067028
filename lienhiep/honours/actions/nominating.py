"""A nomination on its way: proposed, voted on, returned, refused or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.period import today
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, Person
from lienhiep.honours.choices import NOMINATION_VERBS, Ground
from lienhiep.honours.models import HonourForm, Nomination, Nominee
from lienhiep.honours.notices import NOMINATION_REFUSED, NOMINATION_RETURNED, tell_proposer
from lienhiep.honours.validators import validate_form_suits, validate_votes


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody to be nominated: a record of the directory, or just a name as written."""

    organisation: Organisation | None = None
    person: Person | None = None
    written_name: str = ""
    described_as: str = ""
    achievement: str = ""
    is_pupil: bool = False


def nominate(
    *,
    proposer: Organisation,
    form: HonourForm,
    awarding_body: Organisation,
    year: int,
    candidates: Sequence[Candidate],
    by: User,
    on: date | None = None,
    ground: str = Ground.REGULAR,
    first_year: int | None = None,
    summary: str = "",
    report: RecordFile | None = None,
) -> Nomination:
    """Propose that some be honoured; `on` is the day on which it reached the office.

    Refuses a nomination of nobody, and a form that is not for those named.
    """
    if not candidates:
        raise ValidationError({"candidates": _("Name at least one collective or person.")})
    with verb("honours.nominate", by=by) as act:
        nomination = Nomination(
            proposer=proposer,
            form=form,
            awarding_body=awarding_body,
            ground=ground,
            year_rewarded=year,
            first_year=first_year,
            summary=summary,
            report=report,
            submitted_on=on or today(),
        )
        nomination.full_clean()
        nomination.save()
        act.about(nomination)
        _name(nomination, candidates)
    return nomination


def resubmit_nomination(
    *,
    nomination: Nomination,
    by: User,
    summary: str | None = None,
    report: RecordFile | None = None,
    candidates: Sequence[Candidate] | None = None,
) -> None:
    """Send a returned nomination in again, completed; new candidates take the place of the old."""
    with verb("honours.resubmit_nomination", by=by, about=nomination):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["resubmit_nomination"])
        nomination.returned_on, nomination.return_reason = None, ""
        if summary is not None:
            nomination.summary = summary
        if report is not None:
            nomination.report = report  # type: ignore[assignment]  # the field may be empty
        nomination.full_clean()
        nomination.save()
        if candidates:
            for nominee in nomination.nominees.all():
                nominee.delete()
            _name(nomination, candidates)


def record_votes(
    *,
    nomination: Nomination,
    on: date,
    votes_of: int,
    votes: Mapping[Nominee, int],
    by: User,
    minutes: RecordFile | None = None,
) -> None:
    """Record how the council voted (hội đồng thi đua, khen thưởng): on each nominee apart."""
    validate_not_in_future("on", on)
    with verb("honours.record_votes", by=by, about=nomination):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["record_votes"])
        validate_not_before("on", on, nomination.submitted_on)
        if votes_of < 1:
            raise ValidationError({"votes_of": _("At least one member votes.")})
        nomination.council_on, nomination.votes_of = on, votes_of
        if minutes is not None:
            nomination.minutes = minutes  # type: ignore[assignment]  # the field may be empty
        nomination.save()
        for nominee, votes_for in votes.items():
            validate_votes(votes_for, votes_of)
            nominee.votes_for = votes_for
            nominee.save()


def return_nomination(*, nomination: Nomination, on: date, reason: str, by: User) -> None:
    """Return a nomination to its proposer, who reads what is to be completed.

    A vote on it falls away: the council votes on what comes back.
    """
    _validate_step_back(on, reason)
    with verb("honours.return_nomination", by=by, about=nomination, reason=reason):
        _hold(nomination, "return_nomination", on)
        nomination.council_on = nomination.votes_of = None
        for nominee in nomination.nominees.exclude(votes_for=None):
            nominee.votes_for = None
            nominee.save()
        nomination.returned_on, nomination.return_reason = on, reason.strip()
        nomination.save()
        tell_proposer(nomination, NOMINATION_RETURNED, by)


def refuse_nomination(*, nomination: Nomination, on: date, reason: str, by: User) -> None:
    """Refuse a nomination as a whole; the proposer reads the reason."""
    _validate_step_back(on, reason)
    with verb("honours.refuse_nomination", by=by, about=nomination, reason=reason):
        _hold(nomination, "refuse_nomination", on)
        nomination.refused_on, nomination.refusal_reason = on, reason.strip()
        nomination.save()
        tell_proposer(nomination, NOMINATION_REFUSED, by)


def withdraw_nomination(*, nomination: Nomination, reason: str, by: User) -> None:
    """Withdraw a nomination that is not decided yet."""
    _validate_step_back(today(), reason)
    with verb("honours.withdraw_nomination", by=by, about=nomination, reason=reason):
        _hold(nomination, "withdraw_nomination", today())
        nomination.withdrawn_on, nomination.withdrawal_reason = today(), reason.strip()
        nomination.save()


def reopen_nomination(*, nomination: Nomination, reason: str, by: User) -> None:
    """Take back a refusal or a withdrawal; the nomination waits for the office again."""
    validate_reason("reason", reason)
    with verb("honours.reopen_nomination", by=by, about=nomination, reason=reason):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["reopen_nomination"])
        nomination.refused_on, nomination.refusal_reason = None, ""
        nomination.withdrawn_on, nomination.withdrawal_reason = None, ""
        nomination.save()


def _validate_step_back(on: date, reason: str) -> None:
    validate_not_in_future("on", on)
    validate_reason("reason", reason)


def _hold(nomination: Nomination, name: str, on: date) -> None:
    """Hold a nomination that admits a verb on a day."""
    lock(nomination)
    validate_has_state(nomination, *NOMINATION_VERBS[name])
    validate_not_before("on", on, nomination.submitted_on)


def _name(nomination: Nomination, candidates: Sequence[Candidate]) -> None:
    for position, candidate in enumerate(candidates, start=1):
        nominee = Nominee(
            nomination=nomination,
            organisation=candidate.organisation,
            person=candidate.person,
            written_name=candidate.written_name,
            described_as=candidate.described_as,
            achievement=candidate.achievement,
            is_pupil=candidate.is_pupil,
            position=position,
        )
        if nominee.subject is not None:
            validate_form_suits(nomination.form, is_person=nominee.person_id is not None)
        nominee.full_clean()
        nominee.save()
