"""nginx in front sends ready pages by itself, each counted, and nothing that is old or private."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from functools import partial
from pathlib import Path
from socketserver import ThreadingMixIn
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.management import CommandError, call_command

from lienhiep.core.page_cache.files import PageFiles, move_away
from lienhiep.core.page_cache.generations import FileGenerations, Kind
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store
from lienhiep.project.front import headers_of_pages
from lienhiep.project.nginx import Site, configuration
from lienhiep.visits.actions import take_in_log
from lienhiep.visits.models import DailyTally

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

MAIN = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ }}
http {{
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {folder}/site.conf;
}}
"""


def site_at(folder: Path, **more) -> Site:
    given = {
        "domain": "lienhiep.example",
        "upstream": "127.0.0.1:8000",
        "pages": folder / "pages",
        "log": folder / "pages.log",
        "static": folder / "static",
        "private": folder / "files",
        "private_prefix": "/private-files",
        "headers": headers_of_pages(),
        "cookies": ("sessionid", "messages"),
    }
    return Site(**(given | more))


# What is written


def test_with_a_certificate_everybody_is_led_to_https(tmp_path):
    text = configuration(site_at(tmp_path, certificate=Path("/c.pem"), key=Path("/k.pem")))

    assert "return 301 https://$host$request_uri;" in text
    assert "ssl_certificate /c.pem;" in text
    assert "listen 443 ssl" in text


@pytest.mark.parametrize("domain", ["a; root /", "a b", "a}", 'a"', "a$host", "a\nb"])
def test_no_value_can_say_something_of_its_own_to_nginx(tmp_path, domain):
    with pytest.raises(ValueError, match="a"):
        configuration(site_at(tmp_path, domain=domain))


def test_the_command_says_what_must_be_set_first():
    with pytest.raises(CommandError, match="PAGE_FILES"):
        call_command("nginx")


def test_the_command_prints_what_nginx_reads(settings, capsys, tmp_path):
    settings.PAGE_CACHE_MB = 64
    settings.PAGE_FILES, settings.PAGE_LOG = str(tmp_path / "pages"), str(tmp_path / "log")

    call_command("nginx", domain="lienhiep.example", brotli=True)

    text = capsys.readouterr().out
    assert f"root {tmp_path}/pages/now;" in text
    assert f"access_log {tmp_path}/log lienhiep_pages;" in text
    assert "server_name lienhiep.example;" in text
    assert text.count("brotli_static on;") == 2


# What it does


