"""What is new comes by mail to whoever confirmed it, once, and stops at one click."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import ZONE
from lienhiep.core.personal import data_of
from lienhiep.core.retention import retention_rules
from lienhiep.core.viewsets import admin_row_url
from lienhiep.portal.actions import ask_subscription, confirm_subscription, end_subscription
from lienhiep.portal.choices import QuestionState, SubscriptionState
from lienhiep.portal.digesting import MOST_FAILURES, Digests, due, send
from lienhiep.portal.models import Question, Subscription
from lienhiep.portal.tasks import send_digests
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

READER = "ban-doc@lienhiep.example"
SUNDAY_NIGHT = datetime(2022, 6, 5, 20, 0, tzinfo=ZONE)
MONDAY = datetime(2022, 6, 6, 6, 45, tzinfo=ZONE)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def clean_counters(db):
    cache.clear()
    yield
    cache.clear()


def subscribed(email=READER, rhythm="weekly", chosen=(), since=SUNDAY_NIGHT):
    with freeze_time(since):
        ask_subscription(email=email, rhythm=rhythm, chosen=chosen)
        row = Subscription.objects.get(email=email)
        confirm_subscription(subscription=row)
    mail.outbox.clear()
    row.refresh_from_db()
    return row


def answered(title, at):
    question = Question(title=title, state=QuestionState.PUBLISHED, published_at=at)
    question.save()
    return question


def morning(at, run):
    with freeze_time(at), run(execute=True):
        send_digests()


def post(client, **facts):
    url = reverse("portal:subscribe")
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        page = client.get(url).content.decode()
    mark = re.search(r'name="mark" value="([^"]+)"', page)[1]
    return client.post(url, {"email": READER, "rhythm": "weekly", "mark": mark} | facts)


def link_of(message):
    return re.search(r"https?://[^/\s]+(/ban-tin/\S+)", message.body)[1]


# Asking and confirming


def test_the_digest_begins_when_the_owner_of_the_address_confirms_it(client):
    answer = post(client)
    assert answer.url == reverse("portal:subscribe_thanks")
    row = Subscription.objects.get()
    assert row.state == SubscriptionState.ASKED
    link = link_of(mail.outbox[0])

    assert READER in client.get(link).content.decode()
    row.refresh_from_db()
    assert row.state == SubscriptionState.ASKED  # opening a link changes nothing

    client.post(link, {"what": "confirm"})
    row.refresh_from_db()
    assert row.state == SubscriptionState.CONFIRMED


def test_whoever_types_an_address_does_not_learn_whether_it_has_the_digest(client):
    row = subscribed()

    known = post(client, chosen=["news"])
    unknown = post(client, email="khac@lienhiep.example")

    assert known.url == unknown.url
    row.refresh_from_db()
    assert (row.state, row.chosen) == (SubscriptionState.CONFIRMED, [])
    assert reverse("portal:subscription", args=[row.key]) in mail.outbox[0].body


def test_an_address_gets_one_mail_however_often_it_is_typed(client):
    for _number in range(3):
        post(client)

    assert len(mail.outbox) == 1
    assert Subscription.objects.count() == 1


@pytest.mark.parametrize("facts", [{"email": "không phải"}, {"rhythm": "giờ"}, {"chosen": ["la"]}])
def test_what_is_wrong_is_said_at_its_field(client, facts):
    answer = post(client, **facts)

    assert list(answer.context["form"].errors) == list(facts)
    assert Subscription.objects.count() == 0


def test_a_key_that_nobody_has_opens_nothing(client):
    assert client.get(reverse("portal:subscription", args=["x" * 24])).status_code == 404


# Changing and ending


def test_the_owner_changes_what_comes_and_how_often(client):
    row = subscribed()
    url = reverse("portal:subscription", args=[row.key])

    client.post(url, {"what": "change", "rhythm": "daily", "chosen": ["news", "documents"]})

    row.refresh_from_db()
    assert (row.rhythm, row.chosen) == ("daily", ["news", "documents"])


def test_one_click_in_a_mail_program_ends_it_without_a_token(client):
    row = subscribed()
    client.handler.enforce_csrf_checks = True
    url = reverse("portal:unsubscribe", args=[row.key])

    assert client.get(url).url == reverse("portal:subscription", args=[row.key])
    row.refresh_from_db()
    assert row.state == SubscriptionState.CONFIRMED
    assert client.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 204
    row.refresh_from_db()
    assert row.state == SubscriptionState.ENDED


def test_who_ended_it_may_have_it_come_again(client):
    row = subscribed()
    end_subscription(subscription=row)
    url = reverse("portal:subscription", args=[row.key])

    client.post(url, {"what": "confirm"})

    row.refresh_from_db()
    assert (row.state, row.ended_at) == (SubscriptionState.CONFIRMED, None)


# Sending


def test_a_weekly_digest_comes_on_monday_with_what_is_new_and_not_again(
    django_capture_on_commit_callbacks,
):
    row = subscribed()
    answered("Cũ rồi", SUNDAY_NIGHT - timedelta(hours=1))
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))

    morning(MONDAY, django_capture_on_commit_callbacks)
    morning(TUESDAY, django_capture_on_commit_callbacks)

    (message,) = mail.outbox
    assert message.to == [READER]
    assert "Ai được dự thi?" in message.body
    assert "Cũ rồi" not in message.body
    assert "Ai được dự thi?" in message.alternatives[0][0]
    assert (
        reverse("portal:unsubscribe", args=[row.key]) in message.extra_headers["List-Unsubscribe"]
    )


def test_a_daily_one_comes_each_morning_on_which_something_is_new(
    django_capture_on_commit_callbacks,
):
    subscribed(rhythm="daily")
    answered("Một", MONDAY - timedelta(hours=1))
    morning(MONDAY, django_capture_on_commit_callbacks)
    morning(TUESDAY, django_capture_on_commit_callbacks)
    answered("Hai", TUESDAY + timedelta(hours=1))
    morning(TUESDAY + timedelta(days=1), django_capture_on_commit_callbacks)

    first, second = mail.outbox
    assert ("Một" in first.body, "Hai" in first.body) == (True, False)
    assert ("Một" in second.body, "Hai" in second.body) == (False, True)


def test_a_monday_that_was_missed_is_made_up_for_on_tuesday():
    row = subscribed()

    assert list(due(TUESDAY)) == [row]


def test_it_tells_only_of_what_was_chosen(django_capture_on_commit_callbacks):
    subscribed(chosen=["news"])
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))

    morning(MONDAY, django_capture_on_commit_callbacks)

    assert mail.outbox == []


@pytest.mark.parametrize("state", [SubscriptionState.ASKED, SubscriptionState.ENDED])
def test_nothing_goes_to_who_has_not_confirmed_or_has_ended(
    state, django_capture_on_commit_callbacks
):
    row = subscribed()
    row.state = state
    row.save()
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))

    morning(MONDAY, django_capture_on_commit_callbacks)

    assert mail.outbox == []


class Refusing:
    """A mail server that takes nothing."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_what_a_server_would_not_take_is_told_of_the_next_day(django_capture_on_commit_callbacks):
    row = subscribed(rhythm="daily")
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))

    assert not send(row, Digests(MONDAY), Refusing())
    row.refresh_from_db()
    assert row.failures == 1
    morning(TUESDAY, django_capture_on_commit_callbacks)

    assert "Ai được dự thi?" in mail.outbox[0].body
    row.refresh_from_db()
    assert row.failures == 0


