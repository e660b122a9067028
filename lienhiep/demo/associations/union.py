"""The Union's own bodies: the terms of 2011, 2019 and 2025, the office, and the Party cell."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.choices import Role
from lienhiep.associations import actions
from lienhiep.associations.choices import BodyKind, CongressMode
from lienhiep.associations.models import Body, Position, Seat, Term
from lienhiep.core.history import record_all, verb
from lienhiep.demo.associations import names
from lienhiep.demo.cast import CHAIR, SECRETARY_GENERAL, STANDING_VICE_CHAIR, person
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.demo.people import account
from lienhiep.directory.models import Person

SECOND_OFFICE = "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tuyên giáo Tỉnh ủy"
SIXTH, SEVENTH = date(2019, 7, 26), date(2025, 12, 30)
"""The last days of two congresses; the term between them ran on past its due day."""
OFFICE_SINCE = date(2021, 1, 1)
SEATS_OF_COMMITTEE, LATER_SEATS = 39, 15

BODIES = (
    (BodyKind.EXECUTIVE, "Ban Chấp hành"),
    (BodyKind.STANDING, "Ban Thường vụ"),
    (BodyKind.PERMANENT, "Thường trực"),
    (BodyKind.INSPECTION, "Ban Kiểm tra"),
    (BodyKind.OFFICE, "Văn phòng"),
    (BodyKind.EDITORIAL_BOARD, "Ban Biên tập tập san Khoa học và Ứng dụng"),
    (BodyKind.COUNCIL, "Hội đồng tư vấn, phản biện và giám định xã hội"),
    (BodyKind.PARTY_CELL, "Chi bộ Liên hiệp các Hội Khoa học và Kỹ thuật"),
)

Line = tuple[Person, str, str]
"""Who, the code of the position, and the second office."""


def load() -> None:
    """Make the bodies, hold their congresses and fill the seats."""
    officer, manager = account(Role.OFFICER), account(Role.OFFICE_MANAGER)
    union = organisation(UNION)
    bodies = {}
    for kind, name in BODIES:
        body = Body(organisation=union, kind=kind, name=name, is_public=kind != BodyKind.PARTY_CELL)
        body.save()
        bodies[kind] = body
    committee, cell = bodies[BodyKind.EXECUTIVE], bodies[BodyKind.PARTY_CELL]
    _old_term(committee)
    sixth = _congress(committee, 6, date(2019, 7, 25), SIXTH, "2019-2024", 5, 195, 188, officer)
    _seats(bodies, sixth, _elected_of_2019(), SIXTH)
    _seats(bodies, None, _standing_staff(), OFFICE_SINCE)
    first = _congress(
        cell, None, date(2022, 6, 10), date(2022, 6, 10), "2022-2025", 3, 9, 9, manager
    )
    _seats(bodies, first, {BodyKind.PARTY_CELL: _cell()}, date(2022, 6, 10))
    second = _congress(
        cell, None, date(2025, 6, 6), date(2025, 6, 6), "2025-2030", 5, 9, 9, manager
    )
    _seats(bodies, second, {BodyKind.PARTY_CELL: _cell()}, date(2025, 6, 6))
    seventh = _congress(
        committee, 7, date(2025, 12, 29), SEVENTH, "2025-2030", 5, 210, 204, officer
    )
    _seats(bodies, seventh, _elected_of_2025(), SEVENTH)


def _old_term(committee: Body) -> None:
    """Record the term before, which was labelled by when it really ended."""
    Term(
        body=committee,
        label="2011-2019",
        started_on=date(2011, 7, 20),
        due_on=date(2016, 7, 20),
    ).save()


def _congress(
    body: Body,
    ordinal: int | None,
    on: date,
    last_day: date,
    label: str,
    years: int,
    convened: int,
    present: int,
    by: object,
) -> Term | None:
    """Plan, hold and report a congress; return the term that it began."""
    congress = actions.plan_congress(
        body=body,
        ordinal=ordinal,
        planned_on=on,
        is_day_fixed=True,
        place="Thành phố Vinh",
        by=by,
    )
    actions.hold_congress(
        congress=congress,
        on=on,
        last_day=last_day,
        mode=CongressMode.IN_PERSON,
        convened=convened,
        present=present,
        term_label=label,
        term_years=years,
        by=by,
    )
    actions.report_congress(congress=congress, on=last_day, by=by)
    return congress.new_term


def _elected_of_2019() -> dict[str, list[Line]]:
    """Return who was elected in 2019: a committee of 39, of whom nine stand above."""
    top = _top(SECOND_OFFICE)
    others: list[Line] = [(one, "uy-vien", "") for one in names.load()[:35]]
    return {
        BodyKind.EXECUTIVE: [*top, *others[: SEATS_OF_COMMITTEE - len(top)]],
        BodyKind.STANDING: [*top, *((one, "uy-vien-thuong-vu", "") for one, _, _ in others[:5])],
        BodyKind.PERMANENT: top,
        BodyKind.INSPECTION: _inspection(others[5:8]),
        BodyKind.COUNCIL: [
            (others[8][0], "chu-tich-hoi-dong", ""),
            *((one, "uy-vien", "") for one, _, _ in others[9:13]),
        ],
    }


def _top(second_office: str) -> list[Line]:
    return [
        (person(CHAIR), "chu-tich", second_office),
        (person(STANDING_VICE_CHAIR, "ThS"), "pho-chu-tich-thuong-truc", ""),
        (account(Role.LEADER).person, "pho-chu-tich", ""),
        (person(SECRETARY_GENERAL, "TS"), "tong-thu-ky", ""),
    ]


def _elected_of_2025() -> dict[str, list[Line]]:
    """Return who was elected in 2025: the standing vice-chair became chair."""
    people = names.load()[20:45]
    top: list[Line] = [
        (person(STANDING_VICE_CHAIR), "chu-tich", ""),
        (account(Role.LEADER).person, "pho-chu-tich-thuong-truc", ""),
        (people[0], "pho-chu-tich", ""),
        (person(SECRETARY_GENERAL), "tong-thu-ky", ""),
    ]
    others: list[Line] = [(one, "uy-vien", "") for one in people[1:]]
    return {
        BodyKind.EXECUTIVE: [*top, *others[: LATER_SEATS - len(top)]],
        BodyKind.STANDING: [*top, *((one, "uy-vien-thuong-vu", "") for one, _, _ in others[:3])],
        BodyKind.PERMANENT: top,
        BodyKind.INSPECTION: _inspection(others[3:6]),
    }


def _inspection(lines: list[Line]) -> list[Line]:
    head, *rest = [one for one, _, _ in lines]
    return [(head, "truong-ban", ""), *((one, "uy-vien", "") for one in rest)]


def _standing_staff() -> dict[str, list[Line]]:
    """Return who works in the office and on the journal, without a term."""
    deputy = names.load()[60]
    return {
        BodyKind.OFFICE: [
            (account(Role.OFFICE_MANAGER).person, "chanh-van-phong", ""),
            (account(Role.OFFICER).person, "chuyen-vien", ""),
            (account(Role.RECORDS_CLERK).person, "chuyen-vien", ""),
            (account(Role.ACCOUNTANT).person, "chuyen-vien", ""),
        ],
        BodyKind.EDITORIAL_BOARD: [
            (person(STANDING_VICE_CHAIR), "tong-bien-tap", ""),
            (deputy, "pho-tong-bien-tap", ""),
            (account(Role.JOURNAL_SECRETARY).person, "uy-vien", ""),
            (account(Role.EDITOR).person, "uy-vien", ""),
        ],
    }


def _cell() -> list[Line]:
    return [
        (person(STANDING_VICE_CHAIR), "bi-thu", ""),
        (account(Role.OFFICE_MANAGER).person, "pho-bi-thu", ""),
        (account(Role.OFFICER).person, "chi-uy-vien", ""),
    ]


def _seats(
    bodies: dict[str, Body], term: Term | None, lines: dict[str, list[Line]], since: date
) -> None:
    """Fill the seats of several bodies at once; a council serves no term."""
    positions = {position.code: position for position in Position.objects.all()}
    rows = []
    for kind, persons in lines.items():
        body = bodies[kind]
        for one, code, second_office in persons:
            rows.append(
                Seat(
                    person=one,
                    body=body,
                    position=positions[code],
                    term=term if kind not in (BodyKind.COUNCIL,) else None,
                    since=since,
                    other_office=second_office,
                )
            )
    with verb("wagtail.create", by=account(Role.OFFICER), about=organisation(UNION)):
        record_all(rows)
