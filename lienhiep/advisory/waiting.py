"""What waits in this room, for whom, since when and until when; and what one may start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.advisory.choices import UNDER_WAY, Interest
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    Opinion,
    ScienceTask,
)
from lienhiep.advisory.reference_codes import ACCEPT_DAYS, REPLY_DAYS
from lienhiep.advisory.rules import DECIDERS, EXPERTS, WORKERS
from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import principals
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits

ROOM = "advisory"
NOTICE = timedelta(days=30)
"""How long before its due day a report begins to wait at the desk; a habit, no rule."""


def _works(user: Any, on: date) -> bool:
    return bool(principals(user, on) & WORKERS)


def _item(what: str, record: models.Model, since: date, due: date | None = None) -> Waiting:
    return Waiting(
        what=what,
        since=since,
        due=due,
        url=admin_row_url(record) or "",
        room=ROOM,
        record=record,
    )


@waits
def tasks_to_accept(user: Any, on: date) -> Iterator[Waiting]:
    """Yield tasks that were neither accepted nor declined, to the officers."""
    if not _works(user, on):
        return
    days = value_on(ACCEPT_DAYS, on, default=None)
    for task in AdvisoryTask.objects.to_accept().order_by("received_on", "pk"):
        due = task.received_on + timedelta(days=days) if days else None
        yield _item(_("Accept or decline “%(task)s”") % {"task": task}, task, task.received_on, due)


@waits
def reports_to_deliver(user: Any, on: date) -> Iterator[Waiting]:
    """Yield reports that are due soon or late, to the officers."""
    if not _works(user, on):
        return
    rows = AdvisoryTask.objects.under_way().filter(due_on__lte=on + NOTICE)
    for task in rows.order_by("due_on", "pk"):
        since = task.session_on or task.council_on or task.accepted_on or on
        yield _item(
            _("Deliver the report on “%(task)s”") % {"task": task}, task, since, task.due_on
        )


@waits
def replies_to_ask_for(user: Any, on: date) -> Iterator[Waiting]:
    """Yield reports to which nobody has replied for too long, to the officers."""
    days = value_on(REPLY_DAYS, on, default=None)
    if days is None or not _works(user, on):
        return
    rows = AdvisoryTask.objects.without_reply().filter(delivered_on__lte=on - timedelta(days=days))
    for task in rows.select_related("asker").order_by("delivered_on", "pk"):
        delivered = task.delivered_on or on
        yield _item(
            _("Ask %(asker)s for its reply to “%(task)s”") % {"asker": task.asker, "task": task},
            task,
            delivered,
            delivered + timedelta(days=days),
        )


@waits
def papers_missing(user: Any, on: date) -> Iterator[Waiting]:
    """Yield papers of experts that are late, to the officers who remind them."""
    if not _works(user, on):
        return
    rows = CouncilMember.objects.owing_an_opinion().filter(opinion_due_on__lt=on)
    for member in rows.select_related("person", "task").order_by("opinion_due_on", "pk"):
        yield _item(
            _("Remind %(person)s of the paper on “%(task)s”")
            % {"person": member.person, "task": member.task},
            member,
            member.task.council_on or on,
            member.opinion_due_on,
        )


@waits
def invitations_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield invitations for which nobody is named yet, to the officers."""
    if not _works(user, on):
        return
    for row in CouncilInvitation.objects.unanswered().order_by("invited_on", "pk"):
        what = _("Name a delegate for “%(title)s”") % {"title": row}
        yield _item(what, row, row.invited_on, row.meets_on)


@waits
def drafts_to_comment(user: Any, on: date) -> Iterator[Waiting]:
    """Yield drafts on which nothing was written yet, to the officers."""
    if not _works(user, on):
        return
    for row in DraftComment.objects.waiting().order_by("received_on", "pk"):
        what = _("Comment on “%(title)s”") % {"title": row}
        yield _item(what, row, row.received_on, row.due_on)


@waits
def science_tasks_late(user: Any, on: date) -> Iterator[Waiting]:
    """Yield science tasks past their planned end, to the officers."""
    if not _works(user, on):
        return
    for task in ScienceTask.objects.due_before(on).order_by("due_on", "pk"):
        what = _("Record the acceptance or more time for “%(task)s”") % {"task": task}
        yield _item(what, task, task.starts_on, task.due_on)


@waits
def councils_to_decide(user: Any, on: date) -> Iterator[Waiting]:
    """Yield councils whose members are named and have stated their interest, to the leader."""
    if not principals(user, on) & DECIDERS:
        return
    silent = CouncilMember.objects.sitting().filter(
        task=models.OuterRef("pk"), interest=Interest.NOT_SAID
    )
    named = CouncilMember.objects.sitting().filter(task=models.OuterRef("pk"))
    rows = AdvisoryTask.objects.under_way().filter(
        models.Exists(named), ~models.Exists(silent), council_on=None
    )
    for task in rows.order_by("accepted_on", "pk"):
        what = _("Decide on the council for “%(task)s”") % {"task": task}
        yield _item(what, task, task.accepted_on or on, task.due_on)


@waits
def experts_own_work(user: Any, on: date) -> Iterator[Waiting]:
    """Yield statements and papers that an expert owes, at their desk."""
    if not principals(user, on) & EXPERTS or user.person_id is None:
        return
    mine = CouncilMember.objects.of_person(user.person_id).select_related("task")
    for member in mine.filter(interest=Interest.NOT_SAID):
        if member.task.state in UNDER_WAY:
            what = _("State your interest in “%(task)s”") % {"task": member.task}
            yield _at_desk(what, member, member.task.accepted_on or on, None)
    owed = CouncilMember.objects.owing_an_opinion().filter(person=user.person_id)
    for member in owed.select_related("task"):
        what = _("Hand in your paper on “%(task)s”") % {"task": member.task}
        yield _at_desk(what, member, member.task.council_on or on, member.opinion_due_on)


def _at_desk(what: str, member: CouncilMember, since: date, due: date | None) -> Waiting:
    url = reverse("advisory:seat", args=[member.pk])
    return Waiting(what=what, since=since, due=due, url=url, room=ROOM, record=member)


@desk_doors
def experts_desk(user: Any) -> Iterator[Door]:
    """Yield the expert's desk to those who are experts on record."""
    if principals(user) & EXPERTS and user.person_id:
        yield Door(
            label=gettext_lazy("My advisory councils"),
            about=gettext_lazy("State your interest, open the dossier, hand in your paper."),
            url=reverse("advisory:desk"),
        )


@desk_address(CouncilMember)
def seat_at_desk(member: CouncilMember, user: Any) -> str:
    """Return where an expert finds a seat of theirs."""
    mine = user.person_id and member.person_id == user.person_id
    return reverse("advisory:seat", args=[member.pk]) if mine else ""


@desk_address(Opinion)
def paper_at_desk(opinion: Opinion, user: Any) -> str:
    """Return where an expert finds a paper of theirs: with the seat."""
    return seat_at_desk(opinion.member, user)


@desk_address(CouncilInvitation)
def invitation_at_desk(invitation: CouncilInvitation, user: Any) -> str:
    """Return the list of one's seats to the delegate, who has no page of the invitation."""
    mine = user.person_id and invitation.delegate_id == user.person_id
    return reverse("advisory:desk") if mine else ""
