"""The decisions that others made about the Union and its people, as they reached the office."""

from __future__ import annotations

from datetime import date

from lienhiep.accounts.actions import record_consent
from lienhiep.accounts.choices import ConsentChannel, ConsentGiver, ConsentPurpose
from lienhiep.accounts.models import Consent, User
from lienhiep.demo import office
from lienhiep.demo.cast import person
from lienhiep.demo.contests import winners_of_2021
from lienhiep.demo.honours.people import (
    HISTORIAN,
    MEDALS_2021,
    PUPILS_2021,
    TEACHERS_2021,
    historian,
)
from lienhiep.demo.organisations import PEOPLES_COMMITTEE, UNION, VIFOTEC, VUSTA, organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Person
from lienhiep.honours import actions
from lienhiep.honours.actions import Subject
from lienhiep.honours.choices import Ground
from lienhiep.honours.models import EmulationResult, HonourForm
from lienhiep.office.models import OfficialDocument

PROVINCE_DECIDED_ON = date(2022, 3, 10)
CLUSTER = "Cụm thi đua số 4"
HONOURED_ON = date(2022, 6, 17)
YOUNGEST_TEACHER = 2000
"""Year of birth: whoever was born later won as a pupil in 2021."""


def form(code: str) -> HonourForm:
    """Return a form of honour by its code."""
    return HonourForm.objects.get(code=code)


def document(symbol: str, day: date) -> OfficialDocument | None:
    """Return a document by its symbol and year, or None where the register holds none.

    Numbers begin again each year, so the symbol alone may mean another decision.
    """
    of_year = OfficialDocument.objects.filter(symbol=symbol, issued_on__year=day.year)
    return of_year.order_by("-issued_on", "pk").first()


def load(by: User) -> None:
    """Record what the Union and its people received in 2021 and 2022."""
    _merits(by)
    _distinction(by)
    _medals(by)
    _province(by)
    _emulation()


def _merits(by: User) -> None:
    """Record the certificates of merit of the Union: one of 2021, three decided in 2022."""
    vusta, vifotec = organisation(VUSTA), organisation(VIFOTEC)
    rows = (
        ("vusta-merit", vusta, 2021, Ground.REGULAR, "212/QĐ-LHHVN", date(2021, 12, 24), ""),
        (
            "vusta-merit",
            vusta,
            2022,
            Ground.CONTEST,
            office.NATIONAL_MERIT,
            date(2022, 11, 24),
            "Tuyên truyền, phổ biến và tổ chức tốt Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng "
            "toàn quốc lần thứ 18; là một trong 12 đơn vị được khen.",
        ),
        (
            "contest-merit",
            vifotec,
            2021,
            Ground.CONTEST,
            office.AWARD_MERIT,
            date(2022, 2, 16),
            "Tuyên truyền, phổ biến và tổ chức tốt Giải thưởng Sáng tạo khoa học công nghệ "
            "Việt Nam năm 2021.",
        ),
        (
            "vusta-merit",
            vusta,
            2022,
            Ground.REGULAR,
            office.VUSTA_MERIT,
            date(2022, 12, 12),
            f"Thành tích công tác năm 2022 ({CLUSTER}).",
        ),
    )
    for code, body, year, ground, symbol, day, why in rows:
        found = document(symbol, day)
        actions.record_received_honour(
            form=form(code),
            awarding_body=body,
            year=year,
            ground=ground,
            subject=Subject(
                organisation=organisation(UNION),
                achievement=why or f"Thành tích công tác năm {year}.",
            ),
            document=found,
            symbol=symbol,
            on=None if found else day,
            by=by,
        )


def _distinction(by: User) -> None:
    found = document(office.TYPICAL_INTELLECTUAL, HONOURED_ON)
    actions.record_received_honour(
        form=form("vusta-distinction"),
        awarding_body=organisation(VUSTA),
        year=2022,
        ground=Ground.CONTRIBUTION,
        subject=Subject(
            person=historian(HONOURED_ON),
            described_as=HISTORIAN.described_as,
            achievement=HISTORIAN.achievement,
        ),
        document=found,
        symbol=office.TYPICAL_INTELLECTUAL,
        on=None if found else HONOURED_ON,
        conferred_on=date(2022, 12, 20),
        occasion="Lễ tôn vinh trí thức khoa học và công nghệ tiêu biểu",
        by=by,
    )


