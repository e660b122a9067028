"""What waits at the journal, for whom, since when and until when."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import Role
from lienhiep.core.desk import doors_for
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import waiting_for
from lienhiep.journal.choices import IssueState, Stage
from lienhiep.journal.reference_codes import DEPOSIT_DAYS, REPLY_DAYS
from tests.factories.directory import PersonFactory
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    DeliveryFactory,
    IssueFactory,
    PlannedIssueFactory,
    YearPlanFactory,
    issue_at,
    placed_article,
    published_issue,
    staff,
)

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


def waits(user, on=None):
    return [str(item.what) for item in waiting_for(user, on)]


def sent(issue):
    """Let an issue wait for nothing more: deposited and sent."""
    issue.deposited_on = issue.published_on
    issue.save()
    DeliveryFactory(issue=issue, sent_on=issue.published_on)
    return issue


def test_a_planned_number_that_has_not_appeared_is_late_when_its_month_is_over(secretary):
    plan = YearPlanFactory(year=2022, approved_on=date(2021, 12, 20))
    PlannedIssueFactory(plan=plan, number=5, month=5)
    PlannedIssueFactory(plan=plan, number=6, month=6)

    (item,) = waiting_for(secretary, JUNE)

    assert (str(item.what), item.due, item.is_late) == (
        "Số 5/2022 theo kế hoạch chưa phát hành",
        date(2022, 5, 31),
        True,
    )


def test_a_number_that_appeared_inside_a_double_issue_is_not_late(secretary):
    plan = YearPlanFactory(year=2022, approved_on=date(2021, 12, 20))
    PlannedIssueFactory(plan=plan, number=6, month=6)
    sent(published_issue(year=2022, number=5, number_count=2))

    assert waits(secretary) == []


def test_a_manuscript_waits_until_the_day_that_the_office_has_set(secretary):
    set_reference(
        code=REPLY_DAYS, value=30, valid_from=date(2022, 1, 1), source="Quy chế", by=secretary
    )
    article = ArticleFactory(title="Nuôi ong", received_on=date(2022, 5, 1))

    (item,) = waiting_for(secretary, JUNE)

    assert (str(item.what), item.since, item.due, item.url) == (
        "Trả lời bản thảo “Nuôi ong”",
        date(2022, 5, 1),
        date(2022, 5, 31),
        admin_row_url(article),
    )


def test_a_manuscript_waits_without_a_date_where_the_office_has_set_none(secretary):
    ArticleFactory(received_on=date(2022, 5, 1))

    (item,) = waiting_for(secretary, JUNE)

    assert item.due is None


@pytest.mark.parametrize(
    ("state", "who", "words"),
    [
        (Stage.EDITING, Role.EDITOR, "Hoàn tất biên tập Số 5/2022"),
        (Stage.LAYOUT, Role.EDITOR, "Hoàn tất dàn trang Số 5/2022"),
        (Stage.LAYOUT, Role.LEADER, "Ký duyệt in Số 5/2022"),
        (IssueState.SIGNED, Role.JOURNAL_SECRETARY, "Ghi nhận in xong Số 5/2022"),
    ],
)
def test_an_issue_waits_for_whoever_does_the_next_step(state, who, words):
    issue_at(state, number=5)

    assert waits(staff(who)) == [words]


def test_a_printed_issue_waits_to_be_published_and_deposited(secretary):
    issue = issue_at(IssueState.PRINTED, number=5)
    set_reference(
        code=DEPOSIT_DAYS, value=10, valid_from=date(2022, 1, 1), source="Luật", by=secretary
    )

    items = {str(item.what): item.due for item in waiting_for(secretary)}

    assert items == {
        "Phát hành Số 5/2022": None,
        "Nộp lưu chiểu Số 5/2022": issue.printed_on + timedelta(days=10),
    }


@pytest.mark.parametrize("with_line", [False, True])
def test_a_published_issue_waits_until_every_line_is_sent(secretary, with_line):
    issue = sent(published_issue(number=5))
    issue.deliveries.all().delete()
    if with_line:
        DeliveryFactory(issue=issue, sent_on=issue.published_on)
        DeliveryFactory(issue=issue)

    assert waits(secretary) == ["Gửi Số 5/2022 tới các nơi nhận"]


def test_what_is_done_waits_for_nobody(secretary, leader):
    sent(published_issue())

    assert waits(secretary) + waits(leader) == []


def test_a_plan_waits_for_the_leader_until_it_is_approved(leader):
    YearPlanFactory(year=2022)
    YearPlanFactory(year=2023, approved_on=date(2022, 12, 20))

    assert waits(leader) == ["Duyệt kế hoạch tập san năm 2022"]


@pytest.mark.parametrize(
    "role", sorted(set(Role) - {Role.JOURNAL_SECRETARY, Role.LEADER, Role.EDITOR})
)
def test_nothing_of_the_journal_waits_for_other_roles(role):
    YearPlanFactory(year=2022)
    ArticleFactory()
    IssueFactory(number=4, stage=Stage.LAYOUT)
    issue_at(IssueState.PRINTED, number=5)

    assert waits(staff(role, person=PersonFactory())) == []


def proof_of(*people):
    article = placed_article(
        IssueFactory(stage=Stage.LAYOUT),
        title="Nuôi ong",
        proof_asked_on=JUNE,
        proof_due_on=date(2022, 6, 15),
    )
    for person in people:
        ArticleAuthorFactory(article=article, person=person)
    return article


def test_a_proof_waits_for_each_contributor_of_the_article_and_for_nobody_else():
    mai, an, other = PersonFactory(), PersonFactory(), PersonFactory()
    article = proof_of(mai, an)

    owed = {
        person: [(str(item.what), item.due, item.url) for item in waiting_for(user, JUNE)]
        for person in (mai, an, other)
        for user in [staff(Role.CONTRIBUTOR, person=person)]
    }

    expected = (
        "Đọc bản in thử bài “Nuôi ong”",
        date(2022, 6, 15),
        f"/ban-lam-viec/tap-san/{article.pk}/ban-in-thu/",
    )
    assert owed == {mai: [expected], an: [expected], other: []}


def test_the_contributors_desk_is_open_to_contributors_with_a_person():
    door = doors_for(staff(Role.CONTRIBUTOR, person=PersonFactory()))
    closed = doors_for(staff(Role.CONTRIBUTOR)) + doors_for(staff(Role.JUROR))

    assert [one.url for one in door if one.url == "/ban-lam-viec/tap-san/"] == [
        "/ban-lam-viec/tap-san/"
    ]
    assert [one.url for one in closed if one.url == "/ban-lam-viec/tap-san/"] == []


def test_waiting_asks_the_database_as_often_for_30_manuscripts_as_for_1(secretary):
    ArticleFactory()
    waiting_for(secretary, today())
    with CaptureQueriesContext(connection) as few:
        waiting_for(secretary, today())
    for _place in range(29):
        ArticleFactory()

    with CaptureQueriesContext(connection) as many:
        waiting_for(secretary, today())

    assert len(many) == len(few)
