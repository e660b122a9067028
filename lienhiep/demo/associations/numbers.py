"""What the associations state: members year by year, and persons admitted in 2022."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.choices import Role
from lienhiep.associations import actions
from lienhiep.associations.choices import StatementChannel, WorkField
from lienhiep.associations.models import MemberStatement
from lienhiep.core.history import record_all, verb
from lienhiep.core.period import today
from lienhiep.demo.associations.members import Joined
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.demo.people import account

GROWTH = {2021: -80, 2022: 0, 2023: 70}
"""One member in so many came or went against 2022; nought is the number of 2022 itself."""
NOT_YET = 3
"""How many associations owe the numbers of last year."""
ADMITTED_IN_2022 = (
    (1, 1, 6, 210),
    (1, 7, 12, 185),
    (3, 1, 12, 96),
    (6, 1, 12, 124),
    (8, 1, 6, 140),
    (11, 1, 12, 156),
    (21, 1, 12, 118),
    (22, 7, 12, 31),
    (26, 1, 12, 12),
)
"""Place in the list, first and last month, and how many persons."""


def load(joined: list[Joined]) -> None:
    """State the numbers of 2021 to 2023 and of last year, and the persons admitted."""
    last = today().year - 1
    years = [*GROWTH, *([last] if last > max(GROWTH) else [])]
    rows = [
        _statement(one, year, at)
        for year in years
        for at, one in enumerate(joined)
        if one.membership.since <= date(year, 12, 31)
        and not (year == last and at >= len(joined) - NOT_YET)
    ]
    by = account(Role.OFFICER)
    with verb("associations.state_members", by=by, about=organisation(UNION)):
        record_all(rows)
    days = {6: 30, 12: 31}
    for at, first, end, number in ADMITTED_IN_2022:
        actions.record_persons_admitted(
            organisation=joined[at].organisation,
            since=date(2022, first, 1),
            until=date(2022, end, days[end]),
            number=number,
            channel=StatementChannel.LETTER,
            source="Báo cáo năm 2022 của hội (trình diễn)",
            by=by,
        )


def _statement(one: Joined, year: int, at: int) -> MemberStatement:
    """Return the numbers of an association at the end of a year."""
    base = one.known.members
    part = GROWTH.get(year, 60)
    members = base + base // part if part else base
    learned = 3 if one.known.field == WorkField.AGRICULTURE else 8
    doctors = members * learned // 1000
    return MemberStatement(
        organisation=one.organisation,
        on=date(year, 12, 31),
        members=members,
        women=members * (34 + at % 20) // 100,
        young=members * (12 + at % 9) // 100,
        professors=doctors // 6,
        doctors=doctors,
        masters=members * learned // 250,
        branches=max(1, members // 300),
        channel=StatementChannel.LETTER,
    )
