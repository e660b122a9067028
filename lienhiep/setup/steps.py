"""The steps of the first hour: what each is for, and whether its records stand already.

A step counts as done where its records say so, whoever made them and on whatever screen. What
is left out is the only thing that is noted by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from lienhiep.accounts.choices import STAFF_ROLES
from lienhiep.accounts.models import User
from lienhiep.associations.models import Membership
from lienhiep.core.models import NumberBook, SiteKind, UnionIdentity
from lienhiep.setup.actions.union import LEFT_OUT
from lienhiep.visits.models import DailyTally

DONE, LEFT, OPEN = "done", "left_out", "open"


@dataclass(frozen=True)
class Step:
    """One page of the first hour."""

    code: str
    title: Any
    about: Any
    is_done: Callable[[UnionIdentity], bool]

    @property
    def url(self) -> str:
        """The address of its page."""
        return reverse(f"setup_{self.code}")


@dataclass(frozen=True)
class Standing:
    """A step as it stands now."""

    step: Step
    state: str
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor left out."""
        return self.state == OPEN


def names_are_set(union: UnionIdentity) -> bool:
    """Whether letters and the site can name the Union and where it is."""
    return bool(union.name and union.place and union.address and union.province_code)


def footer_is_set(union: UnionIdentity) -> bool:
    """Whether the law finds at the foot what it asks for."""
    has_licence = union.licence_number and union.licence_date
    needs_none = union.site_kind == SiteKind.OWN
    return bool(union.legal_footer and union.responsible_person and (needs_none or has_licence))


def staff_is_invited(union: UnionIdentity) -> bool:
    """Whether somebody else of the office has an account."""
    return User.objects.active().holding(*STAFF_ROLES).count() > 1


def numbers_are_set(union: UnionIdentity) -> bool:
    """Whether a counter or a register goes on from before, or has begun by itself."""
    return DailyTally.objects.openings().exists() or NumberBook.objects.filter(last__gt=0).exists()


STEPS = (
    Step(
        "names",
        pgettext_lazy("setup", "Names and address"),
        pgettext_lazy("setup", "What stands at the head of documents and of the site."),
        names_are_set,
    ),
    Step(
        "pictures",
        pgettext_lazy("setup", "Logo and seal"),
        pgettext_lazy("setup", "The logo for all to see; the seal where nobody can take it."),
        lambda union: union.logo_id is not None,
    ),
    Step(
        "associations",
        pgettext_lazy("setup", "Member associations"),
        pgettext_lazy("setup", "From a spreadsheet, or typed in a few rows."),
        lambda union: Membership.objects.exists(),
    ),
    Step(
        "staff",
        pgettext_lazy("setup", "People of the office"),
        pgettext_lazy("setup", "Invite everybody at once, each with a role."),
        staff_is_invited,
    ),
    Step(
        "menu",
        pgettext_lazy("setup", "Menu and first pages"),
        pgettext_lazy("setup", "Which parts of the site readers find, and what they read first."),
        lambda union: bool(union.menu),
    ),
    Step(
        "footer",
        pgettext_lazy("setup", "Legal footer"),
        pgettext_lazy("setup", "Who answers for the site, and the licence where it needs one."),
        footer_is_set,
    ),
    Step(
        "numbers",
        pgettext_lazy("setup", "Numbers to begin with"),
        pgettext_lazy("setup", "Visits of the former site, last numbers of the registers."),
        numbers_are_set,
    ),
)


def step_named(code: str) -> Step | None:
    """Return a step by its code."""
    return next((step for step in STEPS if step.code == code), None)


def standings(union: UnionIdentity | None) -> list[Standing]:
    """Return every step as it stands."""
    if union is None:
        return [Standing(step, OPEN) for step in STEPS]
    left_out = union.setup_notes.get(LEFT_OUT, {})
    return [_standing(step, union, left_out.get(step.code, "")) for step in STEPS]


def _standing(step: Step, union: UnionIdentity, reason: str) -> Standing:
    if step.is_done(union):
        return Standing(step, DONE)
    return Standing(step, LEFT if reason else OPEN, reason)


def something_is_missing(union: UnionIdentity | None) -> bool:
    """Whether a step is neither done nor left out."""
    return any(one.is_open for one in standings(union))
