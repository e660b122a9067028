"""The years of the contests, through the same verbs that the office uses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from lienhiep.accounts.choices import ConsentChannel, ConsentGiver, ConsentPurpose, Role
from lienhiep.contests import actions
from lienhiep.contests.actions import AuthorRow, ConsentGiven, Contact, EntryRow
from lienhiep.contests.choices import EntryChannel, Rank
from lienhiep.contests.models import Contest, Edition
from lienhiep.contests.reference_codes import FIRST_VALUES
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.demo import people as accounts
from lienhiep.demo.cast import person
from lienhiep.demo.contests import national, people, youth
from lienhiep.demo.contests.contests import (
    AWARD,
    TECHNICAL,
    TECHNICAL_LEVELS,
    TECHNICAL_NATIONAL,
    YOUTH,
    YOUTH_LEVELS,
    YOUTH_NATIONAL,
    contests,
    day_of,
    document,
    national_organisers,
    provincial_organisers,
)
from lienhiep.demo.contests.texts import (
    CRITERIA,
    TECHNICAL_ENTRIES,
    TECHNICAL_FIELDS,
    summary_of,
)
from lienhiep.demo.contests.youth import ENTRIES_2022, PRIZES_2022, Office
from lienhiep.directory.models import Affiliation, Person

CALL_2022 = "Kế hoạch tổ chức Cuộc thi Sáng tạo thanh thiếu niên nhi đồng"
PRIZES_OF_2022 = "Trao giải Cuộc thi Sáng tạo thanh thiếu niên nhi đồng tỉnh năm 2022"
"""What documents of the office's register are about."""
CHILDREN_2022, CHILDREN_2021, CHILDREN_NOW = 135, 20, 16
"""Invented children of each year; those of one year take no part in another."""
CALL = (
    "Các em từ 6 đến 18 tuổi sống, học tập tại Nghệ An đều được dự thi, một mình hoặc theo nhóm, "
    "mỗi sản phẩm không quá năm em.\n\nHồ sơ gồm phiếu đăng ký, sản phẩm hoặc mô hình và bản "
    "thuyết minh. Giấy khai sinh chỉ xem rồi trả lại. Họ tên, trường của các em chỉ công bố khi "
    "các em và cha mẹ hoặc người giám hộ đồng ý."
)


def load() -> None:
    """Load the contests of the demonstration; what stands already is left as it is."""
    with transaction.atomic():
        _terms()
        known = contests()
        schools = people.schools()
        office = Office(
            organiser=accounts.account(Role.CONTEST_ORGANISER),
            schools=schools,
            teachers=people.teachers(schools),
            children=[],
        )
        youth.let_teachers_agree(office, office.organiser)
        if not known[YOUTH].editions.exists():
            _youth_2021(office, known)
            _youth_2022(office, known)
        if not known[AWARD].editions.exists():
            national.award_of_2021(known[AWARD], office)
        if not known[TECHNICAL].editions.exists():
            _technical(office, known)
        if not known[YOUTH].editions.filter(year_label=str(today().year)).exists():
            _youth_now(office, known)


def _terms() -> None:
    for code, value, since, source in FIRST_VALUES:
        if not ReferenceValue.objects.filter(code=code, valid_from__gte=since).exists():
            set_reference(code=code, value=value, valid_from=since, source=source, by=None)


def _youth(
    office: Office, contest: Contest, year: int, opens: date, deadline: date, **facts: Any
) -> Edition:
    return actions.open_edition(
        contest=contest,
        year_label=str(year),
        opens_on=opens,
        deadline=deadline,
        born_from=date(year - 18, 8, 31),
        born_until=date(year - 6, 8, 31),
        max_authors=5,
        spread_limit=15,
        call=CALL,
        organisers=provincial_organisers(),
        fields=youth.field_names(),
        levels=YOUTH_LEVELS,
        criteria=[(name, most, 1) for name, most in CRITERIA],
        by=office.organiser,
        **facts,
    )


def _conclude(office: Office, edition: Edition, on: date, symbol: str) -> None:
    """Publish the results and number the certificates."""
    actions.publish_results(edition=edition, on=on, document=document(symbol), by=office.organiser)
    actions.issue_certificates(edition=edition, on=on, by=office.organiser)


