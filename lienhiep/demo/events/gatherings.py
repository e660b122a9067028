"""Conferences, meetings and courses of the past years, through the verbs of the room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.associations.choices import BodyKind
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.demo.cast import CHAIR, STANDING_VICE_CHAIR, person
from lienhiep.demo.events import office
from lienhiep.demo.events.conclusions import TASKS_OF_2023, YEAR_END_2022
from lienhiep.demo.events.texts import CONFERENCES, COURSES, STUDIES, Held
from lienhiep.demo.organisations import organisation
from lienhiep.events import actions
from lienhiep.events.choices import Audience, ConferenceKind, Mode, Place
from lienhiep.events.models import Conference, Course
from lienhiep.events.reference_codes import (
    MINUTES_DAYS,
    RECORD_DAYS,
    REGISTRATION_DAYS,
    RENEWAL_DAYS,
)

DEADLINES = ((RECORD_DAYS, 5), (MINUTES_DAYS, 10), (RENEWAL_DAYS, 60), (REGISTRATION_DAYS, 90))

MEETINGS = (
    (BodyKind.EXECUTIVE, 5, date(2021, 12, 17), 41),
    (BodyKind.STANDING, 9, date(2021, 7, 9), 11),
    (BodyKind.STANDING, 10, date(2021, 12, 10), 12),
    (BodyKind.STANDING, 11, date(2022, 1, 7), 12),
    (BodyKind.EXECUTIVE, 6, date(2022, 1, 14), 43),
    (BodyKind.STANDING, 12, date(2022, 4, 12), 11),
    (BodyKind.STANDING, 13, date(2022, 7, 8), 12),
    (BodyKind.EXECUTIVE, 7, date(2022, 7, 15), 40),
    (BodyKind.STANDING, 14, date(2022, 10, 14), 13),
    (BodyKind.EXECUTIVE, 8, date(2023, 1, 10), 44),
)
PERMANENT_MONTHS = (2, 3, 5, 6, 8, 11)


def load() -> None:
    """Load the deadlines of the office, and what was held from 2021 to 2023."""
    by = office.officer()
    for code, days in DEADLINES:
        if not ReferenceValue.objects.filter(code=code).exists():
            set_reference(
                code=code,
                value=days,
                valid_from=date(2021, 1, 1),
                source="Quy chế làm việc của văn phòng (trình diễn)",
                by=by,
            )
    for held in (*STUDIES, *CONFERENCES):
        conference(held, by)
    for held in COURSES:
        course(held, by)
    _meetings(by)
    _year_end(by)


def conference(held: Held, by: User) -> None:
    """Plan a conference and record it as held, unless it stands already."""
    if Conference.objects.filter(title=held.title).exists():
        return
    made = actions.plan_conference(
        **_facts(held),
        studied=office.document(held.symbol),
        chair=None if held.host[0] else person(CHAIR),
        programme=held.text,
        co_hosts=[organisation(name) for name in held.co_hosts],
        by=by,
    )
    actions.record_held(
        event=made,
        on=held.on,
        in_room=held.in_room,
        online=held.online,
        source=_source(held),
        by=by,
    )


def course(held: Held, by: User) -> None:
    """Plan a course and record it as held, unless it stands already."""
    if Course.objects.filter(title=held.title).exists():
        return
    made = actions.plan_course(
        **_facts(held),
        sessions=held.sessions,
        content="\n\n".join(topic for _name, topic in held.teachers),
        teachers=[(person(name), topic) for name, topic in held.teachers],
        by=by,
    )
    actions.hold_course(
        course=made,
        on=made.ends_on,
        sessions=held.sessions,
        in_room=held.in_room,
        online=held.online,
        certificates=held.certificates,
        source=_source(held),
        by=by,
    )


def _facts(held: Held) -> dict[str, Any]:
    is_online = held.mode == Mode.ONLINE
    words, name = held.host
    last = held.on + timedelta(days=held.days - 1)
    return {
        "title": held.title,
        "kind": held.kind,
        "mode": held.mode,
        "audience": held.audience,
        "host": office.association(words, name) if words else office.own_union(),
        "starts_at": office.at(held.on, held.hour),
        "ends_at": office.at(last, held.hour + 3, 30),
        "place": "" if is_online else (f"Trụ sở {name}" if words else office.HALL),
        "online_address": "" if held.mode == Mode.ROOM else "https://hop.lienhiep.example/phong-1",
    }


def _source(held: Held) -> str:
    return "Nhật ký phòng họp trực tuyến" if held.mode == Mode.ONLINE else "Danh sách ký tên"


def _meetings(by: User) -> None:
    """Hold the meetings of the Executive and the Standing Committee, and of the leadership."""
    for kind, ordinal, day, present in MEETINGS:
        name = office.BODY_NAMES[kind]
        _meeting(kind, f"Họp {name} lần thứ {ordinal}", day, present, by, ordinal)
    for month in PERMANENT_MONTHS:
        _meeting(
            BodyKind.PERMANENT,
            f"Giao ban Thường trực tháng {month}/2022",
            date(2022, month, 3),
            4,
            by,
        )


def _meeting(
    kind: str, title: str, day: date, present: int, by: User, ordinal: int | None = None
) -> None:
    if Conference.objects.filter(title=title).exists():
        return
    is_small = kind == BodyKind.PERMANENT
    made = actions.plan_conference(
        title=title,
        kind=ConferenceKind.BODY_MEETING,
        body=office.body(kind),
        ordinal=ordinal,
        mode=Mode.ROOM,
        audience=Audience.KEY_CADRES,
        host=office.own_union(),
        chair=person(STANDING_VICE_CHAIR if is_small else CHAIR),
        starts_at=office.at(day),
        ends_at=office.at(day, 11),
        place=office.MEETING_ROOM,
        is_public=False,
        by=by,
    )
    actions.record_held(event=made, on=day, in_room=present, source="Danh sách ký tên", by=by)


def _year_end(by: User) -> None:
    """Hold the conference of 10/01/2023 in the afternoon, with its ten conclusions."""
    if Conference.objects.filter(title=YEAR_END_2022).exists():
        return
    day = date(2023, 1, 10)
    made = actions.plan_conference(
        title=YEAR_END_2022,
        kind=ConferenceKind.YEAR_END,
        mode=Mode.ROOM,
        audience=Audience.ASSOCIATIONS,
        host=office.own_union(),
        chair=person(CHAIR),
        starts_at=office.at(day, 14),
        ends_at=office.at(day, 17),
        place=office.HALL,
        programme=(
            "14:00 Khai mạc.\n\n"
            "14:15 Phó Chủ tịch Thường trực báo cáo kết quả năm 2022 và nhiệm vụ năm 2023.\n\n"
            "15:00 Các hội thành viên trao đổi.\n\n"
            "16:00 Trao giấy khen cho 4 tập thể và 7 cá nhân.\n\n"
            "16:30 Chủ tịch kết luận hội nghị."
        ),
        conclusions_public=True,
        by=by,
    )
    actions.record_held(
        event=made,
        on=day,
        in_room=62,
        source="Danh sách ký tên",
        groups=[actions.Present(Place.ROOM, Audience.KEY_CADRES, 24)],
        by=by,
    )
    actions.record_conclusions(conference=made, texts=TASKS_OF_2023, by=by)