class Program(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


class Front:
    """nginx before a page cache before a small application that notes what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.text = "Liên hiệp hội"
        pages = folder / "pages"
        self.generations = FileGenerations(
            folder / "generations", on_raised=partial(move_away, pages)
        )
        files = PageFiles(pages, generations=self.generations, headers=headers_of_pages())
        cached = PageCache(
            self.answer,
            generations=self.generations,
            store=Store(100, 10**6),
            cookies=("sessionid", "messages"),
            keep_file=files.keep,
        )
        self.program = make_server("127.0.0.1", 0, cached, Program, Quiet)
        threading.Thread(target=self.program.serve_forever, daemon=True).start()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = folder / "pages.log"
        for name in ("static", "files"):
            (folder / name).mkdir()
        (folder / "static" / "a.css").write_text("a{}")
        (folder / "files" / "secret.txt").write_text("riêng")
        site = site_at(
            folder, upstream=f"127.0.0.1:{self.program.server_port}", port=self.port, log=self.log
        )
        (folder / "site.conf").write_text(configuration(site))
        (folder / "main.conf").write_text(MAIN.format(folder=folder))
        self.nginx = subprocess.Popen(
            [NGINX, "-p", str(folder), "-c", str(folder / "main.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def answer(self, environ, start_response):
        from lienhiep.core.page_cache.facts import FACTS

        self.asked.append(environ["PATH_INFO"])
        if FACTS in environ:
            environ[FACTS].keep = True
        headers = [("Content-Type", "text/html; charset=utf-8"), *headers_of_pages().items()]
        start_response("200 OK", headers)
        return [f"<p>{self.text}</p>".encode() * 100]

    def get(self, path: str = "/tin-tuc/", *, method: str = "GET", **headers: str):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(
            f"http://127.0.0.1:{self.port}{path}",
            headers={"User-Agent": FIREFOX, **named},
            method=method,
        )
        try:
            with urlopen(request, timeout=10) as got:
                return got.status, got.headers, got.read()
        except HTTPError as refused:
            with refused:
                return refused.code, refused.headers, refused.read()

    def end(self) -> None:
        self.nginx.send_signal(signal.SIGTERM)
        self.nginx.wait(10)
        self.program.shutdown()
        self.program.server_close()


@pytest.fixture
def front(tmp_path):
    if NGINX is None:
        if os.environ.get("LIENHIEP_REQUIRE_NGINX"):
            pytest.fail("nginx is not installed")
        pytest.skip("nginx is not installed")
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o011)
    front = Front(tmp_path)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", front.port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield front
    front.end()


def test_a_ready_page_is_sent_without_asking_the_program(front):
    _status, made, first = front.get()

    status, sent, second = front.get()

    assert (status, second) == (200, first)
    assert front.asked == ["/tin-tuc/"]
    for name in [*headers_of_pages(), "Content-Type", "Cache-Control"]:
        assert sent[name] == made[name], name
    assert sent["Last-Modified"] is None


def test_a_browser_that_has_the_page_is_told_so(front):
    front.get()
    tag = front.get()[1]["ETag"]

    status, headers, body = front.get(If_None_Match=tag)

    assert (status, body) == (304, b"")
    assert headers["Content-Security-Policy"]


def test_it_is_sent_compressed_where_the_browser_can_read_that(front):
    front.get()

    _status, headers, _body = front.get(Accept_Encoding="gzip")

    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"


def test_after_a_change_nobody_is_sent_what_was_before(front):
    front.get()
    tag = front.get()[1]["ETag"]
    front.text = "Liên hiệp mới"

    front.generations.raise_(Kind.HARD)

    assert "Liên hiệp mới" in front.get()[2].decode()
    status, _headers, body = front.get(If_None_Match=tag)
    assert (status, "Liên hiệp mới" in body.decode()) == (200, True)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/tin-tuc/", {"Cookie": "csrftoken=a; sessionid=b"}),
        ("/tin-tuc/", {"Cookie": "messages=a"}),
        ("/tin-tuc/", {"Authorization": "Basic YTpi"}),
        ("/tin-tuc/?q=a", {}),
        ("/quan-tri/", {}),
    ],
)
def test_what_may_be_for_one_person_goes_to_the_program(front, path, headers):
    front.get()
    front.get()
    asked = len(front.asked)

    front.get(path, **headers)

    assert len(front.asked) == asked + 1


def test_what_is_sent_to_be_stored_goes_to_the_program(front):
    front.get()

    front.get(method="POST")

    assert len(front.asked) == 2


@pytest.mark.parametrize(
    "path", ["/private-files/secret.txt", "/static/../files/secret.txt", "/%2e%2e/pages.log"]
)
def test_nothing_outside_can_be_fetched(front, path):
    status, _headers, body = front.get(path)

    assert b"ri\xc3\xaang" not in body
    assert status in (400, 404) or front.asked


def test_styles_are_sent_by_nginx_for_a_year(front):
    status, headers, _body = front.get("/static/a.css")

    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert front.asked == []


@pytest.mark.django_db
def test_every_page_that_nginx_sent_is_counted_once(front, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    front.get()  # by the program, which counts for itself
    for _number in range(7):
        front.get()
    front.get(If_None_Match=front.get()[1]["ETag"])
    front.get(method="HEAD")
    front.get(Sec_Purpose="prefetch")
    deadline = time.monotonic() + 5
    while front.log.read_text().count("\n") < 11 and time.monotonic() < deadline:
        time.sleep(0.02)

    assert take_in_log(front.log) == 9
    assert take_in_log(front.log) == 0
    assert [(row.kind, row.visits) for row in DailyTally.objects.all()] == [("person", 9)]
