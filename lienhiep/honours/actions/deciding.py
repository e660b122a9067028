"""One decision, and the honours that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.reference import value_on
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, Person
from lienhiep.honours.actions import register
from lienhiep.honours.choices import HONOUR_VERBS, NOMINATION_VERBS, Ground
from lienhiep.honours.models import Honour, HonourForm, Nomination, Nominee
from lienhiep.honours.notices import NOMINATION_DECIDED, tell_honoured, tell_proposer
from lienhiep.honours.reference_codes import VOTE_PERCENT
from lienhiep.honours.validators import validate_one_subject
from lienhiep.office.models import OfficialDocument

WHOLE = 100


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One of those whom a decision honours, and what it says of them."""

    organisation: Organisation | None = None
    person: Person | None = None
    described_as: str = ""
    achievement: str = ""
    is_pupil: bool = False
    money: int | None = None
    certificate_number: str = ""
    nominee: Nominee | None = None


def decide_honours(
    *,
    form: HonourForm,
    awarding_body: Organisation,
    year: int,
    subjects: Sequence[Subject],
    by: User,
    on: date | None = None,
    document: OfficialDocument | None = None,
    symbol: str = "",
    ground: str = Ground.REGULAR,
    first_year: int | None = None,
    achievement: str = "",
    is_public: bool = True,
) -> list[Honour]:
    """Make the honours of one decision in one step: all of them, or none.

    `year` is the year rewarded, `on` the day of the decision, which a document in the
    register states by itself. What the Union gives receives its numbers in the honours
    register, in the order of the subjects.
    """
    if not subjects:
        raise ValidationError({"subjects": _("Name at least one collective or person.")})
    day = _day_of(document, on)
    with verb("honours.decide_honours", by=by) as act:
        made: list[Honour] = []
        for subject in subjects:
            validate_one_subject(subject.organisation, subject.person)
            honour = Honour(
                form=form,
                awarding_body=awarding_body,
                ground=ground,
                year_rewarded=year,
                first_year=first_year,
                organisation=subject.organisation,
                person=subject.person,
                described_as=subject.described_as,
                is_pupil=subject.is_pupil,
                achievement=subject.achievement or achievement,
                decision=document,
                decision_symbol="" if document else symbol,
                decided_on=day,
                certificate_number=subject.certificate_number,
                money=subject.money,
                is_public=is_public,
                nominee=subject.nominee,
            )
            _save_whole(honour)
            register.enter(honour, by)
            act.also_about(honour) if made else act.about(honour)
            made.append(honour)
        tell_honoured(made, by)
    return made


def decide_nomination(
    *,
    nomination: Nomination,
    by: User,
    on: date | None = None,
    document: OfficialDocument | None = None,
    symbol: str = "",
    nominees: Iterable[Nominee] | None = None,
    money_collective: int | None = None,
    money_person: int | None = None,
    is_public: bool = True,
) -> list[Honour]:
    """Decide a nomination: honours for all its nominees, or for those chosen among them.

    Refuses a nominee of whom the office has not said which record of the directory it is,
    and one whom the council gave fewer votes than it must.
    """
    day = _day_of(document, on)
    with verb("honours.decide_honours", by=by, about=nomination):
        lock(nomination)
        validate_has_state(nomination, *NOMINATION_VERBS["decide_honours"])
        validate_not_before("on", day, nomination.submitted_on)
        validate_not_before("on", day, nomination.council_on)
        chosen = list(nomination.nominees.all() if nominees is None else nominees)
        for nominee in chosen:
            _validate_ready(nominee, nomination, day)
        # Those whose decision was taken back are on record as proposed already.
        again = list(Honour.objects.filter(nominee__in=chosen, decided_on=None))
        for honour in again:
            decide_proposed(honour=honour, on=day, document=document, symbol=symbol, by=by)
        known = {honour.nominee_id for honour in again}
        fresh = [nominee for nominee in chosen if nominee.pk not in known]
        honours = again
        if fresh or not again:
            honours += decide_honours(
                form=nomination.form,
                awarding_body=nomination.awarding_body,
                year=nomination.year_rewarded,
                first_year=nomination.first_year,
                ground=nomination.ground,
                achievement=nomination.summary,
                subjects=[
                    _subject_of(nominee, money_collective, money_person) for nominee in fresh
                ],
                on=day,
                document=document,
                symbol=symbol,
                is_public=is_public,
                by=by,
            )
        nomination.decided_on = day
        nomination.save()
        tell_proposer(nomination, NOMINATION_DECIDED, by)
    return honours


def decide_proposed(
    *,
    honour: Honour,
    by: User,
    on: date | None = None,
    document: OfficialDocument | None = None,
    symbol: str = "",
) -> None:
    """Decide an honour whose earlier decision was taken back."""
    day = _day_of(document, on)
    with verb("honours.decide_honours", by=by, about=honour):
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["decide_honours"])
        honour.decided_on = day
        honour.decision = document  # type: ignore[assignment]  # the field may be empty
        honour.decision_symbol = "" if document else symbol
        _save_whole(honour)
        register.enter(honour, by)


