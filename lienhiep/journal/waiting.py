"""What waits at the journal, for whom, since when and until when; and what one may start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.principals import person_key, principals
from lienhiep.core.reference import value_on
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.journal.choices import IssueState
from lienhiep.journal.models import Article, Issue, IssueNumber, PlannedIssue, YearPlan
from lienhiep.journal.reference_codes import DEPOSIT_DAYS, REPLY_DAYS
from lienhiep.journal.rules import CONTRIBUTORS, EDITORS, SECRETARY, SIGNERS

ROOM = "journal"


@waits
def numbers_late(user: Any, on: date) -> Iterator[Waiting]:
    """Yield planned numbers whose month is over without an issue, to the secretary."""
    if not principals(user, on) & SECRETARY:
        return
    late = PlannedIssue.objects.due_before(on).without(IssueNumber.objects.appeared())
    for planned in late.select_related("plan"):
        yield Waiting(
            what=_("%(number)s was planned and has not appeared") % {"number": planned},
            since=planned.due_on.replace(day=1),
            due=planned.due_on,
            url=admin_row_url(planned.plan) or "",
            room=ROOM,
            record=planned.plan,
        )


@waits
def manuscripts_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield manuscripts without an answer, oldest first, to the secretary."""
    if not principals(user, on) & SECRETARY:
        return
    days = value_on(REPLY_DAYS, on, default=None)
    unanswered = Article.objects.visible_to(user).unanswered().order_by("received_on", "pk")
    for article in unanswered:
        yield Waiting(
            what=_("Answer “%(title)s”") % {"title": article.title},
            since=article.received_on,
            due=article.received_on + timedelta(days=days) if days else None,
            url=admin_row_url(article) or "",
            room=ROOM,
            record=article,
        )


@waits
def issues_to_edit(user: Any, on: date) -> Iterator[Waiting]:
    """Yield issues being edited or laid out, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    yield from _issues(
        user,
        {
            IssueState.EDITING: _("Finish editing %(issue)s"),
            IssueState.LAYOUT: _("Finish the layout of %(issue)s"),
        },
    )


@waits
def issues_to_sign(user: Any, on: date) -> Iterator[Waiting]:
    """Yield issues laid out, to those who sign for print."""
    if principals(user, on) & SIGNERS:
        yield from _issues(user, {IssueState.LAYOUT: _("Sign %(issue)s for print")})


@waits
def issues_to_send_on(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the next step of issues that are signed, printed or published, to the secretary."""
    if not principals(user, on) & SECRETARY:
        return
    yield from _issues(
        user,
        {
            IssueState.SIGNED: _("Record the printing of %(issue)s"),
            IssueState.PRINTED: _("Publish %(issue)s"),
        },
    )
    yield from _to_deposit(user, on)
    yield from _to_deliver(user, on)


@waits
def proofs_to_read(user: Any, on: date) -> Iterator[Waiting]:
    """Yield proofs to a contributor of the article, whatever other roles they hold."""
    if not principals(user, on) & CONTRIBUTORS or user.person_id is None:
        return
    for article in Article.objects.by_person(user.person_id).awaiting_proof():
        yield Waiting(
            what=_("Read the proof of “%(title)s”") % {"title": article.title},
            since=article.proof_asked_on or on,
            due=article.proof_due_on,
            url=reverse("journal:proof", args=[article.pk]),
            room=ROOM,
            record=article,
        )


@waits
def plans_to_approve(user: Any, on: date) -> Iterator[Waiting]:
    """Yield plans not approved yet, to those who approve them."""
    if not principals(user, on) & SIGNERS:
        return
    for plan in YearPlan.objects.visible_to(user).filter(approved_on=None):
        yield Waiting(
            what=_("Approve the journal's plan of %(year)s") % {"year": plan.year},
            since=date(plan.year - 1, 12, 1),
            due=date(plan.year, 1, 1),
            url=admin_row_url(plan) or "",
            room=ROOM,
            record=plan,
        )


@desk_doors
def contributors_desk(user: Any) -> Iterator[Door]:
    """Yield the contributor's desk to those who may send manuscripts."""
    if policy_of(Article).may(user, "receive_article") and user.person_id:
        yield Door(
            label=gettext_lazy("My articles"),
            about=gettext_lazy("Send a manuscript to the journal, and follow its way."),
            url=reverse("journal:desk"),
        )


def _issues(user: Any, words: dict[IssueState, str]) -> Iterator[Waiting]:
    """Yield the issues that stand at some states, with what is to be done at each."""
    rows = Issue.objects.visible_to(user).with_state().filter(state_code__in=list(words))
    for issue in rows.order_by("planned_on", "year", "number"):
        yield Waiting(
            what=words[issue.state] % {"issue": issue},
            since=issue.printed_on or issue.signed_on or date(issue.year, issue.month, 1),
            due=issue.planned_on,
            url=admin_row_url(issue) or "",
            room=ROOM,
            record=issue,
        )


def _to_deposit(user: Any, on: date) -> Iterator[Waiting]:
    days = value_on(DEPOSIT_DAYS, on, default=None)
    rows = Issue.objects.visible_to(user).filter(
        printed_on__isnull=False, deposited_on=None, withdrawn_on=None
    )
    for issue in rows.order_by("printed_on"):
        since = issue.printed_on or on
        yield Waiting(
            what=_("Make the legal deposit of %(issue)s") % {"issue": issue},
            since=since,
            due=since + timedelta(days=days) if days else None,
            url=admin_row_url(issue) or "",
            room=ROOM,
            record=issue,
        )


def _to_deliver(user: Any, on: date) -> Iterator[Waiting]:
    for issue in Issue.objects.visible_to(user).published().undelivered().order_by("published_on"):
        yield Waiting(
            what=_("Send %(issue)s to its recipients") % {"issue": issue},
            since=issue.published_on or on,
            url=admin_row_url(issue) or "",
            room=ROOM,
            record=issue,
        )


@desk_address(Article)
def article_at_desk(article: Article, user: Any) -> str:
    """Return where a contributor follows an article of theirs."""
    mine = user.person_id and person_key(user.person_id) in article.contributor_keys()
    return reverse("journal:desk_article", args=[article.pk]) if mine else ""
