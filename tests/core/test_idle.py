"""A session ends after a while without a person's input, whatever pages ask for by themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.models.kept import KeptForm
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db

STATE = "/phien/"
BY_A_PERSON = {"HTTP_SEC_FETCH_MODE": "navigate"}
BY_A_SCRIPT = {"HTTP_SEC_FETCH_MODE": "cors"}


@pytest.fixture(autouse=True)
def limits(settings):
    settings.IDLE_MINUTES_STAFF, settings.IDLE_MINUTES = 30, 120


@pytest.fixture
def clock():
    with freeze_time(timezone.now().replace(microsecond=0)) as frozen:
        yield frozen


@pytest.fixture
def officer(clock, client):
    user = user_with(Role.OFFICER)
    client.force_login(user)
    return user


def minutes(number):
    return timedelta(minutes=number)


def is_signed_in(client):
    return client.get(STATE, **BY_A_SCRIPT).json()["signed_in"]


def test_after_half_an_hour_without_input_staff_are_signed_out(client, clock, officer):
    clock.tick(minutes(29))
    assert is_signed_in(client)
    clock.tick(minutes(1))

    assert client.get(STATE).status_code == 401


def test_whoever_only_has_a_desk_has_longer(client, clock):
    client.force_login(user_with(Role.CONTACT_OFFICER))
    clock.tick(minutes(119))
    assert is_signed_in(client)
    clock.tick(minutes(1))

    assert not is_signed_in(client)


def test_opening_a_page_is_input(client, clock, officer):
    clock.tick(minutes(20))
    client.get("/ban-lam-viec/", **BY_A_PERSON)
    clock.tick(minutes(20))

    assert is_signed_in(client)


@pytest.mark.parametrize(
    "more",
    [
        BY_A_SCRIPT,
        {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest", "HTTP_ACCEPT": "text/html"},
        {"HTTP_ACCEPT": "application/json"},
        {**BY_A_PERSON, "HTTP_SEC_PURPOSE": "prefetch"},
    ],
)
def test_what_pages_ask_for_by_themselves_is_no_input(client, clock, officer, more):
    for _number in range(10):
        clock.tick(minutes(2))
        client.get("/ban-lam-viec/", **more)
        client.post("/ban-lam-viec/", **more)
    clock.tick(minutes(10))

    assert not is_signed_in(client)


def test_asking_how_much_is_left_is_no_input_even_when_opened_as_a_page(client, clock, officer):
    clock.tick(minutes(20))
    client.get(STATE, **BY_A_PERSON)

    assert client.get(STATE).json()["seconds"] == 600


def test_what_is_typed_on_one_page_for_long_is_told_and_counts(client, clock, officer):
    for _number in range(5):
        clock.tick(minutes(20))
        assert client.post(STATE, {"ago": 30}, **BY_A_SCRIPT).status_code == 200

    assert client.get(STATE).json() == {"signed_in": True, "seconds": 1770, "of": 1800}


def test_input_of_long_ago_never_sets_the_clock_back(client, clock, officer):
    clock.tick(minutes(10))
    client.post(STATE, {"ago": 0})
    client.post(STATE, {"ago": 900})

    assert client.get(STATE).json()["seconds"] == 1800


def test_a_session_that_is_over_cannot_be_told_alive(client, clock, officer):
    clock.tick(minutes(31))

    assert client.post(STATE, {"ago": 0}).status_code == 401
    assert not is_signed_in(client)


@pytest.mark.parametrize("ago", ["", "-1", "x", "1e3", "²", "9999999"])
def test_what_is_no_number_of_seconds_is_refused(client, officer, ago):
    assert client.post(STATE, {"ago": ago}).status_code == 400


def test_another_site_cannot_keep_a_session_alive(client, clock, officer):
    clock.tick(minutes(20))

    refused = client.post(STATE, {"ago": 0}, HTTP_ORIGIN="https://evil.example")

    assert refused.status_code == 403
    assert client.get(STATE).json()["seconds"] == 600


def test_readers_are_told_nothing_and_have_no_session(client):
    assert client.get(STATE).json() == {"signed_in": False, "seconds": 0}
    assert dict(client.cookies) == {}


def test_a_form_sent_after_the_end_is_kept_for_its_account(client, clock, officer):
    client.get("/quan-tri/", **BY_A_PERSON)
    clock.tick(minutes(31))

    sent = client.post(reverse("sample_papers_paper:add"), {"title": "Tờ trình"}, **BY_A_PERSON)

    assert sent.status_code == 302
    assert "/tai-khoan/dang-nhap/" in sent.url
    kept = KeptForm.objects.get()
    assert kept.user == officer
    assert ["title", "Tờ trình"] in kept.fields


def test_whoever_comes_back_is_told_why_to_sign_in_again(client, clock, officer):
    clock.tick(minutes(31))

    page = client.get("/ban-lam-viec/", follow=True, **BY_A_PERSON)

    assert "đã lâu không có thao tác" in page.content.decode()


@pytest.mark.parametrize("address", ["/tin-tuc/", "/quan-tri/", "/ban-lam-viec/"])
def test_every_page_of_who_is_signed_in_carries_the_warning(client, officer, address):
    page = client.get(address, **BY_A_PERSON).content.decode()

    assert 'id="idle"' in page
    assert 'data-seconds="1800"' in page


def test_no_page_of_a_reader_does(client):
    assert 'id="idle"' not in client.get("/tin-tuc/").content.decode()


def test_without_a_limit_nothing_ends_and_nothing_warns(client, clock, officer, settings):
    settings.IDLE_MINUTES_STAFF = 0
    clock.tick(minutes(600))

    assert client.get(STATE).json() == {"signed_in": True, "seconds": None, "of": 0}
    assert 'id="idle"' not in client.get("/quan-tri/", **BY_A_PERSON).content.decode()


def test_a_session_from_before_this_clock_begins_now(client, clock, officer):
    session = client.session
    for name in ("idle_at", "idle_staff"):
        del session[name]
    session.save()

    assert client.get(STATE).json()["seconds"] == 1800
    client.get("/ban-lam-viec/", **BY_A_PERSON)
    clock.tick(minutes(31))
    assert not is_signed_in(client)
