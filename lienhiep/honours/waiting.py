"""What waits in commendation, for whom, since when and until when; and what one may start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import organisation_key, principals
from lienhiep.core.reference import value_on
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.honours.choices import NominationState
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.reference_codes import ANSWER_DAYS, CONFER_DAYS
from lienhiep.honours.rules import CLERKS, CONTACTS, organisations_of
from lienhiep.honours.trails import last_day_of

ROOM = "honours"


@waits
def nominations_to_put_before_the_council(user: Any, on: date) -> Iterator[Waiting]:
    """Yield nominations without a vote, to the office that prepares the council."""
    if principals(user, on) & CLERKS:
        words = _("Put before the council: %(nomination)s")
        yield from _nominations(NominationState.SUBMITTED, words, on)


@waits
def nominations_to_decide(user: Any, on: date) -> Iterator[Waiting]:
    """Yield nominations voted on, to those who may decide them."""
    rows = Nomination.objects.visible_to(user).at_state(NominationState.CONSIDERED)
    policy = policy_of(Nomination)
    days = value_on(ANSWER_DAYS, on, default=None)
    for nomination in rows.select_related("form", "proposer", "awarding_body__parent"):
        if policy.may(user, "decide_honours", nomination):
            yield _of(nomination, _("Decide: %(nomination)s"), days)


@waits
def honours_to_hand_over(user: Any, on: date) -> Iterator[Waiting]:
    """Yield decisions of the Union of which something is still to be handed over, once each."""
    if not principals(user, on) & CLERKS:
        return
    days = value_on(CONFER_DAYS, on, default=None)
    left = Honour.objects.given().to_confer().with_names().order_by("decided_on", "pk")
    decisions: dict[tuple[Any, ...], list[Honour]] = {}
    for honour in left:
        same = honour.decision_id or honour.decision_symbol or f"honour-{honour.pk}"
        decisions.setdefault((honour.decided_on, honour.awarding_body_id, same), []).append(honour)
    for (day, _body, _same), honours in decisions.items():
        first, number = honours[0], len(honours)
        what = _("Hand over %(number)s honours of %(decision)s") % {
            "number": number,
            "decision": first.decision_label or first.form,
        }
        yield Waiting(
            what=what if number > 1 else _("Hand over: %(honour)s") % {"honour": first},
            since=day,
            due=last_day_of(days, day),
            url=admin_row_url(first) or "",
            room=ROOM,
            record=first,
        )


@waits
def nominations_returned(user: Any, on: date) -> Iterator[Waiting]:
    """Yield nominations that came back to the contact officer of the association."""
    if not principals(user, on) & CONTACTS:
        return
    own = Nomination.objects.proposed_by(organisations_of(user))
    for nomination in own.at_state(NominationState.RETURNED).select_related("form", "proposer"):
        yield Waiting(
            what=_("Complete the nomination: %(nomination)s") % {"nomination": nomination},
            since=nomination.returned_on or on,
            url=reverse("honours:desk_nomination", args=[nomination.pk]),
            room=ROOM,
            record=nomination,
        )


@desk_doors
def contacts_desk(user: Any) -> Iterator[Door]:
    """Yield the desk of nominations to those who act for an association."""
    if policy_of(Nomination).may(user, "nominate") and organisations_of(user):
        yield Door(
            label=gettext_lazy("Nominations for honours"),
            about=gettext_lazy("Propose collectives and persons, and follow what becomes of it."),
            url=reverse("honours:desk"),
        )


def _nominations(state: NominationState, words: str, on: date) -> Iterator[Waiting]:
    days = value_on(ANSWER_DAYS, on, default=None)
    rows = Nomination.objects.at_state(state).select_related("form", "proposer")
    for nomination in rows.order_by("submitted_on", "pk"):
        yield _of(nomination, words, days)


def _of(nomination: Nomination, words: str, days: int | None) -> Waiting:
    return Waiting(
        what=words % {"nomination": nomination},
        since=nomination.council_on or nomination.submitted_on,
        due=last_day_of(days, nomination.submitted_on),
        url=admin_row_url(nomination) or "",
        room=ROOM,
        record=nomination,
    )


@desk_address(Nomination)
def nomination_at_desk(nomination: Nomination, user: Any) -> str:
    """Return where a proposer follows a nomination."""
    mine = organisation_key(nomination.proposer_id) in principals(user)
    return reverse("honours:desk_nomination", args=[nomination.pk]) if mine else ""
