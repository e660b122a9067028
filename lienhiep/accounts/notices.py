"""What people are told about their account and their requests."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import DataRequest, User
from lienhiep.core.notices import NoticeKind, notice_kind, tell


def _role_in_words(words: dict[str, Any]) -> dict[str, Any]:
    known = words["role"] in Role.values
    return {"role": str(Role(words["role"]).label) if known else words["role"]}


ROLE_GIVEN = notice_kind(
    "accounts.role_given", _("You were given a role – %(role)s."), in_words=_role_in_words
)
ROLE_ENDED = notice_kind(
    "accounts.role_ended", _("A role of yours has ended – %(role)s."), in_words=_role_in_words
)
REQUEST_ANSWERED = notice_kind(
    "accounts.request_answered", _("Your request about your data was answered.")
)


def tell_of_role(user: User, what: NoticeKind, role: str, by: Any) -> None:
    """Tell somebody that a role came or went."""
    tell(recipients=[user], what=what, by=by, url=reverse("accounts_mine"), role=role)


def tell_of_answer(request: DataRequest, by: Any) -> None:
    """Tell somebody that the office has answered."""
    tell(
        recipients=[request.user] if request.user_id else [],
        what=REQUEST_ANSWERED,
        about=request,
        url=reverse("accounts_my_data"),
        by=by,
    )
