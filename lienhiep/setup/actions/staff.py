"""Inviting everybody of the office at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lienhiep.accounts.actions import invite_user
from lienhiep.accounts.models import User


class RowsRefused(ValidationError):
    """Rows that cannot be recorded: the refusal of each, by its place among the rows."""

    def __init__(self, rows: dict[int, ValidationError]) -> None:
        super().__init__(_("Nothing was recorded. Correct the rows that are marked."))
        self.rows = rows


def invite_staff(*, people: Sequence[dict[str, Any]], by: User) -> list[User]:
    """Make an account for each, with roles; all or none, so that a list is never half done."""
    refused: dict[int, ValidationError] = {}
    made: list[User] = []
    with transaction.atomic():
        for place, person in enumerate(people):
            try:
                with transaction.atomic():
                    made.append(invite_user(by=by, **person))
            except ValidationError as refusal:
                refused[place] = refusal
        if refused:
            raise RowsRefused(refused)
    return made
