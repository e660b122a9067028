"""Advisory tasks: six delivered in 2022, some before and after, and those that wait now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from lienhiep.advisory import actions
from lienhiep.advisory.actions import Part, Reply
from lienhiep.advisory.choices import (
    Answer,
    CouncilRole,
    FundSource,
    Interest,
    PerformerRole,
    TaskKind,
    TaskOrigin,
)
from lienhiep.advisory.files import DOSSIER, OPINION, REPORT
from lienhiep.advisory.models import AdvisoryTask, CouncilMember
from lienhiep.core.period import today
from lienhiep.demo.advisory.cases import (
    FARMING,
    HISTORY,
    INFORMATICS,
    MEDICINE,
    ROADS,
    WATER,
    Office,
    association,
    paper,
)
from lienhiep.demo.organisations import (
    AGRICULTURE,
    HEALTH,
    PARTY_COMMITTEE,
    PEOPLES_COMMITTEE,
    SCIENCE,
    UNION,
    organisation,
)
from lienhiep.directory.models import Person

YES, PARTLY, NO = Answer.ACCEPTED, Answer.PARTLY, Answer.REFUSED
ROLES = (
    CouncilRole.CHAIRMAN,
    CouncilRole.REVIEWER,
    CouncilRole.REVIEWER,
    CouncilRole.MEMBER,
    CouncilRole.SECRETARY,
)


@dataclass(frozen=True)
class Case:
    """A task that is over: its bodies, its days, what it recommended and what became of it."""

    title: str
    kind: TaskKind
    origin: TaskOrigin
    asker: str
    lead: str
    received: date
    delivered: date
    answers: list[tuple[str, Answer]] = field(default_factory=list)
    replied: date | None = None
    closed: date | None = None
    listed: int | None = None
    first_expert: int | None = None
    paid: int = 0
    source: FundSource = FundSource.BUDGET
    summary: str = ""


OVER = (
    Case(
        title="Phản biện dự thảo Đề án cấp nước sạch cho các xã ven biển",
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASSIGNED,
        asker=PEOPLES_COMMITTEE,
        lead=WATER,
        received=date(2021, 3, 8),
        delivered=date(2021, 6, 25),
        answers=[
            ("Tính lại nhu cầu nước theo dân số của từng xã.", YES),
            ("Làm rõ nguồn nước dự phòng trong mùa mặn.", YES),
        ],
        replied=date(2021, 8, 2),
        closed=date(2021, 9, 6),
        listed=2021,
        paid=32_000_000,
        summary="Hội đồng góp ý về nguồn nước, nhu cầu và phương án dự phòng của đề án.",
    ),
    Case(
        title="Tư vấn lựa chọn giống lúa chịu hạn cho vùng trung du",
        kind=TaskKind.ADVICE,
        origin=TaskOrigin.ASKED,
        asker=AGRICULTURE,
        lead=FARMING,
        received=date(2021, 7, 12),
        delivered=date(2021, 10, 29),
        answers=[("Khảo nghiệm thêm một vụ trước khi nhân rộng.", YES)],
        replied=date(2021, 12, 1),
        closed=date(2021, 12, 20),
        paid=18_000_000,
        source=FundSource.CONTRACT,
        summary="So sánh sáu giống lúa và đề xuất hai giống phù hợp với đất trung du.",
    ),
    Case(
        title="Phản biện dự thảo Đề án nông nghiệp ứng dụng công nghệ cao giai đoạn 2022 - 2030",
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASSIGNED,
        asker=PEOPLES_COMMITTEE,
        lead=FARMING,
        received=date(2022, 1, 14),
        delivered=date(2022, 4, 28),
        answers=[
            ("Chọn ba sản phẩm chủ lực thay vì chín để tập trung nguồn lực.", YES),
            ("Bổ sung phương án liên kết giữa doanh nghiệp và hợp tác xã.", YES),
            ("Lập lộ trình đào tạo kỹ thuật viên cấp xã.", PARTLY),
        ],
        replied=date(2022, 6, 10),
        closed=date(2022, 7, 4),
        listed=2022,
        first_expert=0,
        paid=45_000_000,
        summary=(
            "Hội đồng đánh giá cao mục tiêu của đề án, đồng thời chỉ ra danh mục sản phẩm còn "
            "dàn trải.\n\nCơ quan chủ trì đã rút gọn danh mục và bổ sung phần liên kết."
        ),
    ),
    Case(
        title="Phản biện phương án tuyến đường tránh khu dân cư phía tây thành phố",
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASKED,
        asker="Sở Giao thông vận tải",
        lead=ROADS,
        received=date(2022, 3, 1),
        delivered=date(2022, 6, 30),
        answers=[
            ("Dịch tuyến 300 m để tránh khu di tích.", YES),
            ("Tăng khẩu độ hai cống thoát lũ.", YES),
            ("Làm cầu vượt tại nút giao phía bắc.", NO),
        ],
        replied=date(2022, 9, 5),
        closed=date(2022, 10, 3),
        first_expert=5,
        paid=60_000_000,
        source=FundSource.CONTRACT,
        summary="Hội đồng so sánh ba phương án tuyến về thoát lũ, di tích và chi phí.",
    ),
    Case(
        title="Tư vấn bảo quản hiện vật gỗ tại các nhà truyền thống cấp huyện",
        kind=TaskKind.ADVICE,
        origin=TaskOrigin.ASKED,
        asker="Sở Văn hóa và Thể thao",
        lead=HISTORY,
        received=date(2022, 4, 18),
        delivered=date(2022, 8, 15),
        answers=[
            ("Lập hồ sơ tình trạng cho từng hiện vật.", YES),
            ("Trang bị thiết bị đo ẩm cho các kho.", PARTLY),
        ],
        replied=date(2022, 9, 30),
        closed=date(2022, 11, 7),
        listed=2022,
        paid=15_000_000,
        source=FundSource.CONTRACT,
        summary="Khảo sát mười một nhà truyền thống và hướng dẫn cách bảo quản đồ gỗ.",
    ),
    Case(
        title="Giám định xã hội việc sử dụng công trình nước sạch nông thôn sau đầu tư",
        kind=TaskKind.APPRAISAL,
        origin=TaskOrigin.PROPOSED,
        asker=PEOPLES_COMMITTEE,
        lead=WATER,
        received=date(2022, 5, 9),
        delivered=date(2022, 10, 20),
        answers=[
            ("Giao rõ đơn vị vận hành cho từng công trình.", Answer.OPEN),
            ("Công khai kết quả kiểm nghiệm nước hằng quý.", Answer.OPEN),
        ],
        closed=date(2023, 4, 14),
        listed=2022,
        first_expert=3,
        paid=38_000_000,
        summary="Khảo sát 42 công trình, lấy ý kiến người dùng nước và chính quyền xã.",
    ),
    Case(
        title="Phản biện Kế hoạch chuyển đổi số ngành y tế giai đoạn 2022 - 2025",
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASSIGNED,
        asker=HEALTH,
        lead=MEDICINE,
        received=date(2022, 6, 6),
        delivered=date(2022, 11, 18),
        answers=[
            ("Thống nhất mã người bệnh giữa các bệnh viện.", YES),
            ("Tổ chức tập huấn trước khi bỏ sổ giấy.", YES),
            ("Lùi thời hạn đối với trạm y tế vùng cao.", PARTLY),
        ],
        replied=date(2022, 12, 23),
        closed=date(2023, 1, 16),
        listed=2022,
        first_expert=6,
        paid=42_000_000,
        summary="Hội đồng góp ý về dữ liệu dùng chung, an toàn thông tin và lộ trình.",
    ),
    Case(
        title="Tư vấn xây dựng bộ tiêu chí làng thông minh",
        kind=TaskKind.ADVICE,
        origin=TaskOrigin.ASSIGNED,
        asker=SCIENCE,
        lead=INFORMATICS,
        received=date(2022, 8, 1),
        delivered=date(2022, 12, 12),
        answers=[("Thử nghiệm bộ tiêu chí ở ba làng trước khi ban hành.", YES)],
        replied=date(2023, 2, 20),
        closed=date(2023, 3, 6),
        listed=2022,
        paid=25_000_000,
        summary="Đề xuất bộ tiêu chí gồm hạ tầng, dịch vụ và kỹ năng số của người dân.",
    ),
    Case(
        title="Phản biện dự thảo Nghị quyết về phát triển khoa học và công nghệ",
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASSIGNED,
        asker=PARTY_COMMITTEE,
        lead=FARMING,
        received=date(2023, 5, 15),
        delivered=date(2023, 9, 22),
        answers=[
            ("Nêu chỉ tiêu cụ thể về chi cho khoa học và công nghệ.", YES),
            ("Bổ sung cơ chế đặt hàng đối với hội thành viên.", YES),
        ],
        replied=date(2023, 11, 10),
        closed=date(2023, 12, 4),
        listed=2023,
        paid=48_000_000,
        summary="Hội đồng góp ý về mục tiêu, nguồn lực và cơ chế của dự thảo nghị quyết.",
    ),
)


def load(office: Office) -> None:
    """Load the tasks that are over, then those that wait for somebody now."""
    known = set(AdvisoryTask.objects.values_list("title", flat=True))
    for case in OVER:
        if case.title not in known:
            _bring_to_its_end(office, case)
    for title, make in WAITING.items():
        if title not in known:
            make(office, title)


def _bring_to_its_end(office: Office, case: Case) -> None:
    """Take a task through every step that it met, on the days on which it met them."""
    by = office.officer
    task = actions.receive_task(
        title=case.title,
        kind=case.kind,
        origin=case.origin,
        asker=organisation(case.asker),
        performers=_performers(case.lead),
        on=case.received,
        due_on=case.delivered + timedelta(days=7),
        in_year_list=case.listed,
        planned_amount=case.paid,
        fund_source=case.source,
        is_public=True,
        summary=case.summary,
        by=by,
    )
    accepted = case.received + timedelta(days=5)
    actions.accept_task(task=task, on=accepted, by=by)
    if case.first_expert is not None:
        experts = [
            office.pool[(case.first_expert + place) % len(office.pool)]
            for place in range(len(ROLES))
        ]
        _meet(office, task, experts, accepted, case.delivered)
    actions.deliver_report(
        task=task,
        on=case.delivered,
        recommendations=[text for text, _answer in case.answers],
        report_file=paper(
            "BÁO CÁO KẾT QUẢ",
            case.title,
            [case.summary, *(f"{text}" for text, _answer in case.answers)],
            name=f"bao-cao-{case.delivered:%d-%m-%Y}.pdf",
            use=REPORT,
            by=by,
        ),
        by=by,
    )
    actions.record_payment(
        task=task,
        on=case.delivered + timedelta(days=10),
        amount=case.paid,
        fund_source=case.source,
        by=office.accountant,
    )
    _answer(task, case, by)


def _performers(lead: str) -> list[Part]:
    return [
        Part(association(lead), PerformerRole.LEAD),
        Part(organisation(UNION), PerformerRole.PARTNER),
    ]


def _meet(
    office: Office, task: AdvisoryTask, experts: list[Person], accepted: date, delivered: date
) -> None:
    """Name a council, take in its papers, and let it meet ten days before the report."""
    session = delivered - timedelta(days=10)
    set_up = accepted + timedelta(days=10)
    members = _name(office, task, experts, accepted + timedelta(days=4), session)
    actions.set_up_council(task=task, on=set_up, by=office.leader)
    for member in members:
        if member.opinion_due_on:
            actions.submit_opinion(
                member=member,
                on=session - timedelta(days=3),
                words="Nhận xét về cơ sở, số liệu và tính khả thi; nội dung trình diễn.",
                by=office.officer,
            )
    actions.hold_session(
        task=task, on=session, present=len(members), agreed=len(members), by=office.officer
    )


def _name(
    office: Office, task: AdvisoryTask, experts: list[Person], stated: date, due: date
) -> list[CouncilMember]:
    members = []
    for expert, role in zip(experts, ROLES, strict=True):
        writes = role in (CouncilRole.REVIEWER, CouncilRole.MEMBER)
        member = actions.name_member(
            task=task,
            person=expert,
            role=role,
            opinion_due_on=due if writes else None,
            by=office.officer,
        )
        actions.state_interest(member=member, interest=Interest.NONE, on=stated, by=office.officer)
        members.append(member)
    return members


def _answer(task: AdvisoryTask, case: Case, by: object) -> None:
    if case.replied is not None:
        given = dict(case.answers)
        actions.record_reply(
            task=task,
            on=case.replied,
            answers={
                row: Reply(
                    given[row.text],
                    "" if given[row.text] == YES else "Nguồn lực hiện nay chưa cho phép.",
                )
                for row in task.recommendations.all()
            },
            by=by,
        )
    if case.closed is not None:
        note = "" if case.replied else "Đã hai lần đề nghị, cơ quan nhận báo cáo chưa trả lời."
        actions.close_task(task=task, on=case.closed, note=note, by=by)


def _council_at_work(office: Office, title: str) -> None:
    """A council at work now: two papers are in, one is late, the expert's own is due."""
    now = today()
    task = _begun(office, title, now - timedelta(days=40), due=now + timedelta(days=18))
    task.dossier = paper(
        "HỒ SƠ",
        title,
        ["Thuyết minh quy hoạch, bản đồ và bảng số liệu (nội dung trình diễn)."],
        name="ho-so-quy-hoach.pdf",
        use=DOSSIER,
        by=office.officer,
    )
    task.save()
    pool = office.pool
    experts = [pool[1], pool[3], office.expert.person, pool[4], pool[6]]
    members = _name(office, task, experts, now - timedelta(days=30), now + timedelta(days=5))
    members[1].opinion_due_on = now - timedelta(days=2)
    members[1].save()
    actions.set_up_council(task=task, on=now - timedelta(days=25), by=office.leader)
    actions.submit_opinion(
        member=members[3],
        on=now - timedelta(days=4),
        words="Đồng ý với hướng quy hoạch; cần bổ sung số liệu về lũ năm 2020.",
        paper=paper(
            "BÀI NHẬN XÉT",
            title,
            ["Nhận xét về cơ sở dữ liệu, phương pháp và tính khả thi (trình diễn)."],
            name="bai-nhan-xet.pdf",
            use=OPINION,
            by=office.officer,
        ),
        by=office.officer,
    )


