"""Why somebody is refused, said so that they know whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.core.principals import SIGNED_IN, principals
from lienhiep.core.roles import label_of_key
from lienhiep.core.rules.policy import VIEW, policy_of


@dataclass(frozen=True)
class Refusal:
    """What was refused, the reason, and who could open the door."""

    what: str
    why: str
    who_may: list[str]


class Refused(PermissionDenied):
    """A refusal that can say why; shown by the 403 page."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.why)
        self.refusal = refusal


def why_not(user: Any, verb: str, model: type[models.Model], row: Any = None) -> Refusal:
    """Explain a refusal without giving away what the record says."""
    policy = policy_of(model)
    held = principals(user)
    kind = str(model._meta.verbose_name)
    keys = policy.readers_of_all if verb == VIEW else policy.verbs.get(verb, frozenset())
    if SIGNED_IN not in held:
        why = _("You are not signed in.")
    elif held & keys and row is not None:
        why = _("Your role allows this, but not for this record as it stands now.")
    else:
        why = _("None of your roles allows this.")
    return Refusal(what=kind, why=why, who_may=sorted(filter(None, map(label_of_key, keys))))
