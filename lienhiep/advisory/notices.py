"""What experts are told about their seats and papers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.core.notices import NoticeKind, notice_kind, tell

NAMED_TO_COUNCIL = notice_kind(
    "advisory.named_to_council",
    _("You are named for a council; please state your interest – %(record)s."),
    is_urgent=True,
)
COUNCIL_SET_UP = notice_kind(
    "advisory.council_set_up",
    _("The council is set up; your paper is awaited – %(record)s."),
    is_urgent=True,
)
PAPER_GIVEN_BACK = notice_kind(
    "advisory.paper_given_back",
    _("Your paper was given back to be completed – %(record)s."),
    is_urgent=True,
)
DELEGATE_NAMED = notice_kind(
    "advisory.delegate_named", _("You are named to sit for the Union in “%(record)s”.")
)


def tell_expert(person: Any, what: NoticeKind, about: models.Model, by: Any) -> None:
    """Tell an expert who has an account."""
    tell(recipients=User.objects.of_persons([person]), what=what, about=about, by=by)