def _council_named(office: Office, title: str) -> None:
    """A council whose members are named and have stated their interest: the leader decides."""
    now = today()
    task = _begun(office, title, now - timedelta(days=15), due=now + timedelta(days=60))
    _name(office, task, office.pool[5:10], now - timedelta(days=3), now + timedelta(days=30))


def _just_received(office: Office, title: str) -> None:
    """A request that waits to be accepted, and is late."""
    actions.receive_task(
        title=title,
        kind=TaskKind.ADVICE,
        origin=TaskOrigin.ASKED,
        asker=organisation(HEALTH),
        performers=_performers(MEDICINE),
        on=today() - timedelta(days=9),
        due_on=today() + timedelta(days=45),
        by=office.officer,
    )


def _without_reply(office: Office, title: str) -> None:
    """A report delivered some time ago to which nobody has replied."""
    now = today()
    task = _begun(office, title, now - timedelta(days=120), due=now - timedelta(days=40))
    delivered = now - timedelta(days=45)
    task.is_public = True
    task.summary = "Góp ý về quy mô, công nghệ và phương án thu gom."
    task.save()
    actions.deliver_report(
        task=task,
        on=delivered,
        recommendations=["Tính lại khối lượng theo mùa.", "Chọn công nghệ phù hợp quy mô xã."],
        report_file=paper(
            "BÁO CÁO KẾT QUẢ",
            title,
            [task.summary],
            name="bao-cao-rac-thai.pdf",
            use=REPORT,
            by=office.officer,
        ),
        by=office.officer,
    )


def _begun(office: Office, title: str, received: date, due: date) -> AdvisoryTask:
    task = actions.receive_task(
        title=title,
        kind=TaskKind.CRITIQUE,
        origin=TaskOrigin.ASSIGNED,
        asker=organisation(PEOPLES_COMMITTEE),
        performers=_performers(WATER),
        on=received,
        due_on=due,
        in_year_list=received.year,
        subject="Mục tiêu, phạm vi, số liệu đầu vào và phương án thực hiện.",
        planned_amount=50_000_000,
        fund_source=FundSource.BUDGET,
        by=office.officer,
    )
    actions.accept_task(task=task, on=received + timedelta(days=4), by=office.officer)
    return task


WAITING = {
    "Phản biện quy hoạch phòng, chống lũ lưu vực sông Cả": _council_at_work,
    "Phản biện phương án xử lý rác thải sinh hoạt liên xã": _without_reply,
    "Phản biện dự thảo Đề án kinh tế tuần hoàn cấp xã": _council_named,
    "Tư vấn quy trình dinh dưỡng học đường": _just_received,
}
"""What waits now, for the expert, for the asking body, for the leader and for the officer."""
