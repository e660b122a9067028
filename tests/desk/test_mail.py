"""How somebody is written to: as they chose, once, and past a server that was down."""

from datetime import date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core import waiting as registry
from lienhiep.core.history import entries_of
from lienhiep.core.models import Notice
from lienhiep.core.notices import _kinds, notice_kind, tell
from lienhiep.core.period import ZONE
from lienhiep.core.waiting import Waiting
from lienhiep.desk import tasks
from lienhiep.desk.actions import set_mail, stop_mail
from lienhiep.desk.choices import MailDays, MailKind, MailState, MailWaiting
from lienhiep.desk.digest import digest_for, stop_address
from lienhiep.desk.mailing import note_digests, note_urgent, send_due, wanting_mail_on
from lienhiep.desk.models import DueMail, MailChoice
from tests.factories.accounts import user_with
from tests.sample.models import Club

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
MORNING = datetime(2026, 11, 23, 6, 30, tzinfo=ZONE)


@pytest.fixture
def two_things(monkeypatch):
    """Something late and something of next month wait for every juror."""

    def things(user, on):
        if Role.JUROR in user.roles_today:
            for what, due in (("Việc trễ", date(2026, 11, 20)), ("Việc sau", date(2026, 12, 20))):
                yield Waiting(what=what, since=date(2026, 11, 1), due=due, url="/", room="sample")

    monkeypatch.setattr(registry, "_providers", [things])


@pytest.fixture
def juror(two_things):
    return user_with(Role.JUROR, full_name="Lê Giám Khảo", email="gk@lienhiep.example")


@pytest.fixture
def proof():
    """An urgent kind of notice of the sample room."""
    yield notice_kind("sample.proof", "Xin đọc “%(record)s”", is_urgent=True)
    _kinds.pop("sample.proof", None)


def told(user, kind, name="Bản in thử"):
    club = Club(name=name, readers="signed-in")
    club.save()
    tell(recipients=[user], what=kind, about=club, by=None)


def choose(user, **choice):
    return set_mail(user=user, by=user, **{"days": MailDays.WORKING_DAYS, **choice})


class Down:
    """A mail server that takes no connection until it is mended."""

    def __init__(self, monkeypatch):
        self.is_down = True
        plain = EmailBackend.send_messages

        def send(backend, messages):
            if self.is_down:
                raise ConnectionRefusedError(111, "Connection refused")
            return plain(backend, messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send)


# What somebody chose


def test_who_never_chose_is_written_to_each_working_morning(juror):
    assert list(wanting_mail_on(TUESDAY)) == [juror]
    assert list(wanting_mail_on(SATURDAY)) == []


@pytest.mark.parametrize(
    ("days", "on_monday", "on_tuesday"),
    [
        (MailDays.WORKING_DAYS, True, True),
        (MailDays.MONDAYS, True, False),
        (MailDays.NEVER, False, False),
    ],
)
def test_the_mail_comes_on_the_mornings_chosen(juror, days, on_monday, on_tuesday):
    choose(juror, days=days)

    assert wanting_mail_on(MONDAY).contains(juror) is on_monday
    assert wanting_mail_on(TUESDAY).contains(juror) is on_tuesday


def test_late_things_alone_may_stand_in_the_mail(juror):
    choose(juror, waiting=MailWaiting.LATE)

    message = digest_for(juror, MONDAY).message

    assert "Việc trễ" in message.body
    assert "Việc sau" not in message.body


def test_unread_notices_stand_in_one_mail_only(juror, proof):
    choose(juror, waiting=MailWaiting.NOTHING)
    told(juror, proof)
    note_digests([juror], MONDAY, now=MORNING)

    send_due(now=MORNING)
    note_digests([juror], TUESDAY, now=MORNING)
    send_due(now=MORNING + timedelta(days=1))

    assert [message.subject for message in mail.outbox] == ["Có 1 thông báo mới"]
    assert "Xin đọc “Bản in thử”" in mail.outbox[0].body
    assert DueMail.objects.get(day=TUESDAY).state == MailState.NOTHING


def test_a_notice_on_a_thing_that_waits_is_not_said_twice(monkeypatch, proof):
    user = user_with(email="hai@lienhiep.example")
    told(user, proof)
    record = Club.objects.get()

    def thing(whom, on):
        yield Waiting(what="Đọc bản in thử", since=on, url="/", room="sample", record=record)

    monkeypatch.setattr(registry, "_providers", [thing])

    letter = digest_for(user, MONDAY)

    assert "Đọc bản in thử" in letter.message.body
    assert "Xin đọc" not in letter.message.body
    assert letter.notices == [Notice.objects.get().pk]


def test_who_wants_neither_is_written_nothing(juror, proof):
    choose(juror, waiting=MailWaiting.NOTHING, notices=False)
    told(juror, proof)

    assert digest_for(juror, MONDAY) is None


def test_a_choice_stands_in_the_history(juror):
    choose(juror)
    choice = choose(juror, days=MailDays.MONDAYS)

    newest = entries_of(choice)[0]

    assert (newest.what, newest.log.user) == ("Chọn cách nhận thư", juror)
    assert [(one.field, one.after) for one in newest.changes] == [("days", "Chỉ sáng thứ Hai")]