def _youth_2021(office: Office, known: dict[str, Contest]) -> None:
    """Hold the contest of 2021 lightly: fourteen entries, ten prizes, three national ones."""
    seventeenth = national.youth_edition(known[YOUTH_NATIONAL], 17, 2021, office)
    edition = _youth(
        office,
        known[YOUTH],
        2021,
        date(2021, 2, 20),
        date(2021, 6, 30),
        leads_to=seventeenth,
    )
    pupils = people.children(CHILDREN_2022 + CHILDREN_2021, date(2004, 9, 1))
    of_2021 = Office(office.organiser, office.schools, office.teachers, pupils[CHILDREN_2022:])
    entries = youth.load_entries(of_2021, edition, (3, 3, 3, 3, 2))
    prizes = {Rank.FIRST: 1, Rank.SECOND: 2, Rank.THIRD: 3, Rank.CONSOLATION: 4}
    youth.award(office, edition, entries, prizes, date(2021, 7, 26))
    _conclude(office, edition, date(2021, 7, 30), "61/QĐ-BTC")
    national.send_and_hear(
        office,
        entries[:4],
        seventeenth,
        national.RESULTS_17,
        sent=date(2021, 8, 16),
        decided=date(2021, 11, 26),
    )


def _youth_2022(office: Office, known: dict[str, Contest]) -> None:
    """Hold the contest of 2022 whole, as the report of the year tells it."""
    eighteenth = national.youth_edition(known[YOUTH_NATIONAL], 18, 2022, office)
    opens, deadline = youth.opening_2022()
    edition = _youth(
        office, known[YOUTH], 2022, opens, deadline, leads_to=eighteenth,
        call_document=document(CALL_2022),
    )  # fmt: skip
    whole = Office(
        office.organiser,
        office.schools,
        office.teachers,
        people.children(CHILDREN_2022, date(2004, 9, 1)),
    )
    entries = youth.load_entries(whole, edition, ENTRIES_2022)
    decided = day_of(PRIZES_OF_2022, date(2022, 10, 12))
    youth.award(whole, edition, entries, PRIZES_2022, decided)
    _conclude(office, edition, decided + timedelta(days=2), PRIZES_OF_2022)
    willing = [entry for place, entry in enumerate(entries) if place not in youth.SILENT]
    national.send_and_hear(
        office,
        willing[: national.SENT_2022],
        eighteenth,
        national.RESULTS_18,
        sent=date(2022, 8, 15),
        decided=day_of(national.RESULT_18, date(2022, 11, 9)),
        symbol=national.RESULT_18,
    )


def _technical(office: Office, known: dict[str, Contest]) -> None:
    """Hold the contest of 2022-2023, whose national results are still to be recorded."""
    nation = actions.open_edition(
        contest=known[TECHNICAL_NATIONAL],
        year_label="2022-2023",
        ordinal=17,
        opens_on=date(2022, 6, 1),
        deadline=date(2023, 9, 30),
        organisers=national_organisers(),
        fields=TECHNICAL_FIELDS,
        levels=TECHNICAL_LEVELS,
        by=office.organiser,
    )
    edition = actions.open_edition(
        contest=known[TECHNICAL],
        year_label="2022-2023",
        opens_on=date(2022, 9, 15),
        deadline=date(2023, 7, 31),
        leads_to=nation,
        organisers=provincial_organisers(),
        fields=TECHNICAL_FIELDS,
        levels=TECHNICAL_LEVELS,
        criteria=[(name, most, 1) for name, most in CRITERIA],
        call=(
            "Mọi cá nhân, tập thể trong tỉnh có giải pháp kỹ thuật được tạo ra và áp dụng trong "
            "năm năm gần đây đều được dự thi."
        ),
        by=office.organiser,
    )
    fields = list(edition.fields.all())
    rows = [
        EntryRow(
            title=title,
            summary=summary_of(title),
            field=fields[field],
            authors=[AuthorRow(person(f"Tác Giả Giải Pháp {_roman(place)}", "KS"))],
            received_on=date(2023, 3, 1) + timedelta(days=9 * place),
            accepted_on=date(2023, 8, 4),
            channel=EntryChannel.POST,
            unit=office.schools[16 + place % 5] if place % 3 == 0 else None,
        )
        for place, (title, field) in enumerate(TECHNICAL_ENTRIES)
    ]
    entries = actions.load_entries(edition=edition, rows=rows, by=office.organiser)
    levels = {level.rank: level for level in edition.levels.all()}
    for entry, rank in zip(entries, (Rank.SECOND, Rank.THIRD, Rank.CONSOLATION), strict=False):
        actions.award_prize(
            entry=entry, level=levels[rank], on=date(2023, 9, 8), by=office.organiser
        )
    _conclude(office, edition, date(2023, 9, 12), "77/QĐ-BTC")


