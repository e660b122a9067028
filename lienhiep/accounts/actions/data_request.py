"""Requests of people about their own data, and the office's answers."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.choices import RequestState
from lienhiep.accounts.models import DataRequest, User
from lienhiep.accounts.notices import tell_of_answer
from lienhiep.accounts.reference_codes import DAYS_TO_ANSWER
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.core.reference import value_on

LONGEST_ANSWER = 20
"""Days, while nobody has entered what the law says."""


def ask_about_data(
    *, user: User, right: str, by: User, words: str = "", on: date | None = None
) -> DataRequest:
    """Put a request in the queue, with the day by which it must be answered.

    Refuses a second request for the same right while the first is waiting.
    """
    day = on or today()
    due = day + timedelta(days=value_on(DAYS_TO_ANSWER, day, LONGEST_ANSWER))
    request = DataRequest(user=user, right=right, words=words, asked_on=day, due_on=due)
    request.full_clean()
    with verb("accounts.ask_about_data", by=by) as act:
        # A form sent twice: the second waits here for the first, and then meets its row.
        User.objects.select_for_update().get(pk=user.pk)
        if DataRequest.objects.open().filter(user=user, right=right).exists():
            raise ValidationError({"right": _("Your earlier request for this is still waiting.")})
        request.save()
        act.about(request)
    return request


def answer_data_request(
    *, request: DataRequest, by: User, state: str, answer: str, on: date | None = None
) -> DataRequest:
    """Close a request as done or refused; a refusal says why."""
    if not request.is_open:
        raise ValidationError(_("The request has been answered already."))
    if state == RequestState.OPEN:
        raise ValidationError({"state": _("Say whether it was done or refused.")})
    if state == RequestState.REFUSED and not answer.strip():
        raise ValidationError({"answer": _("Write why, so that the person can complain.")})
    with verb("accounts.answer_data_request", by=by, about=request):
        request.state = state
        request.answer = answer
        request.answered_on = on or today()
        request.save()
        tell_of_answer(request, by)
    return request
