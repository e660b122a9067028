"""Which answers are visits, and that counting costs no reader the page."""

from datetime import date

import pytest
from django.http import HttpResponse, HttpResponseNotModified, JsonResponse
from django.test import Client, RequestFactory

from lienhiep.accounts.choices import Role
from lienhiep.visits.actions import roll_up
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.middleware import CountVisits, is_visit
from lienhiep.visits.models import DailyTally, RecentVisitor
from lienhiep.visits.segments import SegmentWriter, segments
from lienhiep.visits.visitors import (
    address_of,
    key_of_day,
    kind_of,
    throw_away_keys,
    visitor_of,
)
from tests.factories.accounts import user_with

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
PAGE = HttpResponse("<p>Trang</p>")


def asked(path="/", method="get", **headers):
    return getattr(RequestFactory(), method)(path, headers={"User-Agent": FIREFOX, **headers})


def test_a_page_that_was_answered_is_a_visit():
    assert is_visit(asked(), PAGE) is True
    assert is_visit(asked(), HttpResponseNotModified()) is True


@pytest.mark.parametrize(
    ("request_", "response"),
    [
        (asked(method="head"), PAGE),
        (asked(method="post"), PAGE),
        (asked(), HttpResponse("?", status=404)),
        (asked(), HttpResponse("?", status=302)),
        (asked("/thong-ke/so.json"), JsonResponse({})),
        (asked("/moi.xml"), HttpResponse("<feed/>", content_type="application/atom+xml")),
        (asked("/quan-tri/"), PAGE),
        (asked("/tai-khoan/dang-nhap/"), PAGE),
        (asked("/ban-lam-viec/"), PAGE),
        (asked(**{"Sec-Purpose": "prefetch"}), PAGE),
    ],
    ids=lambda one: getattr(one, "path", getattr(one, "status_code", "")),
)
def test_what_is_no_page_read_by_somebody_is_no_visit(request_, response):
    assert is_visit(request_, response) is False


def test_a_preview_is_no_visit():
    request = asked()
    request.is_preview = True

    assert is_visit(request, PAGE) is False


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "counted"), [(Role.EDITOR, False), (Role.CONTRIBUTOR, True)], ids=["staff", "reader"]
)
def test_staff_who_are_signed_in_are_not_counted_and_readers_are(folder, role, counted):
    client = Client(headers={"User-Agent": FIREFOX})
    client.force_login(user_with(role))

    assert client.get("/thong-ke/").status_code == 200

    assert roll_up(folder) == counted


@pytest.mark.django_db
def test_reading_a_page_adds_a_visit_and_asking_for_the_numbers_does_not(folder):
    client = Client(headers={"User-Agent": FIREFOX})

    client.get("/thong-ke/")
    client.get("/thong-ke/so.json")
    client.get("/khong-co/")
    roll_up(folder)

    assert [(row.kind, row.visits) for row in DailyTally.objects.all()] == [("person", 1)]
    assert RecentVisitor.objects.count() == 1


@pytest.mark.django_db
def test_machines_are_counted_apart(folder):
    Client(headers={"User-Agent": "Googlebot/2.1"}).get("/thong-ke/")

    roll_up(folder)

    assert [row.kind for row in DailyTally.objects.all()] == [TallyKind.BOT]


def test_a_disk_that_is_full_costs_nobody_the_page(folder, monkeypatch, caplog):
    def refuse(*_facts, **_more):
        raise OSError("No space left on device")

    monkeypatch.setattr(SegmentWriter, "add_at", refuse)

    response = CountVisits(lambda request: PAGE)(asked())

    assert response is PAGE
    assert [record.message for record in caplog.records] == ["A visit could not be counted"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (FIREFOX, TallyKind.PERSON),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/131.0.0.0 Mobile Safari/537.36",
            TallyKind.PERSON,
        ),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", TallyKind.BOT),
        ("Mozilla/5.0 (compatible; coccocbot-web/1.0)", TallyKind.BOT),
        ("Mozilla/5.0 AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36", TallyKind.BOT),
        ("curl/8.5.0", TallyKind.BOT),
        ("python-requests/2.32", TallyKind.BOT),
        ("", TallyKind.BOT),
    ],
)
def test_machines_are_known_by_what_they_call_themselves(name, kind):
    assert kind_of(name) == kind


def test_one_browser_at_one_address_is_one_visitor_all_day_and_another_one_tomorrow():
    here = "203.0.113.77"

    assert visitor_of(here, FIREFOX, b"a") == visitor_of(here, FIREFOX, b"a")
    assert visitor_of(here, FIREFOX, b"a") != visitor_of(here, "Mozilla/5.0 Safari", b"a")
    assert visitor_of(here, FIREFOX, b"a") != visitor_of("203.0.113.78", FIREFOX, b"a")
    assert visitor_of(here, FIREFOX, b"a") != visitor_of(here, FIREFOX, b"b")


def test_the_address_is_the_one_that_our_own_proxy_saw(settings):
    request = asked(**{"X-Forwarded-For": "1.1.1.1, 2.2.2.2"})
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0

    direct = address_of(request.META)
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    assert (direct, address_of(request.META)) == ("127.0.0.1", "2.2.2.2")


def test_the_key_of_a_day_is_one_for_all_and_is_thrown_away_when_the_day_is_over(folder):
    first = key_of_day(folder, date(2022, 6, 10))
    key_of_day.cache_clear()

    assert key_of_day(folder, date(2022, 6, 10)) == first
    assert len(first) == 32
    assert key_of_day(folder, date(2022, 6, 11)) != first

    throw_away_keys(folder, date(2022, 6, 11))
    assert [path.name for path in folder.glob("key-*")] == ["key-2022-06-11"]


def test_no_address_is_written_anywhere(folder):
    CountVisits(lambda request: PAGE)(asked(**{"X-Forwarded-For": "203.0.113.77"}))

    written = b"".join(path.read_bytes() for path in folder.iterdir())

    assert len([visit for one in segments(folder) for visit in one.read(0, 9)[0]]) == 1
    assert (b"203.0.113.77" in written, b"127.0.0.1" in written) == (False, False)
