"""The issues, year by year, through the same verbs that the office uses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.demo import people as accounts
from lienhiep.demo.journal import people, recipients
from lienhiep.demo.journal.booklet import bind
from lienhiep.demo.journal.texts import FIELDS, Field, written
from lienhiep.directory.models import Organisation, Person
from lienhiep.journal import actions
from lienhiep.journal.actions import ArticleRow, Byline
from lienhiep.journal.choices import Channel, Stage
from lienhiep.journal.models import Article, Issue, Licence, ReceivedExchange, Subject, YearPlan
from lienhiep.journal.reference_codes import DEPOSIT_DAYS, REPLY_DAYS

THEMES = (
    "Mừng Đảng, mừng Xuân",
    "Gặp mặt trí thức đầu xuân",
    "Sản xuất vụ xuân",
    "Sáng tạo trẻ",
    "Ngày Khoa học và Công nghệ Việt Nam",
    "Môi trường và biến đổi khí hậu",
    "Tri ân người có công",
    "Ứng phó thiên tai",
    "Năm học mới",
    "Chuyển đổi số",
    "Tôn vinh trí thức",
    "Nhìn lại một năm",
)
PAGES, PRINT_RUN, FIRST_PAGE = 64, 1200, 3
FIRST_YEAR = 2021
"""Shown lightly, for the comparison with the year before: few articles, no files."""


@dataclass(frozen=True)
class Office:
    """Who acts, who writes, and under which licence."""

    secretary: User
    leader: User
    writers: list[Person]
    contributor: User
    subjects: dict[str, Subject]
    licence: Licence


def load() -> None:
    """Load the journal's part of the demonstration; what stands already is left as it is."""
    secretary = accounts.account(Role.JOURNAL_SECRETARY)
    with transaction.atomic():
        recipients.load(secretary)
        office = Office(
            secretary=secretary,
            leader=accounts.account(Role.LEADER),
            writers=people.load(),
            contributor=accounts.account(Role.CONTRIBUTOR),
            subjects=_subjects(),
            licence=_licence(),
        )
        _deadlines(office)
    for year, whole in ((FIRST_YEAR, False), (2022, True), (today().year, False)):
        if not YearPlan.objects.of_year(year).exists():
            with transaction.atomic():
                _plan(office, year)
                (_past_year if year < today().year else _this_year)(office, year, whole)


def _subjects() -> dict[str, Subject]:
    for position, field in enumerate(FIELDS, start=1):
        if not Subject.objects.filter(code=field.code).exists():
            Subject(code=field.code, name=field.name, position=position).save()
    return {subject.code: subject for subject in Subject.objects.all()}


def _licence() -> Licence:
    found = Licence.objects.filter(number="07/GP-XBBT").first()
    if found is None:
        found = Licence(
            kind="document",
            number="07/GP-XBBT",
            authority="Sở Thông tin và Truyền thông (trình diễn)",
            issued_on=date(2020, 12, 15),
            valid_from=date(2021, 1, 1),
            responsible="Người chịu trách nhiệm xuất bản (trình diễn)",
            max_pages=PAGES,
            deposit_copies=2,
            source="Luật Báo chí 2016, Điều 34",
        )
        found.save()
    return found


def _deadlines(office: Office) -> None:
    for code, days, source in (
        (REPLY_DAYS, 30, "Quy chế của tập san (trình diễn)"),
        (DEPOSIT_DAYS, 10, "Quy chế của tập san (trình diễn)"),
    ):
        if not ReferenceValue.objects.filter(code=code).exists():
            set_reference(
                code=code,
                value=days,
                valid_from=date(2021, 1, 1),
                source=source,
                by=office.secretary,
            )


def _plan(office: Office, year: int) -> None:
    plan = actions.plan_year(
        year=year,
        issues=12,
        shares={office.subjects[field.code]: field.share for field in FIELDS},
        by=office.secretary,
    )
    for planned in plan.planned_issues.all():
        planned.theme = THEMES[planned.number - 1]
        planned.save()
    if date(year - 1, 12, 20) <= today():
        actions.approve_plan(plan=plan, on=date(year - 1, 12, 20), by=office.leader)


def _past_year(office: Office, year: int, whole: bool) -> None:
    """Bring out a year that is over: 2022 month by month, 2021 with one double number."""
    doubles = set() if whole else {7}
    number = 1
    while number <= len(THEMES):
        count = 2 if number in doubles else 1
        issue = _issue(office, year, number, count)
        _fill(office, issue, whole)
        _bring_out(office, issue, _twentieth(issue))
        number += count
    if whole:
        _refusals(office, year)
        _exchanges(office, year)


def _this_year(office: Office, year: int, whole: bool) -> None:
    """Bring out what has appeared, and leave the next numbers where work goes on."""
    printed = max(today().month - 1, 1)
    for number in range(1, min(printed + 3, len(THEMES) + 1)):
        issue = _issue(office, year, number, 1)
        if number <= printed + 1:
            _fill(office, issue, whole)
        if number < printed:
            _bring_out(office, issue, _twentieth(issue))
        elif number == printed:
            signed = today() - timedelta(days=9)
            actions.sign_for_print(issue=issue, on=signed, by=office.leader)
            actions.mark_printed(issue=issue, on=signed + timedelta(days=5), by=office.secretary)
        elif number == printed + 1:
            _send_proof(office, issue)
        else:
            actions.move_issue(issue=issue, stage=Stage.COLLECTING, by=office.secretary)
    _manuscripts(office)


