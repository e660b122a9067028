"""What proposers are told about their nominations, and people about their honours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.associations.models import Seat
from lienhiep.core.notices import NoticeKind, notice_kind, tell, tell_each
from lienhiep.honours.models import Honour, Nomination

NOMINATION_RETURNED = notice_kind(
    "honours.nomination_returned",
    _("A nomination was returned to be completed – %(record)s."),
    is_urgent=True,
)
NOMINATION_REFUSED = notice_kind(
    "honours.nomination_refused", _("A nomination was refused – %(record)s.")
)
NOMINATION_DECIDED = notice_kind(
    "honours.nomination_decided", _("A nomination was decided – %(record)s.")
)
HONOURED = notice_kind("honours.honoured", _("You are honoured – %(record)s."))


def tell_proposer(nomination: Nomination, what: NoticeKind, by: Any) -> None:
    """Tell those who act for the proposer of a nomination."""
    acting = Seat.objects.acting_for([nomination.proposer_id]).values("person")
    tell(recipients=User.objects.of_persons(acting), what=what, about=nomination, by=by)


def tell_honoured(honours: Iterable[Honour], by: Any) -> None:
    """Tell each person who was honoured and has an account."""
    by_person = {honour.person_id: honour for honour in honours if honour.person_id}
    users = User.objects.of_persons(by_person)
    pairs = [(user, by_person[user.person_id]) for user in users]
    tell_each(pairs=pairs, what=HONOURED, by=by)