def test_a_mail_has_both_forms_and_the_way_out(juror, settings):
    settings.SITE_URL = "https://lhh.example"

    message = digest_for(juror, MONDAY).message
    [(page, kind)] = message.alternatives
    links = [link["href"] for link in BeautifulSoup(page, "html.parser").select("a")]

    assert kind == "text/html"
    assert message.extra_headers["List-Unsubscribe"] == f"<{stop_address(juror)}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop_address(juror) in links
    assert stop_address(juror) in message.body


# At once


def test_an_urgent_notice_is_mailed_at_once_to_who_wants_that(juror, proof):
    choose(juror, urgent_at_once=True)
    told(juror, proof)

    note_urgent(MONDAY)
    note_urgent(MONDAY)
    send_due()
    note_urgent(MONDAY)
    send_due()

    assert [message.subject for message in mail.outbox] == ["Xin đọc “Bản in thử”"]


def test_nobody_else_is_written_to_at_once(juror, proof):
    told(juror, proof)

    note_urgent(MONDAY)

    assert not DueMail.objects.exists()


# A server that is down


def test_what_a_server_would_not_take_waits_and_is_sent_later(juror, monkeypatch):
    server = Down(monkeypatch)
    note_digests([juror], MONDAY, now=MORNING)
    send_due(now=MORNING)
    waits = DueMail.objects.get()
    server.is_down = False

    too_early = send_due(now=MORNING + timedelta(minutes=5))
    in_time = send_due(now=MORNING + timedelta(minutes=11))

    assert (waits.state, waits.error) == (MailState.WAITING, "Connection refused")
    assert (too_early.sent, in_time.sent) == (0, 1)
    assert [message.to for message in mail.outbox] == [["gk@lienhiep.example"]]
    assert DueMail.objects.get().state == MailState.SENT


def test_a_server_that_is_down_is_asked_once_in_a_round(juror, monkeypatch):
    Down(monkeypatch)
    others = [user_with(Role.JUROR) for _number in range(4)]
    note_digests([juror, *others], MONDAY, now=MORNING)

    outcome = send_due(now=MORNING)

    assert (outcome.sent, outcome.failed) == (0, 1)
    assert DueMail.objects.filter(state=MailState.WAITING).count() == 5


def test_the_office_sees_that_mails_wait(juror, monkeypatch):
    server = Down(monkeypatch)
    DueMail.objects.create(user=juror, kind=MailKind.DIGEST, day=timezone.localdate())

    with pytest.raises(ValidationError, match="1 thư đang chờ"):
        tasks.send_waiting_mail()
    server.is_down = False
    DueMail.objects.update(next_try_at=timezone.now())
    tasks.send_waiting_mail()

    assert DueMail.objects.get().state == MailState.SENT


def test_the_mail_of_yesterday_gives_way_to_that_of_today(juror):
    note_digests([juror], MONDAY, now=MORNING)

    send_due(now=MORNING + timedelta(days=1))

    assert DueMail.objects.get().state == MailState.GIVEN_UP
    assert mail.outbox == []


def test_two_workers_send_one_mail(juror):
    note_digests([juror], MONDAY, now=MORNING)
    note_digests([juror], MONDAY, now=MORNING)

    assert [send_due(now=MORNING).sent, send_due(now=MORNING).sent] == [1, 0]


def test_who_stopped_the_mails_meanwhile_is_not_written_to(juror):
    note_digests([juror], MONDAY, now=MORNING)
    stop_mail(user=juror, by=juror)

    send_due(now=MORNING)

    assert mail.outbox == []


# The page and the link


def test_the_desk_sets_the_mail(client, juror):
    client.force_login(juror)

    page = client.get("/ban-lam-viec/thu/")
    client.post(
        "/ban-lam-viec/thu/", {"days": "mondays", "waiting": "late", "urgent_at_once": "on"}
    )

    choice = MailChoice.objects.get()
    assert "gk@lienhiep.example" in page.content.decode()
    assert (choice.user, choice.days, choice.waiting) == (juror, "mondays", "late")
    assert (choice.notices, choice.urgent_at_once) == (False, True)


def test_looking_at_the_link_of_a_mail_stops_nothing(client, juror):
    path = "/" + stop_address(juror).split("/", 3)[3]

    page = client.get(path)

    assert "Ngừng nhận thư này?" in page.content.decode()
    assert MailChoice.of(juror).days == MailDays.WORKING_DAYS


def test_the_link_of_a_mail_stops_the_mails_without_signing_in(juror):
    strict = Client(enforce_csrf_checks=True)
    path = "/" + stop_address(juror).split("/", 3)[3]

    page = strict.post(path, {"List-Unsubscribe": "One-Click"})

    assert "Đã ngừng gửi thư" in page.content.decode()
    assert MailChoice.objects.get(user=juror).days == MailDays.NEVER
    assert Notice.objects.count() == 0


def test_a_link_made_up_or_of_an_old_address_stops_nothing(client, juror):
    path = "/" + stop_address(juror).split("/", 3)[3]
    juror.email = "moi@lienhiep.example"
    juror.save()

    old, made_up = client.post(path), client.post("/ban-lam-viec/thu/dung/abc:def/")

    assert (old.status_code, made_up.status_code) == (404, 404)
    assert not MailChoice.objects.exists()


def test_nobody_reads_how_another_is_written_to(juror):
    choose(juror)

    assert list(MailChoice.objects.visible_to(user_with(Role.ADMINISTRATOR))) == []
    assert list(MailChoice.objects.visible_to(juror)) == [MailChoice.objects.get()]
