"""The terms, congresses and officers of the member associations."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.accounts.choices import Role
from lienhiep.associations import actions
from lienhiep.associations.calendar import month_later
from lienhiep.associations.choices import BodyKind, CongressMode, SeatLeaving
from lienhiep.associations.models import Body, Congress, Position, Seat, Term
from lienhiep.core.history import record_all, verb
from lienhiep.core.period import today
from lienhiep.demo.associations import names
from lienhiep.demo.associations.members import GARDENERS, Joined
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.demo.people import account
from lienhiep.directory.models import Person

IN_2022 = (
    (2, date(2022, 3, 18), 150, 138, CongressMode.HYBRID),
    (4, date(2022, 5, 27), 86, 80, CongressMode.IN_PERSON),
    (9, date(2022, 8, 12), 120, 109, CongressMode.IN_PERSON),
    (16, date(2022, 9, 23), 95, 71, CongressMode.HYBRID),
    (21, date(2022, 11, 11), 140, 133, CongressMode.IN_PERSON),
)
"""Place in the list, day, delegates convened and present, and form of five congresses of 2022."""
DUE_IN_2022 = ((6, date(2023, 2, 24)), (12, date(2023, 3, 31)))
"""Two that fell due on the last day of 2022, and when they were held."""
OVERDUE = (18, date(2021, 10, 15), date(2023, 5, 19))
"""One overdue since 2021, and when its congress was held at last."""
LATE_NOW = 20
"""One whose term is over, with no congress planned yet."""
ONE_DAY = timedelta(days=1)
OFFICERS = ("chu-tich", "pho-chu-tich", "tong-thu-ky")
YEARS = 5


def load(joined: list[Joined]) -> None:
    """Give each association its committee, its terms, its officers and its contact officer."""
    officer = account(Role.OFFICER)
    committees = _bodies(joined, BodyKind.EXECUTIVE, "Ban Chấp hành", is_public=True)
    offices = _bodies(joined, BodyKind.OFFICE, "Văn phòng", is_public=False)
    people = names.load()[46:]
    first = [_first_term(at, body) for at, body in enumerate(committees)]
    with verb("wagtail.create", by=officer, about=organisation(UNION)):
        record_all(first)
        record_all(_officers(first, people))
        record_all(_contacts(joined, offices, people))
    _congresses_told(committees, people)
    _later_terms(first, people)
    _plans(committees)


def _bodies(joined: list[Joined], kind: str, name: str, *, is_public: bool) -> list[Body]:
    rows = [
        Body(organisation=one.organisation, kind=kind, name=name, is_public=is_public)
        for one in joined
    ]
    with verb("wagtail.create", by=account(Role.OFFICER), about=organisation(UNION)):
        return record_all(rows)


def _first_term(at: int, body: Body) -> Term:
    """Return the term that an association served in 2022."""
    told = {place: on for place, on, *_ in IN_2022}
    if at in told:
        due = told[at] + timedelta(days=20)
    elif at in dict(DUE_IN_2022):
        due = date(2022, 12, 31)
    elif at == OVERDUE[0]:
        due = OVERDUE[1]
    else:
        due = date(2023 + at % 3, 3 + at % 9, 10 + at % 15)
    start = due.replace(year=due.year - YEARS)
    return Term(
        body=body,
        label=f"{start.year}-{due.year}",
        started_on=start,
        due_on=due,
        ended_on=_end(at, due),
    )


def _end(at: int, due: date) -> date | None:
    """Return the last day of a term of which nothing is told: shortly before it was due."""
    told = {place for place, *_ in IN_2022} | set(dict(DUE_IN_2022)) | {OVERDUE[0], LATE_NOW}
    end = due - timedelta(days=13)
    return None if at in told or end >= today() else end


def _officers(terms: list[Term], people: list[Person], shift: int = 0) -> list[Seat]:
    """Return the three officers of each term; a name may lead two associations, never three."""
    positions = {position.code: position for position in Position.objects.all()}
    seats = []
    for at, term in enumerate(terms):
        for place, code in enumerate(OFFICERS):
            person = people[(at * len(OFFICERS) + place + shift) % len(people)]
            seats.append(
                Seat(
                    person=person,
                    body=term.body,
                    position=positions[code],
                    term=term,
                    since=term.started_on,
                    until=term.ended_on,
                    leaving=SeatLeaving.TERM_OVER if term.ended_on else "",
                )
            )
    return seats


def _contacts(joined: list[Joined], offices: list[Body], people: list[Person]) -> list[Seat]:
    """Return the contact officers; the account of the demonstration is that of the gardeners."""
    position = Position.objects.get(code="can-bo-dau-moi")
    own = account(Role.CONTACT_OFFICER).person
    return [
        Seat(
            person=own if one.known.name == GARDENERS else people[-1 - at],
            body=office,
            position=position,
            since=max(date(2021, 1, 1), one.membership.since),
        )
        for at, (one, office) in enumerate(zip(joined, offices, strict=True))
    ]


def _congresses_told(committees: list[Body], people: list[Person]) -> None:
    """Hold the congresses that the account of 2022 tells, and those of early 2023."""
    held = [(at, on, convened, present, mode) for at, on, convened, present, mode in IN_2022]
    held += [(at, on, 100, 92, CongressMode.IN_PERSON) for at, on in DUE_IN_2022]
    held.append((OVERDUE[0], OVERDUE[2], 78, 60, CongressMode.HYBRID))
    by = account(Role.OFFICER)
    for at, on, convened, present, mode in held:
        congress = actions.plan_congress(body=committees[at], planned_on=on, ordinal=5, by=by)
        actions.hold_congress(
            congress=congress,
            on=on,
            mode=mode,
            convened=convened,
            present=present,
            term_label=f"{on.year}-{on.year + YEARS}",
            term_years=YEARS,
            by=by,
        )
        actions.report_congress(congress=congress, on=on + timedelta(days=14), by=by)
        with verb("wagtail.create", by=by, about=organisation(UNION)):
            record_all(_officers([congress.new_term], people, shift=at * len(OFFICERS)))


def _later_terms(first: list[Term], people: list[Person]) -> None:
    """Let the associations of which nothing is told hold theirs when due.

    Written in bulk, as an older register would be taken in.
    """
    new = [
        Term(
            body=term.body,
            label=f"{start.year}-{start.year + YEARS}",
            started_on=start,
            due_on=start.replace(year=start.year + YEARS),
        )
        for term in first
        if term.ended_on is not None
        for start in [term.ended_on + ONE_DAY]
    ]
    with verb("wagtail.create", by=account(Role.OFFICER), about=organisation(UNION)):
        record_all(new)
        record_all([_congress_of(term) for term in new])
        record_all(_officers(new, people))


def _congress_of(term: Term) -> Congress:
    return Congress(
        body=term.body,
        ordinal=4,
        planned_on=term.started_on,
        held_on=term.started_on,
        last_day=term.started_on,
        mode=CongressMode.IN_PERSON,
        convened=110,
        present=101,
        new_term=term,
        reported_on=term.started_on + timedelta(days=10),
    )


def _plans(committees: list[Body]) -> None:
    """Plan two congresses that fall due in the next twelve months."""
    day = today()
    due = (
        Term.objects.filter(body__in=committees)
        .due_within(day, month_later(day, 12))
        .select_related("body")
        .order_by("due_on")
    )
    for term in due[:2]:
        actions.plan_congress(
            body=term.body, planned_on=term.due_on, ordinal=6, by=account(Role.OFFICER)
        )
