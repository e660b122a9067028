"""Science tasks of the new-countryside programme, and the one funded project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Part, Partner
from lienhiep.advisory.choices import (
    Grade,
    PartnerRole,
    PerformerRole,
    ScienceKind,
    ScienceLevel,
)
from lienhiep.advisory.models import FundedProject, Programme, ScienceTask
from lienhiep.core.period import today
from lienhiep.demo.advisory.cases import FARMING, HISTORY, WATER, Office, association
from lienhiep.demo.organisations import UNION, VUSTA, organisation
from lienhiep.directory.choices import OrganisationKind

COUNTRYSIDE = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
PROJECT = "Dự án VUSTA - Quỹ Toàn cầu phòng, chống HIV/AIDS tại Nghệ An"
GLOBAL_FUND = "Quỹ Toàn cầu phòng, chống AIDS, Lao và Sốt rét"
MILLION = 1_000_000

HALVES = (
    (date(2021, 1, 1), date(2021, 6, 30), 1180, 24, 410),
    (date(2021, 7, 1), date(2021, 12, 31), 1265, 26, 455),
    (date(2022, 1, 1), date(2022, 6, 30), 1340, 30, 480),
    (date(2022, 7, 1), date(2022, 12, 31), 1412, 33, 520),
    (date(2023, 1, 1), date(2023, 6, 30), 1390, 28, 470),
    (date(2023, 7, 1), date(2023, 12, 31), 1275, 22, 395),
)
"""From, until, times people were reached, activities, and millions of đồng spent."""


@dataclass(frozen=True)
class Study:
    """A science task: its body, its head, its time, and what it came to."""

    title: str
    code: str
    kind: ScienceKind
    level: ScienceLevel
    lead: str
    head: int
    starts: date
    due: date
    budget: int
    countryside: bool = True
    accepted: date | None = None
    grade: Grade | None = None


STUDIES = (
    Study(
        title="Điều tra nguồn gen cây dược liệu bản địa",
        code="ĐT-2020-07",
        kind=ScienceKind.TOPIC,
        level=ScienceLevel.PROVINCE,
        lead=FARMING,
        head=4,
        starts=date(2020, 1, 15),
        due=date(2021, 12, 31),
        budget=640 * MILLION,
        countryside=False,
        accepted=date(2021, 12, 22),
        grade=Grade.GOOD,
    ),
    Study(
        title="Mô hình xử lý nước thải sinh hoạt phân tán ở khu dân cư nông thôn",
        code="NTM-2021-03",
        kind=ScienceKind.TASK,
        level=ScienceLevel.PROVINCE,
        lead=WATER,
        head=5,
        starts=date(2021, 4, 1),
        due=date(2022, 10, 31),
        budget=850 * MILLION,
        accepted=date(2022, 11, 25),
        grade=Grade.EXCELLENT,
    ),
    Study(
        title="Chuyển giao kỹ thuật trồng chè hữu cơ theo chuỗi giá trị",
        code="NTM-2022-01",
        kind=ScienceKind.PROJECT,
        level=ScienceLevel.MINISTRY,
        lead=FARMING,
        head=4,
        starts=date(2022, 3, 1),
        due=date(2023, 8, 31),
        budget=1200 * MILLION,
        accepted=date(2023, 9, 20),
        grade=Grade.GOOD,
    ),
    Study(
        title="Xây dựng bản đồ số di sản phục vụ du lịch cộng đồng ở nông thôn",
        code="NTM-2022-04",
        kind=ScienceKind.TASK,
        level=ScienceLevel.PROVINCE,
        lead=HISTORY,
        head=2,
        starts=date(2022, 6, 1),
        due=date(2024, 5, 31),
        budget=620 * MILLION,
        accepted=date(2024, 6, 14),
        grade=Grade.PASS,
    ),
)


def load(office: Office) -> None:
    """Load the programme, its tasks, and the project with its reports."""
    programme = Programme.objects.filter(name=COUNTRYSIDE).first()
    if programme is None:
        programme = Programme(name=COUNTRYSIDE)
        programme.save()
    known = set(ScienceTask.objects.values_list("title", flat=True))
    for study in (*STUDIES, *_studies_now()):
        if study.title not in known:
            _carry_out(office, study, programme)
    if not FundedProject.objects.filter(title=PROJECT).exists():
        _fund(office)


def _studies_now() -> tuple[Study, ...]:
    """Return a task that is past its end and waits for the officer, and one on its way."""
    now = today()
    return (
        Study(
            title="Cảnh báo sớm sạt lở đất cho các bản vùng cao",
            code=f"ĐT-{now.year - 2}-02",
            kind=ScienceKind.TOPIC,
            level=ScienceLevel.PROVINCE,
            lead=WATER,
            head=3,
            starts=now - timedelta(days=730),
            due=now - timedelta(days=20),
            budget=980 * MILLION,
            countryside=False,
        ),
        Study(
            title="Quy trình tưới tiết kiệm cho cam trên đất dốc",
            code=f"NTM-{now.year}-01",
            kind=ScienceKind.PROJECT,
            level=ScienceLevel.PROVINCE,
            lead=WATER,
            head=5,
            starts=now - timedelta(days=150),
            due=now + timedelta(days=400),
            budget=760 * MILLION,
        ),
    )


def _carry_out(office: Office, study: Study, programme: Programme) -> None:
    task = actions.open_science_task(
        title=study.title,
        code=study.code,
        kind=study.kind,
        level=study.level,
        programme=programme if study.countryside else None,
        head=office.pool[study.head],
        starts_on=study.starts,
        due_on=study.due,
        budget=study.budget,
        performers=[
            Part(association(study.lead), PerformerRole.LEAD),
            Part(organisation(UNION), PerformerRole.PARTNER),
        ],
        by=office.officer,
    )
    if study.accepted is not None and study.grade is not None:
        actions.accept_result(task=task, on=study.accepted, grade=study.grade, by=office.officer)


def _fund(office: Office) -> None:
    """The project against HIV/AIDS: its reports hold counts and nobody's name."""
    project = actions.open_project(
        title=PROJECT,
        starts_on=date(2021, 1, 1),
        ends_on=date(2023, 12, 31),
        budget=2_800 * MILLION,
        aim="Truyền thông, tư vấn và giới thiệu dịch vụ dự phòng tại cộng đồng.",
        partners=[
            Partner(organisation(GLOBAL_FUND, OrganisationKind.OTHER), PartnerRole.DONOR),
            Partner(organisation(VUSTA), PartnerRole.MANAGER),
            Partner(organisation(UNION), PartnerRole.PARTNER),
        ],
        by=office.officer,
    )
    for since, until, reached, activities, millions in HALVES:
        actions.report_project(
            project=project,
            since=since,
            until=until,
            on=until + timedelta(days=10),
            beneficiaries=reached,
            activities=activities,
            spent=millions * MILLION,
            by=office.officer,
        )
