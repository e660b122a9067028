"""A page that is kept is answered without Django; what is for one person never is."""

from __future__ import annotations

import gzip
import threading
import time
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from django.http import FileResponse, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from freezegun import freeze_time

from lienhiep.core.page_cache import about_page, valid_until
from lienhiep.core.page_cache.generations import FileGenerations, Kind
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store
from tests.core.page_cache.asking import ask

SIGNED_IN = {"HTTP_COOKIE": "csrftoken=a; sessionid=abc"}


# What is kept


def test_a_page_is_made_once_and_given_to_everybody(cached, site):
    first, second = ask(cached, "/tin-tuc/"), ask(cached, "/tin-tuc/", HTTP_HOST="testserver")

    assert len(site.made) == 1
    assert (second.status, second.body) == (200, first.body)
    assert second.headers == first.headers


def test_each_host_scheme_and_page_of_a_list_has_its_own(cached, site):
    for address, more in [
        ("/a/", {}),
        ("/a/", {"HTTP_HOST": "other"}),
        ("/a/", {"wsgi.url_scheme": "https"}),
        ("/a/?trang=2", {}),
        ("/a/?trang=3", {}),
        ("/b/", {}),
    ]:
        ask(cached, address, **more)

    assert len(site.made) == 6


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_a_page_reads_the_same_in_each_encoding(cached, site, encoding):
    plain = ask(cached).body

    got = ask(cached, HTTP_ACCEPT_ENCODING=encoding or "identity")

    read = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]
    assert read(got.body) == plain
    assert got.headers.get("Content-Encoding", "") == encoding
    assert int(got.headers["Content-Length"]) == len(got.body)
    assert got.headers["Vary"] == "Accept-Encoding"
    assert len(site.made) == 1


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, br;q=0", "gzip"),
        ("br;q=0.0, gzip;q=0", ""),
        ("deflate", ""),
        ("*", "br"),
        ("gzip;q=nonsense", ""),
        ("", ""),
    ],
)
def test_the_browser_says_which_encoding_it_takes(cached, accepted, sent):
    ask(cached)

    got = ask(cached, HTTP_ACCEPT_ENCODING=accepted)

    assert got.headers.get("Content-Encoding", "") == sent


def test_a_browser_that_has_the_page_is_told_so_without_its_bytes(cached, site):
    tag = ask(cached).headers["ETag"]

    for asked in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
        got = ask(cached, HTTP_IF_NONE_MATCH=asked)
        assert (got.status, got.body, got.headers["ETag"]) == (304, b"", tag)
    assert ask(cached, HTTP_IF_NONE_MATCH='"other"').status == 200
    assert len(site.made) == 1


def test_the_same_bytes_have_the_same_tag_after_being_made_anew(cached, generations):
    before = ask(cached).headers["ETag"]

    generations.raise_(Kind.HARD)

    assert ask(cached).headers["ETag"] == before


def test_browsers_ask_each_time_whether_the_page_still_stands(cached):
    assert ask(cached).headers["Cache-Control"] == "no-cache"


def test_head_has_the_headers_of_the_page_and_no_bytes(cached, site):
    page = ask(cached)

    got = ask(cached, method="HEAD")

    assert (got.status, got.body, got.headers) == (200, b"", page.headers)
    assert len(site.made) == 1


def test_head_of_a_page_that_is_not_kept_is_left_to_django(cached, site):
    ask(cached, method="HEAD")
    ask(cached)

    assert [method for method, *_ in site.made] == ["HEAD", "GET"]


# What is never kept


