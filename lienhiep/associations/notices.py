"""What those who act for an association are told about what it stated."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.associations.models import Seat
from lienhiep.core.notices import NoticeKind, notice_kind, tell

STATEMENT_TAKEN_BACK = notice_kind(
    "associations.statement_taken_back",
    _("The office took your numbers back; please state them anew – %(record)s."),
    is_urgent=True,
)
STATEMENT_RESTORED = notice_kind(
    "associations.statement_restored", _("Your numbers count again – %(record)s.")
)


def tell_association(statement: Any, what: NoticeKind, by: Any) -> None:
    """Tell those who act for the association that made a statement."""
    acting = Seat.objects.acting_for([statement.organisation_id]).values("person")
    tell(recipients=User.objects.of_persons(acting), what=what, about=statement, by=by)
