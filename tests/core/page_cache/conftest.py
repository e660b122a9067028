"""A page cache before a small application whose every making is written down."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from lienhiep.core.middleware import SmallAnswers
from lienhiep.core.page_cache.generations import FileGenerations
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store


class Site:
    """Stands for Django: answers with the response that a test names, and notes each asking."""

    def __init__(self) -> None:
        self.made: list[tuple[str, str, str]] = []
        self.respond = lambda request: HttpResponse("<p>Liên hiệp hội</p>" * 100)

    def __call__(self, environ, start_response):
        from django.core.handlers.wsgi import WSGIRequest

        request = WSGIRequest(environ)
        self.made.append((request.method, request.path, environ["QUERY_STRING"]))
        response = SmallAnswers(self.respond)(request)
        cookies = [("Set-Cookie", one.OutputString()) for one in response.cookies.values()]
        start_response(f"{response.status_code} Any", [*response.items(), *cookies])
        return response


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def generations(tmp_path) -> FileGenerations:
    return FileGenerations(tmp_path / "generations")


@pytest.fixture
def counted() -> list[tuple[str, int]]:
    return []


@pytest.fixture
def cached(site, generations, counted) -> PageCache:
    """The layer before the site, with room for ten pages."""
    return PageCache(
        site,
        generations=generations,
        store=Store(10, 1_000_000),
        cookies=("sessionid", "messages"),
        count=lambda environ, page: counted.append((environ["PATH_INFO"], page)),
    )
