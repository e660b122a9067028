"""The morning's mail."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import translation

from lienhiep.accounts.choices import Role
from lienhiep.core import waiting as registry
from lienhiep.core.jobs.schedule import declared_task
from lienhiep.core.models import Job
from lienhiep.core.period import today
from lienhiep.core.waiting import Waiting
from lienhiep.desk import tasks
from lienhiep.desk.digest import digest_for
from tests.factories.accounts import user_with
from tests.factories.journal import ArticleFactory
from tests.sample.models import Club

pytestmark = pytest.mark.django_db

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)
WORKDAY = next(
    day for day in (today() + timedelta(days=number) for number in range(3)) if day.weekday() < 5
)
"""Today or the next day on which mail goes out; that of a day before is given up."""


@pytest.fixture
def one_thing(monkeypatch):
    """One thing waits for every secretary: a day over its date."""

    def thing(user, on):
        if Role.JOURNAL_SECRETARY in user.roles_today:
            yield Waiting(
                what="Trả lời bản thảo <A> & B",
                since=date(2026, 11, 1),
                due=date(2026, 11, 22),
                url="/quan-tri/journal/article/inspect/1/",
                room="journal",
            )

    monkeypatch.setattr(registry, "_providers", [thing])


@pytest.fixture
def secretary():
    return user_with(Role.JOURNAL_SECRETARY, full_name="Đặng Thư Ký", email="tk@lienhiep.example")


def run(day):
    tasks.start_job("desk.send_digests", by=None, day=day.isoformat())


def test_a_digest_names_what_waits_until_when_and_where(one_thing, secretary, settings):
    settings.SITE_URL = "https://lhh.example"

    message = digest_for(secretary, MONDAY).message

    assert (message.to, message.subject) == (["tk@lienhiep.example"], "Có 1 việc chờ bạn")
    assert "Kính gửi Đặng Thư Ký," in message.body
    assert "- Trả lời bản thảo <A> & B (trễ, hạn ngày 22/11/2026)" in message.body
    assert "https://lhh.example/quan-tri/journal/article/inspect/1/" in message.body
    assert "\nhttps://lhh.example/ban-lam-viec/\n" in message.body


def test_a_digest_speaks_the_language_of_the_account(one_thing, secretary):
    secretary.language = "en"

    with translation.override("vi"):
        message = digest_for(secretary, MONDAY).message

    assert message.subject == "1 thing waits for you"


def test_nobody_is_written_to_for_whom_nothing_waits(one_thing, django_capture_on_commit_callbacks):
    user_with(Role.OFFICER)

    with django_capture_on_commit_callbacks(execute=True):
        run(WORKDAY)

    assert mail.outbox == []


def test_one_mail_goes_to_each_person_with_something_waiting(
    one_thing, secretary, django_capture_on_commit_callbacks
):
    others = [user_with(Role.JOURNAL_SECRETARY) for _number in range(25)]
    closed = user_with(Role.JOURNAL_SECRETARY, is_active=False)
    phone_only = user_with(Role.JOURNAL_SECRETARY, email=None, phone="0912345678")

    with django_capture_on_commit_callbacks(execute=True):
        run(WORKDAY)

    written_to = sorted(address for message in mail.outbox for address in message.to)
    assert written_to == sorted([secretary.email, *(other.email for other in others)])
    assert closed.email not in written_to
    assert phone_only.email is None
    assert Job.objects.get().state == "done"


def test_a_mail_never_names_a_record_that_the_person_may_not_see(monkeypatch, secretary):
    hidden, seen = Club(name="Câu lạc bộ kín"), Club(name="Câu lạc bộ mở", readers="signed-in")
    hidden.save()
    seen.save()

    def careless(user, on):
        for club in (hidden, seen):
            yield Waiting(what=f"Xem {club}", since=on, url="/", room="sample", record=club)

    monkeypatch.setattr(registry, "_providers", [careless])

    message = digest_for(secretary, MONDAY).message

    assert "Câu lạc bộ kín" not in message.body
    assert "Xem Câu lạc bộ mở" in message.body


def test_a_mail_that_cannot_be_sent_keeps_nobody_else_from_theirs(
    one_thing, secretary, monkeypatch, django_capture_on_commit_callbacks
):
    user_with(Role.JOURNAL_SECRETARY, email="hong@lienhiep.example")
    plain = EmailBackend.send_messages

    def fail_for_one(self, messages):
        if messages[0].to == ["hong@lienhiep.example"]:
            raise ConnectionRefusedError
        return plain(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", fail_for_one)

    with django_capture_on_commit_callbacks(execute=True):
        run(WORKDAY)

    assert [message.to for message in mail.outbox] == [["tk@lienhiep.example"]]


def test_a_job_taken_up_again_writes_to_nobody_twice(
    one_thing, secretary, django_capture_on_commit_callbacks
):
    steps = tasks.send_digests_in_batches(cursor=secretary.pk, day=MONDAY.isoformat())

    with django_capture_on_commit_callbacks(execute=True):
        assert list(steps) == []

    assert mail.outbox == []


@pytest.mark.parametrize(("day", "jobs"), [(MONDAY, 1), (SATURDAY, 0)])
def test_the_mail_goes_out_on_working_days(monkeypatch, day, jobs):
    monkeypatch.setattr(tasks, "today", lambda: day)

    tasks.send_digests()

    assert Job.objects.count() == jobs


def test_the_morning_mail_stands_in_the_schedule():
    declared = declared_task("desk.send_digests")

    assert declared.function is tasks.send_digests
    assert str(declared.rhythm["at"]) == "06:30:00"


def test_the_journal_is_heard_of_in_the_mail(secretary):
    ArticleFactory(title="Bản thảo chờ lâu", received_on=date(2026, 10, 1))

    assert "Bản thảo chờ lâu" in digest_for(secretary, MONDAY).message.body
