"""What is valid in advice and science, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.advisory.choices import CouncilRole, PerformerRole


def validate_one_lead(roles: Sequence[str]) -> None:
    """Refuse a task that nobody leads, or that two lead."""
    leads = sum(role == PerformerRole.LEAD for role in roles)
    if leads != 1:
        raise ValidationError(
            {
                "performers": _("Exactly one body leads the work; here %(count)s do.")
                % {"count": leads}
            }
        )


def validate_council(roles: Sequence[str], least: int, most: int) -> None:
    """Refuse a council without a chairman and a secretary, too small or too large."""
    for role, missing in (
        (CouncilRole.CHAIRMAN, _("The council needs exactly one chairman.")),
        (CouncilRole.SECRETARY, _("The council needs exactly one secretary.")),
    ):
        if list(roles).count(role) != 1:
            raise ValidationError(missing)
    if not least <= len(roles) <= most:
        raise ValidationError(
            _("A council has %(least)s to %(most)s members; this one has %(count)s.")
            % {"least": least, "most": most, "count": len(roles)}
        )


def validate_votes(present: int | None, agreed: int | None, members: int) -> None:
    """Refuse more voices than people who were there, and more people than the council has."""
    if present is not None and present > members:
        raise ValidationError(
            {"present": _("The council has only %(members)s members.") % {"members": members}}
        )
    if agreed is not None and agreed > (present or 0):
        raise ValidationError({"agreed": _("More agreed than were present.")})


def validate_among(field: str, value: str, choices: type[models.TextChoices]) -> None:
    """Refuse what is not on the list; Django asks so only of fields that a form edits."""
    if value not in choices.values:
        raise ValidationError({field: _("“%(value)s” is not on the list.") % {"value": value}})