def _medals(by: User) -> None:
    actions.decide_honours(
        form=form("vusta-medal"),
        awarding_body=organisation(VUSTA),
        year=2021,
        ground=Ground.CONTRIBUTION,
        subjects=[
            Subject(person=person(one.name, one.titles), described_as=one.described_as)
            for one in MEDALS_2021
        ],
        achievement="Đóng góp nhiều năm cho sự nghiệp của các hội khoa học và kỹ thuật.",
        symbol="150/QĐ-LHHVN",
        on=date(2021, 9, 15),
        by=by,
    )


def _province(by: User) -> None:
    """Record the decision of the province on the national winners of 2021 and their teachers.

    The report of the year names the decision and whom it is for, but no form (bằng khen,
    giấy khen); so it stands here as a commendation by decision.
    """
    found = document(office.REWARDS_OF_THE_PROVINCE, PROVINCE_DECIDED_ON)
    honours = actions.decide_honours(
        form=form("province-reward"),
        awarding_body=organisation(PEOPLES_COMMITTEE),
        year=2021,
        ground=Ground.CONTEST,
        subjects=_winners(),
        achievement="Đạt giải tại Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng toàn quốc lần "
        "thứ 17 năm 2021.",
        document=found,
        symbol=office.REWARDS_OF_THE_PROVINCE,
        on=None if found else PROVINCE_DECIDED_ON,
        by=by,
    )
    pupils = [honour for honour in honours if honour.is_pupil]
    agreed = Consent.objects.in_force().filter(
        purpose=ConsentPurpose.PUBLISH_NAME, person__in=[honour.person for honour in pupils]
    )
    if agreed.exists():
        return
    record_consent(
        purpose=ConsentPurpose.PUBLISH_NAME,
        text="Đồng ý công bố họ tên, trường và kết quả dự thi trên trang tin.",
        text_version="2022-01",
        person=pupils[0].person,
        channel=ConsentChannel.PAPER,
        given_by=ConsentGiver.BOTH,
        giver_name="Mẹ của học sinh (trình diễn)",
        by=by,
    )


def _winners() -> list[Subject]:
    """Return the winners of 2021 and their teachers as the contests know them, or stand-ins."""
    known = winners_of_2021()
    if known:
        return [_winner(one) for one in known]
    pupils = [
        Subject(person=_pupil(name, year), described_as=described, is_pupil=True)
        for name, described, year in PUPILS_2021
    ]
    teachers = [
        Subject(person=person(name), described_as=described) for name, described in TEACHERS_2021
    ]
    return [*pupils, *teachers]


def _winner(winner: Person) -> Subject:
    is_pupil = winner.birth_date is not None and winner.birth_date.year > YOUNGEST_TEACHER
    role = "Học sinh đạt giải" if is_pupil else "Giáo viên hướng dẫn"
    return Subject(
        person=winner,
        described_as=", ".join(filter(None, [role, winner.workplace])),
        is_pupil=is_pupil,
    )


def _pupil(name: str, born: int) -> Person:
    pupil = person(name)
    if pupil.birth_year is None:
        pupil.birth_year = born
        pupil.save()
    return pupil


def _emulation() -> None:
    union, vusta = organisation(UNION), organisation(VUSTA)
    for year, result in (
        (2021, "Được VUSTA ghi nhận hoàn thành tốt nhiệm vụ"),
        (2022, "Được VUSTA tặng bằng khen"),
    ):
        EmulationResult(
            year=year,
            cluster=CLUSTER,
            organisation=union,
            awarding_body=vusta,
            result=result,
            announced_on=date(year, 12, 28),
            lead_unit=organisation(
                "Liên hiệp các Hội Khoa học và Kỹ thuật Thanh Hóa", OrganisationKind.SISTER_UNION
            ),
        ).save()
