"""What the people of the demonstration were told: about records that stand, some of it unread."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from lienhiep.accounts.models import User
from lienhiep.accounts.notices import ROLE_GIVEN
from lienhiep.advisory.models import CouncilMember
from lienhiep.advisory.notices import COUNCIL_SET_UP, NAMED_TO_COUNCIL
from lienhiep.associations.models import Membership
from lienhiep.contests.models import Entry, Score
from lienhiep.contests.notices import ENTRY_ADMITTED, ENTRY_RECEIVED, SHEETS_GIVEN
from lienhiep.core.models import Notice
from lienhiep.core.notices import NoticeKind
from lienhiep.demo import people
from lienhiep.journal.models import Article
from lienhiep.journal.notices import ARTICLE_ACCEPTED, ARTICLE_RECEIVED, PROOF_SENT
from lienhiep.office.models import Receipt
from lienhiep.office.notices import DOCUMENT_FORWARDED, DOCUMENT_RECALLED

OUTSIDE = ("contact-officer", "juror", "contributor", "contestant", "expert")


def load() -> None:
    """Load the notices of those who work outside the office, unless they have some."""
    for name in OUTSIDE:
        user = people.account(name)
        if Notice.objects.filter(user=user).exists():
            continue
        for role in user.role_grants.all():
            _told(user, ROLE_GIVEN, None, days=40, is_read=True, role=role.role)
        _TELLING[name](user)


def _contact_officer(user: User) -> None:
    mine = Membership.objects.acted_for_by(user).values("organisation")
    lines = Receipt.objects.standing().filter(organisation__in=mine).order_by("-sent_at")
    for days, line in enumerate(lines[:4], start=1):
        recalled = line.dispatch.document.withdrawn_on is not None
        kind = DOCUMENT_RECALLED if recalled else DOCUMENT_FORWARDED
        _told(user, kind, line, days=3 * days, is_read=line.opened_at is not None)


def _juror(user: User) -> None:
    sheet = Score.objects.of_person(user.person_id).order_by("-assigned_on").first()
    if sheet is not None:
        mine = Score.objects.of_person(user.person_id)
        edition = sheet.entry.edition
        count = mine.filter(entry__edition=edition).count()
        _told(user, SHEETS_GIVEN, edition, days=2, count=count)


def _contributor(user: User) -> None:
    for days, article in enumerate(
        Article.objects.by_person(user.person_id).order_by("-received_on")[:3], start=1
    ):
        if article.waits_for_proof:
            _told(user, PROOF_SENT, article, days=days)
        elif article.accepted_on:
            _told(user, ARTICLE_ACCEPTED, article, days=5 * days)
        else:
            _told(user, ARTICLE_RECEIVED, article, days=7 * days, is_read=True)


def _contestant(user: User) -> None:
    for days, entry in enumerate(
        Entry.objects.of_person(user.person_id).order_by("-received_on")[:3], start=1
    ):
        if entry.accepted_on:
            _told(user, ENTRY_ADMITTED, entry, days=days)
        _told(user, ENTRY_RECEIVED, entry, days=6 + days, is_read=True)


def _expert(user: User) -> None:
    seats = CouncilMember.objects.of_person(user.person_id).order_by("-task__received_on")
    for days, seat in enumerate(seats[:3], start=1):
        if seat.task.council_on:
            _told(user, COUNCIL_SET_UP, seat, days=days)
        _told(user, NAMED_TO_COUNCIL, seat, days=8 + days, is_read=True)


_TELLING = {
    "contact-officer": _contact_officer,
    "juror": _juror,
    "contributor": _contributor,
    "contestant": _contestant,
    "expert": _expert,
}


def _told(
    user: User,
    kind: NoticeKind,
    record: models.Model | None,
    *,
    days: int,
    is_read: bool = False,
    **words: Any,
) -> None:
    """Record a notice as if it had been told some days ago."""
    moment = timezone.now() - timedelta(days=days)
    Notice.objects.create(
        user=user,
        kind=kind.code,
        record=record,
        words=words,
        is_urgent=kind.is_urgent,
        made_at=moment,
        read_at=moment if is_read else None,
    )