@pytest.mark.parametrize(
    "response",
    [
        lambda: HttpResponse("no", status=404),
        lambda: HttpResponse("gone", status=410),
        lambda: HttpResponse("broken", status=500),
        lambda: HttpResponseRedirect("/elsewhere/"),
        lambda: HttpResponse("own", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("now", headers={"Cache-Control": "max-age=0, no-store"}),
        lambda: HttpResponse("tongue", headers={"Vary": "Accept-Language"}),
        lambda: HttpResponse("{}", content_type="application/json"),
        lambda: HttpResponse("file", headers={"Content-Disposition": "attachment"}),
        lambda: StreamingHttpResponse([b"piece", b"meal"]),
        lambda: FileResponse(iter([b"file"]), content_type="text/html"),
    ],
)
def test_an_answer_that_is_not_for_all_is_never_kept(cached, site, response):
    site.respond = lambda request: response()

    first, second = ask(cached), ask(cached)

    assert len(site.made) == 2
    assert "ETag" not in second.headers
    assert first.body == second.body


def test_an_answer_that_sets_a_cookie_is_never_kept_and_the_cookie_goes_to_one(cached, site):
    numbers = iter("12")

    def respond(request):
        response = HttpResponse("form")
        response.set_cookie("csrftoken", next(numbers))
        return response

    site.respond = respond

    cookies = [ask(cached).headers["Set-Cookie"] for _ in range(2)]

    assert [one.split(";")[0] for one in cookies] == ["csrftoken=1", "csrftoken=2"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered(cached, site, method):
    ask(cached)

    ask(cached, method=method)

    assert site.made[-1][0] == method


@pytest.mark.parametrize(
    "more",
    [
        SIGNED_IN,
        {"HTTP_COOKIE": "messages=x"},
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
    ],
)
def test_somebody_signed_in_never_gets_a_kept_page_nor_leaves_one(cached, site, more):
    names = ("Cookie", "Authorization")
    site.respond = lambda request: HttpResponse(
        "for " + "".join(request.headers.get(name, "") for name in names)
    )

    first = ask(cached, **more)
    stranger = ask(cached)
    second = ask(cached, **more)

    assert first.body == second.body != stranger.body
    assert stranger.body == b"for "
    assert len(site.made) == 3


def test_whoever_has_some_other_cookie_reads_what_is_kept_but_leaves_nothing(cached, site):
    """A form's token could stand in a page that was made for its cookie."""
    site.respond = lambda request: HttpResponse(request.headers.get("Cookie", "nobody"))

    own = ask(cached, HTTP_COOKIE="csrftoken=mine")
    stranger = ask(cached)
    again = ask(cached, HTTP_COOKIE="csrftoken=mine")

    assert own.body == b"csrftoken=mine"
    assert stranger.body == again.body == b"nobody"


@pytest.mark.parametrize(
    "query",
    ["q=luat", "trang=hai", "trang=1234567", "trang=1&trang=2", "nam=2022", "x" * 3000, "trang="],
)
def test_a_question_of_its_own_is_not_kept(cached, site, query):
    ask(cached, f"/a/?{query}")
    ask(cached, f"/a/?{query}")

    assert [asked for _, _, asked in site.made] == [query, query]


@pytest.mark.parametrize("query", ["utm_source=zalo&utm_medium=x", "fbclid=abc", "zarsrc=30&gclid"])
def test_what_other_sites_hang_on_falls_away(cached, site, query):
    ask(cached, f"/a/?{query}")
    ask(cached, "/a/")
    ask(cached, f"/a/?trang=2&{query}")
    ask(cached, "/a/?trang=2")

    assert [asked for _, _, asked in site.made] == ["", "trang=2"]


@pytest.mark.parametrize("path", ["/quan-tri/", "/tai-khoan/dang-nhap/", "/ban-lam-viec/"])
def test_where_people_work_nothing_is_kept(cached, site, path):
    ask(cached, path)
    ask(cached, path)

    assert len(site.made) == 2


# How long


def test_a_change_is_seen_at_the_next_asking(cached, site, generations):
    ask(cached)
    site.respond = lambda request: HttpResponse("new")

    generations.raise_(Kind.HARD)

    assert ask(cached).body == b"new"


def test_readers_may_wait_half_a_second_for_what_may_wait(cached, site, generations):
    with freeze_time("2026-05-05 03:00:00") as clock:
        old = ask(cached).body
        site.respond = lambda request: HttpResponse("new")
        generations.raise_(Kind.SOFT)
        at_once = ask(cached).body
        clock.tick(timedelta(seconds=0.6))
        later = ask(cached).body

    assert (at_once, later) == (old, b"new")


def test_a_withdrawal_within_that_half_second_is_seen_at_once(cached, site, generations):
    with freeze_time("2026-05-05 03:00:00"):
        ask(cached)
        site.respond = lambda request: HttpResponse("new")
        generations.raise_(Kind.SOFT)
        generations.raise_(Kind.HARD)

        assert ask(cached).body == b"new"


def test_what_changes_while_a_page_is_made_is_not_lost(cached, site, generations):
    def respond(request):
        generations.raise_(Kind.HARD)  # somebody withdraws what was read a moment before
        return HttpResponse(f"made {len(site.made)}")

    site.respond = respond

    assert [ask(cached).body for _ in range(2)] == [b"made 1", b"made 2"]


def test_a_page_ends_at_the_earliest_moment_that_its_view_names(cached, site):
    def respond(request):
        valid_until(datetime(2026, 5, 5, 3, 2, tzinfo=UTC))
        valid_until(datetime(2026, 5, 5, 3, 1, tzinfo=UTC))
        return HttpResponse(f"made {len(site.made)}")

    site.respond = respond
    with freeze_time("2026-05-05 03:00:00") as clock:
        ask(cached)
        clock.tick(timedelta(seconds=59))
        before = ask(cached).body
        clock.tick(timedelta(seconds=1))
        after = ask(cached).body

    assert (before, after) == (b"made 1", b"made 2")


def test_no_page_outlives_midnight_in_vietnam(cached, site):
    with freeze_time("2026-05-05 16:59:30") as clock:
        ask(cached)
        clock.tick(timedelta(seconds=30))
        ask(cached)

    assert len(site.made) == 2


def test_no_page_outlives_five_minutes(cached, site):
    with freeze_time("2026-05-05 03:00:00") as clock:
        ask(cached)
        clock.tick(timedelta(seconds=300))
        ask(cached)

    assert len(site.made) == 2


def test_nothing_is_kept_while_the_generation_cannot_be_read(site):
    class Away:
        def current(self):
            return None

    layer = PageCache(site, generations=Away(), store=Store(10, 10**6), cookies=("sessionid",))

    ask(layer)
    ask(layer)

    assert len(site.made) == 2


def test_processes_share_the_generation(site, tmp_path):
    here, there = (FileGenerations(tmp_path / "generations") for _ in range(2))
    layer = PageCache(site, generations=here, store=Store(10, 10**6), cookies=("sessionid",))
    ask(layer)

    there.raise_(Kind.HARD)
    ask(layer)

    assert len(site.made) == 2


def test_raisings_at_once_are_never_lost(tmp_path):
    both = [FileGenerations(tmp_path / "generations") for _ in range(2)]

    threads = [
        threading.Thread(target=lambda one=one: [one.raise_(Kind.SOFT) for _ in range(500)])
        for one in both
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert int.from_bytes(both[0].current()[:8], "little") == 1000


# How much


def test_what_was_not_asked_for_the_longest_goes_first(cached, site):
    for number in range(10):
        ask(cached, f"/{number}/")
    ask(cached, "/0/")
    ask(cached, "/10/")
    site.made.clear()

    ask(cached, "/0/")
    ask(cached, "/1/")

    assert [path for _, path, _ in site.made] == ["/1/"]
    assert len(cached.store) == 10


def test_the_bytes_kept_are_bounded(site, generations):
    site.respond = lambda request: HttpResponse(request.path * 1500)
    store = Store(1000, 60_000)
    layer = PageCache(site, generations=generations, store=store, cookies=("sessionid",))

    for number in range(100, 150):
        ask(layer, f"/{number}/")

    assert 0 < store.bytes <= 60_000
    assert len(store) < 50


def test_a_page_that_is_too_large_pushes_no_other_out(site, generations):
    store = Store(1000, 60_000)
    layer = PageCache(site, generations=generations, store=store, cookies=("sessionid",))
    ask(layer, "/small/")
    site.respond = lambda request: HttpResponse("x" * 50_000)

    ask(layer, "/large/")
    ask(layer, "/small/")

    assert len(site.made) == 2


# Who waits, and who is counted


def test_a_page_asked_for_by_many_at_once_is_made_once(cached, site):
    def respond(request):
        time.sleep(0.2)
        return HttpResponse("made")

    site.respond = respond
    got = []
    threads = [threading.Thread(target=lambda: got.append(ask(cached).body)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == [b"made"] * 5
    assert len(site.made) == 1


def test_what_is_answered_from_what_is_kept_is_counted_with_its_number(cached, site, counted):
    def respond(request):
        about_page(711)
        return HttpResponse("page")

    site.respond = respond
    ask(cached)  # Django itself counts the first
    tag = ask(cached).headers["ETag"]
    ask(cached, HTTP_IF_NONE_MATCH=tag)
    ask(cached, method="HEAD")

    assert counted == [("/", 711), ("/", 711)]


def test_feeds_are_kept_and_not_counted(cached, site, counted):
    site.respond = lambda request: HttpResponse("<rss/>", content_type="application/rss+xml")

    ask(cached, "/tin-tuc/rss.xml")
    ask(cached, "/tin-tuc/rss.xml")

    assert (len(site.made), counted) == (1, [])


def test_a_failure_to_count_costs_nobody_the_page(site, generations):
    def fail(environ, page):
        raise OSError("the disk is full")

    layer = PageCache(
        site, generations=generations, store=Store(9, 10**6), cookies=("sessionid",), count=fail
    )
    ask(layer)

    assert ask(layer).status == 200
