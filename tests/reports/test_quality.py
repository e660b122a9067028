"""What the checks of all rooms find, for those who answer for the reports."""

from itertools import count

import pytest
from django.urls import reverse
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core import data_checks
from lienhiep.core.data_checks import Check, Finding
from lienhiep.core.waiting import waiting_for
from lienhiep.reports import quality
from lienhiep.reports.models import CheckCount
from lienhiep.reports.quality import MOST_FOUND, look_through
from lienhiep.reports.tasks import count_findings_one_by_one
from tests.factories.accounts import user_with
from tests.factories.journal import ArticleFactory, PlannedIssueFactory, SubjectFactory
from tests.factories.reports import KeyTaskFactory

pytestmark = pytest.mark.django_db
PAGE = "/quan-tri/figures/data-quality/"


@pytest.fixture(autouse=True)
def checks(monkeypatch):
    """Begin without any check."""
    found = {}
    monkeypatch.setattr(data_checks, "_checks", found)
    return found


def hang(checks, name, *findings):
    checks[name] = Check(name, f"Kiểm tra {name}", lambda: iter(findings))


@pytest.mark.parametrize(
    ("role", "may_open"),
    [
        (Role.EDITOR, False),
        (Role.JOURNAL_SECRETARY, False),
        (Role.ACCOUNTANT, False),
        (Role.ADMINISTRATOR, False),
        (Role.LEADER, True),
        (Role.OFFICE_MANAGER, True),
        (Role.OFFICER, True),
        (Role.RECORDS_CLERK, True),
    ],
)
def test_who_opens_the_page_and_finds_it_in_the_menu(client, checks, role, may_open):
    hang(checks, "journal.one", Finding("Sai một chỗ"))
    client.force_login(user_with(role))

    response = client.get(PAGE)
    home = client.get(reverse("wagtailadmin_home")).content.decode()

    # Wagtail leads whoever may not to the home page, with a message.
    assert (response.status_code == 200) is may_open
    assert ("Sai một chỗ" in response.content.decode()) is may_open
    assert (PAGE in home) is may_open


def test_nobody_signed_out_opens_it(client):
    assert client.get(PAGE).status_code == 302


def test_findings_stand_room_by_room_and_lead_to_their_records(client, checks, leader):
    task = KeyTaskFactory(title="Việc còn thiếu kết quả")
    hang(checks, "reports.b", Finding("Thiếu kết quả", task))
    hang(checks, "journal.a")
    hang(checks, "reports.a", Finding("Nói chung"))
    client.force_login(leader)

    response = client.get(PAGE)

    rooms = response.context["rooms"]
    assert [(str(room.label), room.found) for room in rooms] == [("Tập san", 0), ("Báo cáo", 2)]
    assert f'href="{reverse("reports_keytask:inspect", args=[task.pk])}"' in (
        response.content.decode()
    )


def test_what_hangs_on_a_record_leads_to_that_record(checks, leader):
    planned = PlannedIssueFactory()
    hang(checks, "journal.a", Finding("Sai tháng", planned))

    line = look_through(leader)[0].outcomes[0].lines[0]

    assert line.url == reverse("journal_yearplan:inspect", args=[planned.plan.pk])


def test_a_finding_about_a_record_not_open_to_the_reader_is_counted_and_not_told(
    client, checks, officer
):
    article = ArticleFactory(title="Bản thảo không ai biết")
    hang(checks, "journal.a", Finding("Bản thảo không ai biết thiếu ngày", article))
    hang(checks, "journal.b", Finding("Chuyên đề", SubjectFactory()))
    client.force_login(officer)

    response = client.get(PAGE)

    first, second = response.context["rooms"][0].outcomes
    assert (first.found, first.withheld, first.lines) == (1, 1, [])
    assert (second.found, second.withheld) == (1, 0)
    assert "Bản thảo không ai biết" not in response.content.decode()
    assert response.context["found"] == 2


def test_a_row_that_nobody_is_said_to_read_is_not_told(checks, leader):
    entry = CheckCount.objects.create(name="x", found=0, counted_at=timezone.now())
    hang(checks, "core.a", Finding("Dòng kỹ thuật", entry))

    outcome = look_through(leader)[0].outcomes[0]

    assert (outcome.found, outcome.withheld) == (1, 1)


def test_the_page_stops_in_time_and_says_what_was_found_last(client, checks, leader):
    hang(checks, "journal.a", Finding("Một"))
    hang(checks, "journal.b", Finding("Hai"))
    CheckCount.objects.create(name="journal.b", found=7, counted_at=timezone.now())
    ticks = count(0, 3)

    first, second = look_through(leader, seconds=5, clock=lambda: next(ticks))[0].outcomes

    assert (first.was_run, second.was_run) == (True, False)
    assert second.last.found == 7


def test_a_page_that_had_no_time_says_so(client, checks, leader, monkeypatch):
    hang(checks, "journal.a", Finding("Một"))
    monkeypatch.setattr(
        quality.look_through,
        "__kwdefaults__",
        {**quality.look_through.__kwdefaults__, "seconds": 0.0},
    )
    client.force_login(leader)

    response = client.get(PAGE)

    assert "Không đủ thời gian rà soát hết" in response.content.decode()
    assert (response.context["run"], response.context["checks"]) == (0, 1)


def test_more_than_a_page_holds_is_cut_and_said(checks, leader):
    def endless():
        while True:
            yield Finding("Lại một chỗ")

    checks["journal.a"] = Check("journal.a", "Kiểm tra", endless)

    outcome = look_through(leader)[0].outcomes[0]

    assert (outcome.found, outcome.is_whole) == (MOST_FOUND, False)
    assert CheckCount.objects.get().is_whole is False


def test_the_office_manager_is_told_how_much_there_is_to_do(checks, leader):
    manager = user_with(Role.OFFICE_MANAGER)
    hang(checks, "journal.a", Finding("Một"), Finding("Hai"))
    hang(checks, "journal.b")
    assert not any("chỗ dữ liệu" in str(one.what) for one in waiting_for(manager))

    look_through(leader)

    told = [one for one in waiting_for(manager) if "chỗ dữ liệu" in str(one.what)]
    assert [(str(one.what), one.url) for one in told] == [
        ("2 chỗ dữ liệu cần chỉnh trước kỳ báo cáo tới", PAGE)
    ]
    assert not any("chỗ dữ liệu" in str(one.what) for one in waiting_for(leader))


def test_each_night_every_check_is_counted_and_old_ones_are_forgotten(checks):
    CheckCount.objects.create(name="journal.gone", found=3, counted_at=timezone.now())
    hang(checks, "journal.a", Finding("Một"))
    hang(checks, "journal.b")

    steps = list(count_findings_one_by_one(cursor=None))

    assert [step.done for step in steps] == [1, 2]
    assert dict(CheckCount.objects.values_list("name", "found")) == {"journal.a": 1, "journal.b": 0}
    assert [step.done for step in count_findings_one_by_one(cursor=1)] == [2]


def test_the_rooms_are_looked_through_before_the_ground_floor(checks, leader):
    for name in ("visits.a", "core.a", "journal.a"):
        hang(checks, name)

    rooms = look_through(leader)

    assert [room.outcomes[0].check.name for room in rooms] == ["journal.a", "visits.a", "core.a"]
