"""What is under way today: events to come, some to be recorded, one postponed, promises open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.period import today
from lienhiep.demo import people
from lienhiep.demo.events import office, relations
from lienhiep.demo.organisations import AGRICULTURE, SCIENCE, organisation
from lienhiep.events import actions
from lienhiep.events.choices import (
    Audience,
    ConferenceKind,
    CourseKind,
    Mode,
    RegistrationChannel,
)
from lienhiep.events.forms.registering import purpose_note
from lienhiep.events.models import (
    Conference,
    CoordinationProgramme,
    Course,
    Sponsorship,
)

PARTICIPANTS = (
    ("Nguyễn Tham Dự", "Hội Làm vườn Nghệ An", "tham.du@lienhiep.example"),
    ("Lê Đăng Ký", "Trường trung học phổ thông Mẫu", "dang.ky@lienhiep.example"),
    ("Phạm Quan Tâm", "", "quan.tam@lienhiep.example"),
)
NEXT_PROGRAMME = "Phối hợp bảo tồn nguồn gen cây thuốc bản địa"


def load() -> None:
    """Load what comes and what waits; days are counted from the day of loading."""
    by = office.officer()
    _to_come(by)
    _to_record(by)
    _to_decide(by)


def _plan(title: str, by: User, on: date, **facts: Any) -> Conference | None:
    """Plan a conference of ours, unless it stands already."""
    if Conference.objects.filter(title=title).exists():
        return None
    return actions.plan_conference(
        title=title,
        by=by,
        **{
            "kind": ConferenceKind.SEMINAR,
            "mode": Mode.ROOM,
            "audience": Audience.INTELLECTUALS,
            "host": office.own_union(),
            "starts_at": office.at(on),
            "ends_at": office.at(on, 11, 30),
            "place": office.HALL,
            **facts,
        },
    )


def _to_come(by: User) -> None:
    """Announce a seminar and a course that take registrations, and the conferences after them."""
    seminar = _plan(
        "Hội thảo khoa học và công nghệ với kinh tế biển",
        by,
        today() + timedelta(days=12),
        mode=Mode.BOTH,
        online_address="https://hop.lienhiep.example/phong-2",
        co_hosts=[organisation(SCIENCE)],
        programme=(
            "08:00 Đón đại biểu.\n\n08:15 Bốn tham luận về cảng biển, nuôi biển, điện gió và "
            "môi trường ven bờ.\n\n10:30 Thảo luận.\n\n11:15 Kết luận."
        ),
        chair=people.account(Role.LEADER).person,
    )
    if seminar is not None:
        _take_registrations(seminar, by)
    _plan(
        "Tọa đàm góp ý kế hoạch công tác năm tới",
        by,
        today() + timedelta(days=9),
        kind=ConferenceKind.DISCUSSION,
        audience=Audience.ASSOCIATIONS,
        is_public=False,
    )
    _plan(
        "Hội nghị tổng kết năm và triển khai nhiệm vụ năm sau",
        by,
        today() + timedelta(days=45),
        kind=ConferenceKind.YEAR_END,
        audience=Audience.ASSOCIATIONS,
    )
    _coming_course(by)


def _take_registrations(event: Conference | Course, by: User) -> None:
    actions.open_registration(
        event=event,
        opens_on=today() - timedelta(days=5),
        closes_on=today() + timedelta(days=10),
        capacity=120,
        by=by,
    )
    for name, workplace, email in PARTICIPANTS:
        actions.register_attendee(
            event=event,
            name=name,
            organisation_name=workplace,
            email=email,
            channel=RegistrationChannel.WEBSITE,
            agreed_to=purpose_note(90),
            by=None,
        )


def _coming_course(by: User) -> None:
    title = "Kỹ năng viết tin, bài cho trang tin của hội"
    if Course.objects.filter(title=title).exists():
        return
    on = today() + timedelta(days=20)
    course = actions.plan_course(
        title=title,
        kind=CourseKind.ASSOCIATION_WORK,
        mode=Mode.ONLINE,
        audience=Audience.ASSOCIATIONS,
        host=office.own_union(),
        starts_at=office.at(on, 14),
        ends_at=office.at(on + timedelta(days=1), 16, 30),
        online_address="https://hop.lienhiep.example/phong-3",
        sessions=2,
        content="Buổi một: viết tin ngắn, đặt tít.\n\nBuổi hai: ảnh, bản quyền, kiểm chứng.",
        teachers=[(people.account(Role.EDITOR).person, "Viết tin, đặt tít")],
        by=by,
    )
    actions.open_registration(
        event=course,
        opens_on=today() - timedelta(days=2),
        closes_on=today() + timedelta(days=15),
        by=by,
    )


def _to_record(by: User) -> None:
    """Leave one event over and unrecorded, one without minutes, one postponed, one cancelled."""
    _plan("Hội thảo giống cây trồng chịu hạn", by, today() - timedelta(days=7))
    held = _plan(
        "Hội thảo bảo tồn nghề truyền thống",
        by,
        today() - timedelta(days=20),
        audience=Audience.PUBLIC,
    )
    if held is not None:
        actions.record_held(
            event=held, on=held.ends_on, in_room=71, source="Danh sách ký tên", by=by
        )
    late = _plan("Tọa đàm năng lượng mặt trời mái nhà", by, today() + timedelta(days=4))
    if late is not None:
        actions.postpone_event(
            event=late, on=today() - timedelta(days=3), reason="Chờ diễn giả từ Hà Nội.", by=by
        )
    given_up = _plan("Hội thảo du lịch cộng đồng miền Tây", by, today() + timedelta(days=6))
    if given_up is not None:
        actions.cancel_event(
            event=given_up,
            on=today() - timedelta(days=1),
            reason="Ghép vào hội thảo kinh tế biển.",
            by=by,
        )


def _to_decide(by: User) -> None:
    """Leave a programme to sign, a promise to receive, and one given up."""
    if not CoordinationProgramme.objects.filter(title=NEXT_PROGRAMME).exists():
        actions.prepare_programme(
            title=NEXT_PROGRAMME,
            partners=[organisation(AGRICULTURE)],
            prepared_since=today() - timedelta(days=30),
            by=by,
        )
    year = today().year
    open_promise = f"{relations.CONTEST} {year}"
    if not Sponsorship.objects.filter(purpose=open_promise).exists():
        actions.promise_sponsorship(
            sponsor=relations.sponsor(relations.BANK),
            purpose=open_promise,
            amount_promised=60_000_000,
            promised_on=today() - timedelta(days=25),
            by=by,
        )
        released = actions.promise_sponsorship(
            sponsor=relations.sponsor(relations.ENTERPRISE),
            purpose=open_promise,
            amount_promised=20_000_000,
            promised_on=today() - timedelta(days=60),
            by=by,
        )
        actions.release_sponsorship(
            sponsorship=released,
            on=today() - timedelta(days=10),
            reason="Đơn vị chuyển sang hỗ trợ năm sau.",
            by=by,
        )