def record_received_honour(
    *,
    form: HonourForm,
    awarding_body: Organisation,
    year: int,
    subject: Subject,
    by: User,
    on: date | None = None,
    document: OfficialDocument | None = None,
    symbol: str = "",
    ground: str = Ground.REGULAR,
    first_year: int | None = None,
    conferred_on: date | None = None,
    occasion: str = "",
    file: RecordFile | None = None,
    is_public: bool = True,
) -> Honour:
    """Record an honour that the Union, a member association or somebody of theirs received.

    Refuses what the Union itself gives: that begins with a nomination or a decision.
    """
    with verb("honours.record_received_honour", by=by):
        (honour,) = decide_honours(
            form=form,
            awarding_body=awarding_body,
            year=year,
            subjects=[subject],
            on=on,
            document=document,
            symbol=symbol,
            ground=ground,
            first_year=first_year,
            is_public=is_public,
            by=by,
        )
        if honour.is_given:
            raise ValidationError(
                {"awarding_body": _("The Union gives this itself. Begin with a nomination.")}
            )
        if conferred_on is not None or occasion or file is not None:
            honour.conferred_on, honour.occasion = conferred_on, occasion
            honour.file = file  # type: ignore[assignment]  # the field may be empty
            _save_whole(honour)
    return honour


def add_to_decision(
    *,
    honour: Honour,
    by: User,
    organisation: Organisation | None = None,
    person: Person | None = None,
    described_as: str = "",
    achievement: str = "",
    is_pupil: bool = False,
    certificate_number: str = "",
) -> Honour:
    """Record that the same decision honours somebody else as well, handed over alike."""
    with verb("honours.add_to_decision", by=by, about=honour) as act:
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["add_to_decision"])
        (other,) = decide_honours(
            form=honour.form,
            awarding_body=honour.awarding_body,
            year=honour.year_rewarded,
            first_year=honour.first_year,
            ground=honour.ground,
            subjects=[
                Subject(
                    organisation=organisation,
                    person=person,
                    described_as=described_as,
                    achievement=achievement or honour.achievement,
                    is_pupil=is_pupil,
                    certificate_number=certificate_number,
                )
            ],
            on=honour.decided_on,
            document=honour.decision,
            symbol=honour.decision_symbol,
            is_public=honour.is_public,
            by=by,
        )
        if honour.conferred_on is not None:
            other.conferred_on, other.occasion = honour.conferred_on, honour.occasion
            other.save()
        act.also_about(other)
    return other


def take_back_decision(*, honour: Honour, reason: str, by: User) -> None:
    """Take back a decision recorded by mistake; the honour is a proposal again.

    Its number in the honours register is void and is never given again. Refuses once the
    honour is handed over: then it can only be revoked.
    """
    validate_reason("reason", reason)
    with verb("honours.take_back_decision", by=by, about=honour, reason=reason):
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["take_back_decision"])
        register.strike(honour, by, reason)
        honour.decided_on = None
        honour.decision = None  # type: ignore[assignment]  # the field may be empty
        honour.decision_symbol = ""
        honour.save()
        _reopen(honour)


def _reopen(honour: Honour) -> None:
    """Let the nomination wait again where none of its honours is decided any more."""
    if honour.nominee is None:
        return
    nomination = honour.nominee.nomination
    left = Honour.objects.filter(nominee__nomination=nomination, decided_on__isnull=False)
    if not left.exists():
        nomination.decided_on = None
        nomination.save()


def _day_of(document: OfficialDocument | None, on: date | None) -> date:
    """Return the day of a decision: the one stated, which must be that of its document."""
    stated = document.issued_on if document is not None else None
    if on is None and stated is None:
        raise ValidationError({"on": _("Say on which day it was decided.")})
    if on is not None and stated is not None and on != stated:
        raise ValidationError(
            {"on": _("The document is of another day: %(day)s.") % {"day": f"{stated:%d/%m/%Y}"}}
        )
    day: Any = on or stated
    validate_not_in_future("on", day)
    return day  # type: ignore[no-any-return]


def _subject_of(
    nominee: Nominee, money_collective: int | None, money_person: int | None
) -> Subject:
    return Subject(
        organisation=nominee.organisation,
        person=nominee.person,
        described_as=nominee.described_as,
        achievement=nominee.achievement,
        is_pupil=nominee.is_pupil,
        money=money_collective if nominee.organisation_id else money_person,
        nominee=nominee,
    )


def _validate_ready(nominee: Nominee, nomination: Nomination, day: date) -> None:
    """Refuse a nominee who is not identified, or whom the council did not carry."""
    if not nominee.is_identified:
        raise ValidationError(
            {
                "nominees": _("Say first which record of the directory “%(name)s” is.")
                % {"name": nominee}
            }
        )
    needed = value_on(VOTE_PERCENT, day, default=None)
    if needed is None or nominee.votes_for is None or not nomination.votes_of:
        return
    if nominee.votes_for * WHOLE < needed * nomination.votes_of:
        raise ValidationError(
            {
                "nominees": _("%(name)s has %(votes)s of %(all)s votes; %(needed)s %% are needed.")
                % {
                    "name": nominee,
                    "votes": nominee.votes_for,
                    "all": nomination.votes_of,
                    "needed": needed,
                }
            }
        )


def _save_whole(honour: Honour) -> None:
    """Save an honour that can stand; a refusal names whom it concerns.

    One decision names many: without the name nobody would know which of them is refused.
    """
    try:
        honour.full_clean()
    except ValidationError as refusal:
        if honour.subject is None:
            raise
        raise ValidationError(
            {
                field: [f"{honour.subject}: {message}" for message in messages]
                for field, messages in refusal.message_dict.items()
            }
        ) from refusal
    honour.save()
