"""Cadre plans of two terms, their reviews, and one appointment of 2022."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.choices import Role
from lienhiep.associations import actions
from lienhiep.associations.models import Body, CadrePlan, PlannedCadre, Position
from lienhiep.demo.associations import names
from lienhiep.demo.cast import SECRETARY_GENERAL, STANDING_VICE_CHAIR, person
from lienhiep.demo.organisations import UNION
from lienhiep.demo.people import account

PLANS = (
    ("Chủ tịch Liên hiệp Hội", "2021-2025", (0, 1)),
    ("Phó Chủ tịch Liên hiệp Hội", "2021-2025", (1, 2, 3)),
    ("Tổng thư ký Liên hiệp Hội", "2021-2025", (2, 4)),
    ("Chánh Văn phòng", "2021-2025", (5, 6)),
    ("Chủ tịch Liên hiệp Hội", "2025-2030", (1, 3)),
    ("Phó Chủ tịch Liên hiệp Hội", "2025-2030", (3, 4, 7)),
    ("Chánh Văn phòng", "2025-2030", (6, 8)),
)
"""Post, label of the term, and places in the list of those planned."""


def load() -> None:
    """Make the plans, review them in 2021 and 2022, and appoint a deputy head of the office."""
    manager = account(Role.OFFICE_MANAGER)
    people = [person(STANDING_VICE_CHAIR), person(SECRETARY_GENERAL), *names.load()[60:70]]
    for post, label, places in PLANS:
        until = date(2025, 12, 31) if label.startswith("2021") else None
        plan = CadrePlan(
            post=post, term_label=label, decision="Quyết định trình diễn", valid_until=until
        )
        plan.save()
        for place in places:
            PlannedCadre(plan=plan, person=people[place], since=date(2021, 6, 1)).save()
        for year in (2021, 2022) if label.startswith("2021") else (2022,):
            actions.review_plan(
                plan=plan, on=date(year, 11, 15), note="Giữ nguyên danh sách.", by=manager
            )
    _deputy(manager)


def _deputy(manager: object) -> None:
    one = names.load()[62]
    seat = actions.fill_seat(
        person=one,
        body=Body.objects.get(organisation__name=UNION, kind="office"),
        position=Position.objects.get(code="pho-chanh-van-phong"),
        since=date(2022, 4, 15),
        decision="38/QĐ-LHH ngày 12/04/2022",
        by=manager,
    )
    actions.appoint(
        person=one,
        post="Phó Chánh Văn phòng",
        decision="38/QĐ-LHH",
        decided_on=date(2022, 4, 12),
        since=date(2022, 4, 15),
        until=date(2027, 4, 14),
        seat=seat,
        by=manager,
    )
