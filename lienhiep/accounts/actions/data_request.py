"""Requests of people about their own data, and what the office does with each.

The person is told each step by mail, in the background.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.accounts.actions.telling import tell_about_request
from lienhiep.accounts.choices import ConsentChannel, DataRight, RequestState
from lienhiep.accounts.models import DataRequest, User
from lienhiep.accounts.notices import tell_of_answer
from lienhiep.accounts.reference_codes import (
    DAYS_BY_RIGHT,
    DAYS_TO_ANSWER,
    WORKING_DAYS_TO_ACKNOWLEDGE,
)
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.locking import lock
from lienhiep.core.models.files import RecordFile
from lienhiep.core.period import today
from lienhiep.core.personal import Erased, erase
from lienhiep.core.reference import value_on
from lienhiep.core.validators import validate_not_in_future, validate_reason
from lienhiep.core.working_days import after_working_days

LONGEST_ANSWER = 20
"""Days, while nobody has entered what the law says."""


def days_to_answer(right: str, on: date) -> int:
    """Return within how many days a request for a right made on a day is answered."""
    general: int = value_on(DAYS_TO_ANSWER, on, LONGEST_ANSWER)
    by_right: dict[str, int] = value_on(DAYS_BY_RIGHT, on, default={})
    return by_right.get(right, general)


def ask_about_data(
    *,
    right: str,
    by: User,
    user: User | None = None,
    person: Any = None,
    words: str = "",
    on: date | None = None,
    channel: str = ConsentChannel.WEBSITE,
) -> DataRequest:
    """Put a request in the queue, with the days by which it is acknowledged and answered.

    Refuses a second request for the same right while the first is waiting.
    """
    day = on or today()
    validate_not_in_future("on", day)
    account = user or getattr(person, "account", None)
    request = DataRequest(
        user=account,
        person=person or (account.person if account else None),
        right=right,
        words=words,
        channel=channel,
        asked_on=day,
        acknowledge_by=_acknowledge_by(day),
        due_on=day + timedelta(days=days_to_answer(right, day)),
    )
    request.full_clean()
    with verb("accounts.ask_about_data", by=by) as act:
        # A form sent twice: the second waits here for the first, and then meets its row.
        if request.user is not None:
            User.objects.select_for_update().get(pk=request.user.pk)
        waiting = DataRequest.objects.open().filter(right=right)
        if waiting.filter(user=request.user, person=request.person).exists():
            raise ValidationError({"right": _("Your earlier request for this is still waiting.")})
        request.save()
        act.about(request)
        _tell(request, "received", by)
    return request


def acknowledge_request(*, request: DataRequest, by: User, on: date | None = None) -> None:
    """Tell the person that the request came and by when it is answered."""
    day = on or today()
    validate_not_in_future("on", day)
    with verb("accounts.acknowledge_request", by=by, about=request):
        _open(request)
        if request.acknowledged_on is not None:
            raise ValidationError(_("The request has been acknowledged already."))
        request.acknowledged_on = day
        request.save()
        _tell(request, "acknowledged", by)


def extend_request(*, request: DataRequest, days: int, reason: str, by: User) -> None:
    """Put off the day of the answer, once, by no more than the first term, and say why."""
    validate_reason("reason", reason)
    with verb("accounts.extend_request", by=by, about=request, reason=reason):
        _open(request)
        if request.extended_on is not None:
            raise ValidationError(_("The term has been extended once already."))
        most = days_to_answer(request.right, request.asked_on)
        if not 1 <= days <= most:
            raise ValidationError({"days": _("Extend by 1 to %(most)s days.") % {"most": most}})
        if request.due_on < today():
            raise ValidationError(_("The term is over. Answer the request now."))
        request.extended_on = today()
        request.extension_reason = reason
        request.due_on += timedelta(days=days)
        request.save()
        _tell(request, "extended", by)


def answer_data_request(
    *,
    request: DataRequest,
    by: User,
    state: str,
    answer: str,
    on: date | None = None,
    ground: str = "",
    answer_file: RecordFile | None = None,
) -> DataRequest:
    """Close a request as done or refused; a refusal says why."""
    if not request.is_open:
        raise ValidationError(_("The request has been answered already."))
    if state == RequestState.OPEN:
        raise ValidationError({"state": _("Say whether it was done or refused.")})
    if state == RequestState.REFUSED and not answer.strip():
        raise ValidationError({"answer": _("Write why, so that the person can complain.")})
    day = on or today()
    with verb("accounts.answer_data_request", by=by, about=request):
        _open(request)
        request.state = state
        request.answer = answer
        request.ground = ground
        request.answer_file = answer_file or request.answer_file
        request.answered_on = day
        # An answer within the days for it says that the request came, too.
        request.acknowledged_on = request.acknowledged_on or day
        request.save()
        tell_of_answer(request, by)
        _tell(request, "refused" if state == RequestState.REFUSED else "done", by)
    return request


def fulfil_request(
    *, request: DataRequest, answer: str, by: User, answer_file: RecordFile | None = None
) -> None:
    """Answer that what was asked is done; for an erasure, only after the data are gone."""
    if request.right == DataRight.ERASE and request.person_id and request.erased_on is None:
        raise ValidationError(_("Erase the data first, or refuse the request with its ground."))
    answer_data_request(
        request=request, by=by, state=RequestState.DONE, answer=answer, answer_file=answer_file
    )


def refuse_request(*, request: DataRequest, ground: str, answer: str, by: User) -> None:
    """Refuse with the ground that the law knows, in words with which one can complain."""
    if not ground:
        raise ValidationError({"ground": _("Choose the legal ground.")})
    answer_data_request(
        request=request, by=by, state=RequestState.REFUSED, answer=answer, ground=ground
    )


def end_restriction(*, request: DataRequest, reason: str, by: User) -> None:
    """Let the data be shown again that were restricted at the wish of the person."""
    validate_reason("reason", reason)
    with verb("accounts.end_restriction", by=by, about=request, reason=reason):
        lock(request)
        if not request.restricts:
            raise ValidationError(_("Nothing is restricted because of this request."))
        request.restriction_ended_on = today()
        request.save()
        _tell(request, "restriction_ended", by)


def erase_on_request(*, request: DataRequest, typed_name: str, by: User) -> Erased:
    """Erase the person of a request, who asked for it, and close it with what was done.

    The name is typed once more, so that nobody is erased by a slip. What is kept, and why,
    stands in the answer. The person is told before the address is gone.
    """
    _open(request)
    if request.right != DataRight.ERASE or request.person is None:
        raise ValidationError(_("This request asks for no erasure of a person on record."))
    if " ".join(typed_name.split()).casefold() != request.person.full_name.casefold():
        raise ValidationError({"typed_name": _("Type the name as it stands above.")})
    person = request.person
    # At once, not in the background: by then nothing would say where to.
    told = tell_about_request(request=request, step="erased")
    reason = _("Request no. %(number)s of %(day)s") % {
        "number": request.pk,
        "day": date_format(request.asked_on, "DATE_FORMAT"),
    }
    erased = erase(person=person, by=by, reason=reason)
    kept = dict.fromkeys(f"{one.label}: {one.kept_because}" for one in erased.kept)
    request.refresh_from_db()
    with verb("accounts.erase_on_request", by=by, about=request) as act:
        lock(request)
        request.erased_on = today()
        request.state = RequestState.DONE
        request.answered_on = today()
        request.acknowledged_on = request.acknowledged_on or today()
        parts = [_("%(number)s data were erased.") % {"number": erased.data}]
        if kept:
            # Labels may name what a kept record is about; those of the person are gone by now.
            parts.append(_("Kept by law: %(number)s data.") % {"number": len(erased.kept)})
        request.answer = " ".join(parts)
        request.save()
        act.note(erased=erased.data, kept=len(erased.kept), told=told)
    return erased


def _open(request: DataRequest) -> None:
    lock(request)
    if not request.is_open:
        raise ValidationError(_("The request has been answered already."))


def _acknowledge_by(day: date) -> date | None:
    working = value_on(WORKING_DAYS_TO_ACKNOWLEDGE, day, default=None)
    return after_working_days(day, working) if working is not None else None


def _tell(request: DataRequest, step: str, by: User | None) -> None:
    start_job("accounts.tell_about_request", by=by, request_id=request.pk, step=step)