def _youth_now(office: Office, known: dict[str, Contest]) -> None:
    """Leave this year's contest open, with a contestant, a juror and papers to check."""
    year, day = today().year, today()
    edition = _youth(
        office,
        known[YOUTH],
        year,
        day - timedelta(days=75),
        day + timedelta(days=40),
    )
    total = CHILDREN_2022 + CHILDREN_2021 + CHILDREN_NOW
    newcomers = people.children(total, date(year - 17, 9, 1))
    rows = Office(office.organiser, office.schools, office.teachers, newcomers[-CHILDREN_NOW:])
    entries = youth.load_entries(rows, edition, (3, 2, 2, 2, 2), checked=False)
    for entry in entries[:8]:
        actions.accept_entry(entry=entry, on=day, by=office.organiser)
    actions.refuse_entry(
        entry=entries[8],
        on=day,
        reason="Sản phẩm đã dự thi năm trước, chưa có cải tiến mới.",
        by=office.organiser,
    )
    _contestant(office, edition)
    _jury(office, edition)


def _contestant(office: Office, edition: Edition) -> None:
    """Let the contestant's account have sent an entry that still lacks its explanation."""
    account = accounts.account(Role.CONTESTANT)
    child: Person = account.person
    if child.birth_date is None:
        child.birth_date = date(today().year - 15, 5, 15)
        child.save()
    actions.receive_entry(
        edition=edition,
        field=edition.fields.all()[4],
        title="Còi báo nước dâng dùng phao tre",
        summary=summary_of("Còi báo nước dâng dùng phao tre"),
        unit=office.schools[6],
        authors=[
            AuthorRow(
                person=child,
                class_name="9B",
                contact=Contact("Phụ huynh của em Ngô Dự Thi", "0238 000 0000", "bố"),
                consent=ConsentGiven(
                    purposes=frozenset({ConsentPurpose.CONTEST_ENTRY, ConsentPurpose.PUBLISH_NAME}),
                    given_by=ConsentGiver.BOTH,
                    giver_name="Phụ huynh của em Ngô Dự Thi",
                    channel=ConsentChannel.WEBSITE,
                ),
            )
        ],
        mentors=[office.teachers[6]],
        channel=EntryChannel.DESK,
        on=today() - timedelta(days=6),
        sent_by=account,
        by=account,
    )


def _jury(office: Office, edition: Edition) -> None:
    """Appoint three jurors; the account of one has sheets to score, the others have begun."""
    mine = accounts.account(Role.JUROR).person
    others = [person("Lê Chấm Điểm", "TS"), person("Hồ Công Tâm", "PGS.TS")]
    for one in (mine, *others):
        actions.appoint_juror(
            edition=edition, person=one, on=today() - timedelta(days=20), by=office.organiser
        )
    # A juror who teaches at a school of the contest receives no sheet of its entries.
    if not others[0].affiliations.exists():
        Affiliation(person=others[0], organisation=office.schools[7], position="Hiệu phó").save()
    sheets = actions.assign_jurors(
        edition=edition,
        on=today() - timedelta(days=3),
        due=today() + timedelta(days=12),
        by=office.organiser,
    )
    criteria = list(edition.criteria.all())
    for nth, sheet in enumerate(sheets):
        if sheet.juror.person == mine and nth > 3:
            continue
        points = {
            one: one.max_points * (70 + (nth * 13 + place * 7) % 28) // 100
            for place, one in enumerate(criteria)
        }
        actions.submit_score(score=sheet, points=points, on=today(), by=office.organiser)


def _roman(place: int) -> str:
    return ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám")[place]
