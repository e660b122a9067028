"""Every public page can be given to all readers as it was made once: see `core.page_cache`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from lienhiep.core.page_cache.generations import FileGenerations
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store
from lienhiep.project.front import headers_of_pages
from tests.core.page_cache.asking import ask

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the spooled file of a new rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MACHINES = (
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/moi.xml",
    "/tin-tuc/rss.xml",
    "/tin-tuc/atom.xml",
    "/tin-tuc/sitemap.xml",
)
OTHERS = ("/thong-ke/", "/su-kien.ics", "/tin-tuc/?trang=2", "/huong-dan/")
OF_EACH = 2
"""Pages of one shape that are asked for."""

FORMS = ("/lien-he/", "/ban-tin/")
"""Open forms that stand in the map: each has a token of its own, so none is kept."""

ENTRANCES = ("/kieu-dang/",)
"""Named in no map: they lead elsewhere."""


def shape(address: str) -> str:
    """Return an address without what tells two pages of one kind apart."""
    return re.sub(r"[0-9]+", "0", re.sub(r"[0-9]+-[a-z0-9-]+|[a-z0-9-]+-[0-9]+", "x", address))


def public_addresses() -> list[str]:
    """Return some addresses of each shape that the map for search engines names."""
    found: dict[str, list[str]] = {}
    text = Client().get("/sitemap.xml").content.decode()
    for location in re.findall(r"<loc>([^<]+)</loc>", text):
        path = urlsplit(location).path
        found.setdefault(shape(path), []).append(path)
    return [path for paths in found.values() for path in paths[:OF_EACH]]


@pytest.fixture
def written() -> dict[str, dict[str, str]]:
    """What each page says in its head that would be written down as a file."""
    return {}


@pytest.fixture
def front(demonstration, tmp_path, written):
    """The site as a server runs it, behind a page cache of its own."""

    def note(host, path, scheme, entry):
        if entry.is_page:
            said = {name.lower(): value for name, value in entry.plain_headers}
            written[path] = said

    return PageCache(
        WSGIHandler(),
        generations=FileGenerations(tmp_path / "generations"),
        store=Store(1000, 10**8),
        cookies=("sessionid", "messages"),
        keep_file=note,
    )


def test_every_public_page_is_kept_without_a_cookie_or_a_token(front):
    public = [one for one in public_addresses() if one not in FORMS]
    addresses = [*public, *MACHINES, *OTHERS]

    not_kept, with_cookie, with_token = [], [], []
    for address in addresses:
        ask(front, address)
        got = ask(front, address)
        if got.status != 200 or "ETag" not in got.headers:
            not_kept.append((address, got.status))
        if "Set-Cookie" in got.headers:
            with_cookie.append(address)
        if b"csrfmiddlewaretoken" in got.body:
            with_token.append(address)

    assert len(addresses) > 40
    assert (not_kept, with_cookie, with_token) == ([], [], [])


def test_every_public_page_says_in_its_head_what_a_server_in_front_says_of_all(front, written):
    for address in public_addresses():
        ask(front, address)

    assert not set(written) & set(FORMS)
    expected = {name.lower(): value for name, value in headers_of_pages().items()}
    expected["content-type"] = "text/html; charset=utf-8"
    assert len(written) > 40
    assert {path: said for path, said in written.items() if said != expected} == {}
