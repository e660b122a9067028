"""What the Union itself gave, year by year, and the nominations that wait today."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.demo import people as accounts
from lienhiep.demo.cast import person
from lienhiep.demo.honours import decisions
from lienhiep.demo.honours.decisions import document, form
from lienhiep.demo.honours.people import LETTERS_2022, associations
from lienhiep.demo.office import COMMENDATION
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.directory.models import Organisation
from lienhiep.honours import actions
from lienhiep.honours.actions import Candidate, Subject
from lienhiep.honours.choices import Ground
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.reference_codes import ANSWER_DAYS, CONFER_DAYS, VOTE_PERCENT
from lienhiep.honours.rules import organisations_of

OWN_RULES = "Quy chế thi đua, khen thưởng của Liên hiệp hội (trình diễn)"
YEAR_END = "Hội nghị tổng kết công tác năm {} và triển khai nhiệm vụ năm {}"
DECIDED_ON = date(2023, 1, 5)
MEMBERS_OF_COUNCIL = 9
REWARD_COLLECTIVE, REWARD_PERSON = 894_000, 447_000


def load() -> None:
    """Load commendation of the demonstration; what stands already is left as it is."""
    leader, officer = accounts.account(Role.LEADER), accounts.account(Role.OFFICER)
    with transaction.atomic():
        actions.load_forms()
        _terms(officer)
        if Honour.objects.exists():
            return
        decisions.load(officer)
        _letters_of_2021(leader)
        _letters_of_2022(officer, leader)
        _this_year(officer, leader)


def _terms(by: User) -> None:
    for code, value in ((ANSWER_DAYS, 30), (CONFER_DAYS, 30), (VOTE_PERCENT, 80)):
        if not ReferenceValue.objects.filter(code=code).exists():
            set_reference(
                code=code, value=value, valid_from=date(2021, 1, 1), source=OWN_RULES, by=by
            )


def _letters_of_2021(leader: User) -> None:
    """Give three collectives and six persons their letters for 2021, by one decision."""
    collectives = [Subject(organisation=one) for one in associations(6)[3:]]
    persons = [
        Subject(person=person(f"{name} Gương Mẫu"), described_as="Hội viên hội thành viên")
        for name in ("Nguyễn Văn", "Trần Thị", "Lê Quang", "Phạm Thị", "Hồ Xuân", "Phan Đức")
    ]
    made = actions.decide_honours(
        form=form("union-letter"),
        awarding_body=organisation(UNION),
        year=2021,
        subjects=[*collectives, *persons],
        achievement="Có thành tích trong công tác hội năm 2021.",
        symbol="128/QĐ-LHH",
        on=date(2021, 12, 30),
        by=leader,
    )
    actions.confer_honours(
        honours=made, on=date(2022, 1, 14), occasion=YEAR_END.format(2021, 2022), by=leader
    )


def _letters_of_2022(officer: User, leader: User) -> None:
    """Take four collectives and seven persons through council, decision and conferral.

    The year rewarded is 2022, the decision of January 2023, the conferral of 10/01/2023. The
    report of that meeting calls the year 2023, which is a slip of the pen.
    """
    nomination = actions.nominate(
        proposer=organisation(UNION),
        form=form("union-letter"),
        awarding_body=organisation(UNION),
        year=2022,
        on=date(2022, 12, 20),
        summary="Có thành tích xuất sắc trong công tác hội năm 2022.",
        candidates=[
            *(
                Candidate(
                    organisation=one,
                    achievement="Dẫn đầu phong trào của các hội thành viên năm 2022.",
                )
                for one in associations(4)
            ),
            *(
                Candidate(
                    person=person(one.name, one.titles),
                    described_as=one.described_as,
                    achievement=one.achievement,
                )
                for one in LETTERS_2022
            ),
        ],
        by=officer,
    )
    votes = {
        nominee: MEMBERS_OF_COUNCIL - place % 2
        for place, nominee in enumerate(nomination.nominees.all())
    }
    actions.record_votes(
        nomination=nomination,
        on=date(2023, 1, 4),
        votes_of=MEMBERS_OF_COUNCIL,
        votes=votes,
        by=officer,
    )
    found = document(COMMENDATION, DECIDED_ON)
    actions.decide_nomination(
        nomination=nomination,
        document=found,
        symbol=COMMENDATION,
        on=None if found else DECIDED_ON,
        money_collective=REWARD_COLLECTIVE,
        money_person=REWARD_PERSON,
        by=leader,
    )
    actions.confer_nomination(
        nomination=nomination,
        on=date(2023, 1, 10),
        occasion=YEAR_END.format(2022, 2023),
        by=officer,
    )


def _this_year(officer: User, leader: User) -> None:
    """Leave a decision to hand over, and nominations at three stages."""
    year, ago = today().year, today() - timedelta(days=40)
    actions.decide_honours(
        form=form("union-letter"),
        awarding_body=organisation(UNION),
        year=ago.year,
        ground=Ground.SUDDEN,
        subjects=[
            Subject(person=person(name), described_as="Hội viên hội thành viên")
            for name in ("Võ Văn Cứu Đê", "Đinh Thị Ứng Cứu")
        ],
        achievement="Có thành tích đột xuất trong ứng phó bão, lũ.",
        symbol="97/QĐ-LHH",
        on=ago,
        by=leader,
    )
    first, second, third = _proposers()
    _nominated(first, year, 6, "Trần Thị Đề Cử", officer)
    voted = _nominated(second, year, 18, "Lê Hữu Tiến Cử", officer)
    actions.record_votes(
        nomination=voted,
        on=today() - timedelta(days=4),
        votes_of=MEMBERS_OF_COUNCIL,
        votes=dict.fromkeys(voted.nominees.all(), MEMBERS_OF_COUNCIL),
        by=officer,
    )
    returned = _nominated(third, year, 12, "Cao Văn Giới Thiệu", officer)
    actions.return_nomination(
        nomination=returned,
        on=today() - timedelta(days=2),
        reason="Báo cáo thành tích chưa có xác nhận của hội; đề nghị bổ sung.",
        by=officer,
    )


def _proposers() -> list[Organisation]:
    """Return three associations, the contact officer's own as the first and the last."""
    own = organisations_of(accounts.account(Role.CONTACT_OFFICER))
    of_contact = list(Organisation.objects.filter(pk__in=own).in_order()[:1])
    others = associations(3)
    return [*(of_contact or others[:1]), others[1], *(of_contact or others[2:3])]


def _nominated(
    proposer: Organisation, year: int, days_ago: int, written_name: str, by: User
) -> Nomination:
    """Take in a nomination as associations write it: a name, not yet a record."""
    return actions.nominate(
        proposer=proposer,
        form=form("union-letter"),
        awarding_body=organisation(UNION),
        year=year,
        on=today() - timedelta(days=days_ago),
        summary=f"Có thành tích nổi bật trong công tác hội năm {year}.",
        candidates=[
            Candidate(organisation=proposer),
            Candidate(
                written_name=written_name,
                described_as="Ủy viên Ban Chấp hành hội",
                achievement="Hoàn thành xuất sắc nhiệm vụ được giao.",
            ),
        ],
        by=by,
    )