def _send_proof(office: Office, issue: Issue) -> None:
    """Let the contributor's own article of the issue wait for their answer."""
    for article in issue.articles.by_person(office.contributor.person_id):
        actions.ask_for_proof(
            article=article,
            on=today() - timedelta(days=2),
            due=today() + timedelta(days=3),
            by=office.secretary,
        )


def _issue(office: Office, year: int, number: int, count: int) -> Issue:
    month = number + count - 1
    issue = actions.open_issue(
        year=year,
        number=number,
        number_count=count,
        month=month,
        title=THEMES[number - 1],
        planned_on=date(year, month, 20),
        cover_date=date(year, month, 1),
        page_count=PAGES,
        print_run=PRINT_RUN,
        licence=office.licence,
        by=office.secretary,
    )
    actions.move_issue(issue=issue, stage=Stage.LAYOUT, by=office.secretary)
    return issue


def _twentieth(issue: Issue) -> date:
    return date(issue.year, issue.month, 20)


def _fill(office: Office, issue: Issue, whole: bool) -> None:
    """Place twenty articles, or in a year shown lightly the first of each subject."""
    rows, page = [], FIRST_PAGE
    for field in FIELDS:
        for place, pages in enumerate(field.pages if whole else field.pages[:1]):
            rows.append(_row(office, issue, field, place, page, pages, len(rows)))
            page += pages
    actions.load_articles(issue=issue, rows=rows, by=office.secretary)


def _row(
    office: Office, issue: Issue, field: Field, place: int, page: int, pages: int, nth: int
) -> ArticleRow:
    title, abstract, text = written(field, place, issue.month - 1)
    received = min(_twentieth(issue), today()) - timedelta(days=45 + nth)
    return ArticleRow(
        title=title,
        subject=office.subjects[field.code],
        authors=_byline(office, issue.month * 7 + nth * 3, nth),
        received_on=received,
        accepted_on=received + timedelta(days=12),
        page_from=page,
        page_to=page + pages - 1,
        kind=field.kind,
        abstract=abstract,
        web_text=text,
    )


def _byline(office: Office, start: int, nth: int) -> list[Byline]:
    """Choose the contributors: every fifth article has two; the account's own has some."""
    if nth == 4:
        return [Byline(office.contributor.person)]
    first = office.writers[start % len(office.writers)]
    second = office.writers[(start + 11) % len(office.writers)]
    return [Byline(first), Byline(second)] if nth % 5 == 1 else [Byline(first)]


def _bring_out(office: Office, issue: Issue, on: date) -> None:
    """Sign, print, deposit, publish and send."""
    by = office.secretary
    if issue.year != FIRST_YEAR:
        bind(issue, by)
    actions.sign_for_print(issue=issue, on=on - timedelta(days=12), by=office.leader)
    actions.mark_printed(issue=issue, on=on - timedelta(days=6), by=by)
    actions.record_deposit(
        issue=issue, on=on - timedelta(days=3), receipt=f"{issue.number:02}/LC", by=by
    )
    actions.publish_issue(issue=issue, on=on, by=by)
    actions.deliver_issue(issue=issue, on=on + timedelta(days=2), by=by)


def _received(office: Office, title: str, field: Field, on: date, writer: Person) -> Article:
    return actions.receive_article(
        title=title,
        subject=office.subjects[field.code],
        authors=[Byline(writer)],
        on=on,
        channel=Channel.DESK,
        abstract="Bản thảo trình diễn, chờ văn phòng trả lời.",
        by=office.secretary,
    )


def _refusals(office: Office, year: int) -> None:
    """Refuse a manuscript a month, so that received and published differ."""
    for month in range(1, 13):
        field = FIELDS[month % 4]
        article = _received(
            office,
            f"Bản thảo tháng {month}/{year}: {field.topics[month - 1][0]}",
            field,
            date(year, month, 8),
            office.writers[month * 5 % len(office.writers)],
        )
        actions.refuse_article(
            article=article,
            on=date(year, month, 25),
            reason="Nội dung trùng với bài đã đăng trong năm.",
            by=office.secretary,
        )


def _exchanges(office: Office, year: int) -> None:
    """Record one journal that came in exchange each quarter."""
    unions = Organisation.objects.of_kind("sister_union").in_order()[:4]
    for quarter, union in enumerate(unions):
        if not ReceivedExchange.objects.filter(organisation=union).exists():
            actions.record_exchange(
                organisation=union,
                title="Tập san Khoa học và Kỹ thuật",
                number_label=f"{quarter * 3 + 1}/{year}",
                on=date(year, quarter * 3 + 2, 15),
                copies=2,
                by=office.secretary,
            )


def _manuscripts(office: Office) -> None:
    """Leave manuscripts at every stage: one late for its answer, some fresh, one accepted."""
    for place, (days, field) in enumerate(((41, FIELDS[1]), (12, FIELDS[0]), (3, FIELDS[2]))):
        writer = office.contributor.person if place == 1 else office.writers[place]
        topic = field.topics[place + 5][0]
        _received(office, f"Góp thêm về {topic}", field, today() - timedelta(days=days), writer)
    accepted = _received(
        office,
        "Kết quả khảo nghiệm giống mới ở ba huyện",
        FIELDS[0],
        today() - timedelta(days=30),
        office.contributor.person,
    )
    actions.accept_article(article=accepted, on=today() - timedelta(days=20), by=office.secretary)
    refused = _received(
        office,
        "Vài suy nghĩ về nghề làm báo",
        FIELDS[3],
        today() - timedelta(days=60),
        office.contributor.person,
    )
    actions.refuse_article(
        article=refused,
        on=today() - timedelta(days=50),
        reason="Bài ngoài tôn chỉ của tập san; mời tác giả gửi bài theo chuyên đề.",
        by=office.secretary,
    )
