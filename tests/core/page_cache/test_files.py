"""Ready pages as files: true as long as they lie there, gone with the change that ends them."""

from __future__ import annotations

import gzip
import time
from functools import partial
from pathlib import Path

import brotli
import pytest
from django.http import HttpResponse

from lienhiep.core.page_cache import valid_until
from lienhiep.core.page_cache.files import NOW, PageFiles, move_away
from lienhiep.core.page_cache.generations import FileGenerations, Kind
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store
from lienhiep.core.period import ZONE
from tests.core.page_cache.asking import ask

HEADERS = {"X-Frame-Options": "DENY"}


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "pages"


@pytest.fixture
def generations(tmp_path, folder) -> FileGenerations:
    return FileGenerations(tmp_path / "generations", on_raised=partial(move_away, folder))


@pytest.fixture
def files(folder, generations) -> PageFiles:
    return PageFiles(folder, generations=generations, headers=HEADERS)


@pytest.fixture
def cached(site, generations, files) -> PageCache:
    site.respond = lambda request: HttpResponse("<p>Liên hiệp hội</p>" * 100, headers=HEADERS)
    return PageCache(
        site,
        generations=generations,
        store=Store(10, 1_000_000),
        cookies=("sessionid",),
        keep_file=files.keep,
    )


def found(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder / NOW)) for path in (folder / NOW).rglob("*") if path.is_file()
    )


def page(folder: Path, address: str = "/a/") -> Path:
    return folder / NOW / "http" / "testserver" / address.strip("/") / "index.html"


def test_a_page_lies_ready_as_it_is_and_compressed(cached, folder):
    body = ask(cached, "/tin-tuc/a-7/").body

    there = "http/testserver/tin-tuc/a-7/index.html"
    assert found(folder) == [there, f"{there}.br", f"{there}.gz"]
    ready = page(folder, "/tin-tuc/a-7/")
    assert ready.read_bytes() == body
    assert gzip.decompress(Path(f"{ready}.gz").read_bytes()) == body
    assert brotli.decompress(Path(f"{ready}.br").read_bytes()) == body
    assert list((folder / "new").iterdir()) == []


def test_the_front_page_lies_in_the_folder_of_its_host(cached, folder):
    ask(cached, "/")

    assert page(folder, "/").exists()


@pytest.mark.parametrize("kind", [Kind.SOFT, Kind.HARD])
def test_a_change_takes_every_page_away_at_once(cached, folder, generations, kind):
    ask(cached, "/a/")
    ask(cached, "/b/")

    generations.raise_(kind)

    assert found(folder) == []


def test_a_change_seen_by_another_process_takes_them_away_too(cached, folder, tmp_path):
    ask(cached, "/a/")

    other = FileGenerations(tmp_path / "generations", on_raised=partial(move_away, folder))
    other.raise_(Kind.HARD)

    assert found(folder) == []


def test_a_page_that_was_being_made_during_a_change_is_not_put_there(
    cached, site, folder, generations
):
    def respond(request):
        generations.raise_(Kind.SOFT)
        return HttpResponse("<p>trước</p>" * 100, headers=HEADERS)

    site.respond = respond

    ask(cached, "/a/")

    assert found(folder) == []
    assert list((folder / "new").iterdir()) == []


def test_a_page_goes_when_its_time_is_over(cached, site, folder, files):
    from datetime import datetime, timedelta

    end = datetime.now(ZONE) + timedelta(seconds=60)

    def respond(request):
        if request.path == "/a/":
            valid_until(end)
        return HttpResponse("<p>lịch</p>" * 100, headers=HEADERS)

    site.respond = respond
    ask(cached, "/a/")
    ask(cached, "/b/")

    assert files.take_away_ended(end.timestamp() - 1) == 0
    assert page(folder, "/a/").exists()
    assert files.take_away_ended(end.timestamp() + 1) == 1
    assert found(folder) == [f"http/testserver/b/index.html{end}" for end in ("", ".br", ".gz")]


def test_a_page_made_anew_meanwhile_stays_when_the_time_of_the_older_is_over(
    cached, folder, files, generations
):
    ask(cached, "/a/")
    generations.raise_(Kind.HARD)
    ask(cached, "/a/")
    _until, path, stamp = min(files._ends)
    files._ends = [(time.time() - 1, path, stamp)]

    assert files.take_away_ended() == 0
    assert page(folder).exists()


def test_no_two_files_have_the_same_time(cached, folder, generations):
    times = set()
    for _number in range(3):
        ask(cached, "/a/")
        times.add(int(page(folder).stat().st_mtime))
        generations.raise_(Kind.HARD)

    assert len(times) == 3


def test_what_was_moved_away_is_removed_afterwards(cached, folder, files, generations):
    ask(cached, "/a/")
    generations.raise_(Kind.HARD)

    files.take_away_ended()

    assert [path.name for path in folder.iterdir() if path.name.startswith("gone")] == []


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("/a/?trang=2", {}),
        ("/a", {}),
        ("/a/../b/", {}),
        ("/A/", {}),
        ("/%2e%2e/", {}),
        ("/a/", {"HTTP_HOST": "../x"}),
        ("/a/", {"HTTP_HOST": ".hidden"}),
        ("/a/", {"HTTP_HOST": "a..b"}),
        ("/a/", {"wsgi.url_scheme": "../"}),
        ("/" + "a/" * 20, {}),
        ("/a/", {"HTTP_COOKIE": "sessionid=1"}),
    ],
)
def test_nothing_else_is_written_down(cached, folder, address, more):
    ask(cached, address, **more)

    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Frame-Options": "SAMEORIGIN"},
        {**HEADERS, "Link": "</a.css>; rel=preload"},
        {**HEADERS, "Content-Type": "application/rss+xml"},
    ],
)
def test_a_page_that_says_anything_of_its_own_is_left_to_the_program(cached, site, folder, headers):
    site.respond = lambda request: HttpResponse("<p>x</p>" * 100, headers=headers)

    ask(cached, "/a/")

    assert found(folder) == []


def test_a_full_disk_costs_no_answer(cached, folder, monkeypatch, caplog):
    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert ask(cached, "/a/").status == 200
    assert "could not be written down" in caplog.text
