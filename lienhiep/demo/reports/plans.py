"""The plans of work of the demonstration: years that are over, the running one, the next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from lienhiep.accounts.models import User
from lienhiep.core.figures import figure_named
from lienhiep.core.period import today
from lienhiep.demo.events.conclusions import conclusions_of_2023
from lienhiep.demo.reports.tasks import (
    OF_2021,
    OF_2022,
    OF_2023,
    OF_THIS_YEAR,
    STANDING,
    Task,
)
from lienhiep.office.models import OfficialDocument
from lienhiep.reports.actions import (
    approve_plan,
    carry_over,
    complete_task,
    take_over,
)
from lienhiep.reports.choices import TaskState
from lienhiep.reports.models import KeyTask, Target, WorkPlan

TARGETS = {
    2021: {"C01": 5, "E06": 450, "F01": 50, "G01": 10},
    2022: {"C01": 6, "D01": 3, "E06": 600, "F01": 60, "G01": 10, "P01": 9},
    2023: {"H01": 3, "P01": 10},
}
THIS_YEAR = {"C01": 4, "H01": 2, "P01": 9}


def load(leader: User) -> None:
    """Load the plans in the order of their years."""
    _past(2021, OF_2021, leader, approved=date(2020, 12, 29))
    _past(2022, OF_2022, leader, approved=date(2022, 1, 6), symbol="01/KH-LHH")
    _of_2023(leader)
    _running(leader)
    _next(leader)


def _plan(year: int, targets: dict[str, int]) -> WorkPlan | None:
    """Make a plan with its targets; nothing where the year has one already."""
    if WorkPlan.objects.of_year(year).exists():
        return None
    plan = WorkPlan(
        year=year,
        basis="Nghị quyết đại hội, chương trình toàn khóa và ý kiến chỉ đạo của Tỉnh ủy.",
        aims="Cụ thể hóa nhiệm vụ của năm; giao rõ người làm, thời hạn và sản phẩm.",
        execution="Văn phòng theo dõi, hằng quý báo cáo Thường trực.",
    )
    plan.save()
    for code, value in targets.items():
        if figure_named(code) is not None:
            Target(plan=plan, code=code, value=value).save()
    return plan


@transaction.atomic
def _past(
    year: int, tasks: Iterable[Task], leader: User, *, approved: date, symbol: str = ""
) -> None:
    """Load a year that is over, through approval and completions."""
    plan = _plan(year, TARGETS[year])
    if plan is None:
        return
    made = []
    for task in tasks:
        row = KeyTask(plan=plan, due_on=date(year, *task.due), **task.facts())
        row.save()
        made.append((row, task))
    issued = OfficialDocument.objects.filter(symbol=symbol, issued_on=approved)
    document = issued.first() if symbol else None
    approve_plan(plan=plan, on=approved, document=document, by=leader)
    _complete(made, year, leader)


def _complete(made: list[tuple[KeyTask, Task]], year: int, leader: User) -> None:
    for row, task in made:
        if task.done is not None:
            complete_task(
                task=row,
                on=date(year + task.done_late, *task.done),
                result=task.result or "Hoàn thành theo kế hoạch.",
                evidence=task.page,
                by=leader,
            )


@transaction.atomic
def _of_2023(leader: User) -> None:
    """Take the ten conclusions of the conference of 10/01/2023 into the plan of that year."""
    plan = _plan(2023, TARGETS[2023])
    if plan is None:
        return
    made = []
    for conclusion, task in zip(conclusions_of_2023(), OF_2023, strict=True):
        facts = task.facts() | {"lead_text": STANDING, "due_on": date(2023, *task.due)}
        facts["title"] = conclusion.text.rstrip(".")
        row = take_over(plan=plan, record=conclusion, by=leader, **facts)
        made.append((row, task))
    approve_plan(plan=plan, on=date(2023, 1, 16), by=leader)
    _complete(made, 2023, leader)


@transaction.atomic
def _running(leader: User) -> None:
    """Load this year: some tasks done, two late, the rest ahead."""
    year = today().year
    plan = _plan(year, THIS_YEAR)
    if plan is None:
        return
    made = []
    for title, area, role, days, is_done in OF_THIS_YEAR:
        day = min(max(today() + timedelta(days=days), date(year, 1, 2)), date(year, 12, 31))
        row = KeyTask(plan=plan, title=title, area=area, lead_role=role, due_on=day)
        row.save()
        made.append((row, is_done))
    approve_plan(plan=plan, on=date(year - 1, 12, 26), by=leader)
    for row, is_done in made:
        if is_done and row.due_on <= today():
            complete_task(task=row, on=row.due_on, result="Hoàn thành.", by=leader)


@transaction.atomic
def _next(leader: User) -> None:
    """Draw up the plan of the next year, with what is late carried into it."""
    year = today().year
    plan = _plan(year + 1, {})
    if plan is None:
        return
    tasks = KeyTask.objects.with_state().filter(plan__year=year, state_code=TaskState.LATE)
    for task in tasks.in_order():
        carry_over(task=task, plan=plan, by=leader)
    KeyTask(
        plan=plan,
        title="Xuất bản mười hai số tập san",
        area="E",
        lead_role="journal_secretary",
        due_on=date(year + 1, 12, 31),
        product="12 số tập san",
    ).save()
