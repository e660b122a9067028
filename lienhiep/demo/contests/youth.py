"""The youth contest of the province: a year that is over, and the one that is running."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose
from lienhiep.accounts.models import Consent, User
from lienhiep.contests import actions
from lienhiep.contests.actions import AuthorRow, ConsentGiven, Contact, EntryRow
from lienhiep.contests.choices import EntryChannel, Rank
from lienhiep.contests.consent_texts import TEXT_VERSION, TEXTS
from lienhiep.contests.models import Edition, Entry, Prize
from lienhiep.core.history import record_all, verb
from lienhiep.core.period import today
from lienhiep.demo.contests.people import MOUNTAIN
from lienhiep.demo.contests.texts import YOUTH_FIELDS, summary_of, youth_title
from lienhiep.directory.models import Organisation, Person

ENTRIES_2022 = (24, 18, 22, 20, 21)
"""Entries by field; the field of a thing and a turn has room for each."""
PRIZES_2022 = {Rank.FIRST: 3, Rank.SECOND: 5, Rank.THIRD: 10, Rank.CONSOLATION: 23}
"""As the report of the year tells them: 41 in all."""

ENTER = frozenset({ConsentPurpose.CONTEST_ENTRY})
PUBLISH = frozenset(
    {ConsentPurpose.CONTEST_ENTRY, ConsentPurpose.PUBLISH_NAME, ConsentPurpose.NATIONAL_ROUND}
)
SILENT = frozenset({7, 19, 33})
"""Prize winners, by their place, of whom nobody agreed to publication: the site masks them."""
HALF_SILENT = 13
"""A group of two of whom one did not agree: neither school nor the second name is shown."""
BY_PARENT_ONLY = 26
"""A child old enough to be asked, for whom only the mother signed: that does not suffice."""


@dataclass(frozen=True)
class Office:
    """Who acts, and from whom entries come."""

    organiser: User
    schools: Sequence[Organisation]
    teachers: Sequence[Person]
    children: Sequence[Person]


def load_entries(
    office: Office, edition: Edition, counts: Sequence[int], *, first: int = 0, checked: bool = True
) -> list[Entry]:
    """Receive so many entries in each field, those that will win a prize first."""
    fields = list(edition.fields.all())
    places = [
        (field, place)
        for place in range(max(counts))
        for field, count in enumerate(counts)
        if place < count
    ]
    rows, child = [], first
    for nth, (field, place) in enumerate(places):
        size = 2 if nth % 4 == 1 else 1
        people = office.children[child : child + size]
        child += size
        school = office.schools[(nth * 7 + field) % len(office.schools)]
        received = edition.opens_on + timedelta(
            days=nth * 37 % max((min(edition.deadline, today()) - edition.opens_on).days, 1)
        )
        title = youth_title(field, place, edition.year_label)
        rows.append(
            EntryRow(
                title=title,
                summary=summary_of(title),
                field=fields[field],
                authors=[_author(nth, row, one, received) for row, one in enumerate(people)],
                mentors=[office.teachers[(nth * 5 + field) % len(office.teachers)]],
                unit=school,
                received_on=received,
                accepted_on=edition.deadline if checked else None,
                channel=EntryChannel.SCHOOL if nth % 3 else EntryChannel.POST,
                is_mountain_area=school.name in MOUNTAIN,
            )
        )
    return actions.load_entries(edition=edition, rows=rows, by=office.organiser)


def _author(nth: int, row: int, person: Person, received: date) -> AuthorRow:
    """Return an author of class and age, with what child and parent agreed to."""
    parent = f"Phụ huynh của em {person.full_name}"
    agreed = PUBLISH if nth < sum(PRIZES_2022.values()) else ENTER
    if nth in SILENT or (nth == HALF_SILENT and row == 1):
        agreed = ENTER
    return AuthorRow(
        person=person,
        class_name=f"{min(12, max(1, received.year - person.birth_date.year - 6))}A",
        is_leader=row == 0 and nth % 4 == 1,
        contact=Contact(parent, "0238 000 0000", "mẹ") if received.year >= 2026 else None,
        consent=ConsentGiven(
            purposes=agreed,
            given_by=(ConsentGiver.REPRESENTATIVE if nth == BY_PARENT_ONLY else ConsentGiver.BOTH),
            giver_name=parent,
            given_at=_morning(received),
        ),
    )


def award(
    office: Office, edition: Edition, entries: Sequence[Entry], prizes: dict[Rank, int], on: date
) -> list[Prize]:
    """Give the first entries their prizes, from the highest level down."""
    levels = {level.rank: level for level in edition.levels.all()}
    ranks = [rank for rank, count in prizes.items() for _one in range(count)]
    return [
        actions.award_prize(entry=entry, level=levels[rank], on=on, by=office.organiser)
        for entry, rank in zip(entries, ranks, strict=False)
    ]


def let_teachers_agree(office: Office, by: User) -> None:
    """Record that most teachers agreed to be named beside the entries that they guided."""
    known = Consent.objects.filter(person__in=office.teachers).values_list("person", flat=True)
    wanted = [one for one in office.teachers[:20] if one.pk not in set(known)]
    if not wanted:
        return
    with verb("contests.record_author_papers", by=by) as act:
        rows = [
            Consent(
                person=one,
                purpose=ConsentPurpose.PUBLISH_NAME,
                text=str(TEXTS[ConsentPurpose.PUBLISH_NAME]),
                text_version=TEXT_VERSION,
                channel="paper",
                given_at=_morning(date(2021, 3, 1)),
            )
            for one in wanted
        ]
        record_all(rows)
        act.about(rows[0])


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=timezone.get_current_timezone())


def opening_2022() -> tuple[date, date]:
    """Return the term of 2022."""
    return date(2022, 2, 15), date(2022, 6, 30)


def field_names() -> list[str]:
    """Return the names of the five fields."""
    return [field.name for field in YOUTH_FIELDS]