def test_two_workers_write_once():
    row = subscribed()
    same = Subscription.objects.get(pk=row.pk)
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))
    digests, connection = Digests(MONDAY), mail.get_connection()

    assert [send(one, digests, connection) for one in (row, same)] == [True, False]


def test_an_address_that_takes_no_mail_for_long_is_given_up(django_capture_on_commit_callbacks):
    row = subscribed()
    row.failures = MOST_FAILURES
    row.save()

    morning(MONDAY, django_capture_on_commit_callbacks)

    row.refresh_from_db()
    assert row.state == SubscriptionState.ENDED


def test_a_part_is_asked_for_once_for_all_who_read_of_the_same_time(django_assert_num_queries):
    rows = [subscribed(email=f"doc-{n}@lienhiep.example") for n in range(3)]
    answered("Ai được dự thi?", SUNDAY_NIGHT + timedelta(hours=1))
    digests = Digests(MONDAY)
    digests.told_to(rows[0])

    with django_assert_num_queries(0):
        assert digests.told_to(rows[1])
        assert digests.told_to(rows[2])


# The office, and forgetting


def test_the_office_ends_one_when_asked_to(client):
    row = subscribed()
    client.force_login(user_with(Role.EDITOR))
    url = reverse("portal_subscription:do_end_subscription", args=[row.pk])

    client.post(url, {"reason": "Chủ địa chỉ gọi điện."})

    row.refresh_from_db()
    assert row.state == SubscriptionState.ENDED


@pytest.mark.parametrize("role", [Role.OFFICER, Role.JUROR, Role.CONTRIBUTOR])
def test_nobody_else_sees_the_addresses(client, role):
    row = subscribed()
    client.force_login(user_with(role))

    assert client.get(admin_row_url(row)).status_code in (302, 403, 404)


def test_what_was_not_confirmed_goes_in_a_week_what_was_ended_in_a_month_with_all_traces():
    rule = next(one for one in retention_rules() if one.code == "portal.subscriptions")
    ask_subscription(email="quen@lienhiep.example", rhythm="weekly")
    asked = Subscription.objects.get()
    ended = subscribed(since=timezone.now())
    end_subscription(subscription=ended)
    today = timezone.localdate()

    assert list(rule.due(today + timedelta(days=6))) == []
    assert list(rule.due(today + timedelta(days=9))) == [asked]
    assert list(rule.due(today + timedelta(days=33))) == [asked, ended]

    entries = entries_of(ended)
    rule.forget(ended, None, "Hết hạn lưu.")
    assert not Subscription.objects.filter(email=READER).exists()
    assert READER not in repr([(one.log.label, one.log.data) for one in entries])


def test_a_person_sees_and_can_have_erased_the_subscription_of_their_address():
    row = subscribed()
    person = PersonFactory(email=READER)

    (datum,) = [one for one in data_of(person) if one.record == row]
    datum.erase(None)

    assert not Subscription.objects.exists()
