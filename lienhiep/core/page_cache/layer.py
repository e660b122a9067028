"""The outermost layer: a page that is kept is answered before Django is entered."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from lienhiep.core.page_cache.answers import Entry, made_entry
from lienhiep.core.page_cache.asking import NOT_PAGES, encoding_for, is_same, known_query
from lienhiep.core.page_cache.facts import FACTS, Facts, begin
from lienhiep.core.page_cache.generations import WIDTH, Generations
from lienhiep.core.page_cache.store import Store
from lienhiep.core.period import ZONE

logger = logging.getLogger(__name__)

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Count = Callable[[Environ, int], None]
Keep = Callable[[str, str, str, Entry], object]

GRACE = 0.5
"""Seconds for which a page may be given after a change that readers may wait for."""

LONGEST_RENDERING = 30.0
"""Seconds after which whoever waits for somebody else's rendering makes the page alone."""


class PageCache:
    """Answers anonymous `GET` and `HEAD` of public pages with bytes made ready once.

    Whoever is signed in, or asks for anything else, goes through to Django untouched. A page
    is made to be kept only for somebody without any cookie, so it can depend on none.
    """

    def __init__(
        self,
        application: Application,
        *,
        generations: Generations,
        store: Store,
        cookies: Iterable[str],
        longest: float = 300.0,
        forwarded: str = "",
        count: Count | None = None,
        keep_file: Keep | None = None,
    ) -> None:
        """`cookies` are names of cookies that sign in; `forwarded` the header of a trusted proxy.

        `longest` is for how many seconds a page is kept at most; `count` is told of each visit
        answered from what is kept; `keep_file` writes a page down for a server in front.
        """
        self.application = application
        self.generations = generations
        self.store = store
        self.cookies = tuple(cookies)
        self.longest = longest
        self.forwarded = forwarded or "wsgi.url_scheme"
        self.count = count
        self.keep_file = keep_file
        self._rendering: dict[Hashable, threading.Lock] = {}
        self._waiting: dict[Hashable, int] = {}
        self._noting = threading.Lock()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD") or self._is_somebody(environ):
            return self.application(environ, start_response)
        key = (
            environ.get("HTTP_HOST"),
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
            environ.get(self.forwarded),
        )
        entry = self.store.get(key)
        if entry is not None and self._is_fresh(entry):
            return self._answer(entry, environ, start_response)
        return self._ask(key, environ, start_response)

    def _is_somebody(self, environ: Environ) -> bool:
        """Return whether the answer might be for one person only."""
        said = environ.get("HTTP_COOKIE")
        if said:
            for name in self.cookies:
                if name in said:
                    return True
        return "HTTP_AUTHORIZATION" in environ

    def _is_fresh(self, entry: Entry) -> bool:
        """Return whether a page may still be given."""
        now = time.time()
        if now >= entry.valid_until:
            return False
        generation = self.generations.current()
        if generation == entry.generation:
            return True
        return (
            generation is not None
            and generation[WIDTH:] == entry.generation[WIDTH:]
            and 0 <= now - entry.made_at < GRACE
        )

    def _answer(
        self, entry: Entry, environ: Environ, start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Send a page that is kept, and count it."""
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if asked is not None and is_same(asked, entry.tag):
            start_response("304 Not Modified", entry.not_modified)
            body = b""
        else:
            answers = entry.answers
            answer = answers.get(encoding_for(environ.get("HTTP_ACCEPT_ENCODING", "")))
            if answer is None:
                answer = answers[""]
            start_response("200 OK", answer.headers)
            body = answer.body
        if environ["REQUEST_METHOD"] == "HEAD":
            return [b""]
        if entry.is_page and self.count is not None:
            try:
                self.count(environ, entry.page)
            except Exception:
                # A failure to count never costs the reader the page.
                logger.exception("A visit could not be counted")
        return [body]

    def _ask(
        self, asked: Hashable, environ: Environ, start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Let Django make the page, and keep it where others may have it."""
        path = environ["PATH_INFO"]
        query = None if path.startswith(NOT_PAGES) else known_query(environ["QUERY_STRING"])
        if query is None:
            return self.application(environ, start_response)
        key = (environ.get("HTTP_HOST"), path, query, environ.get(self.forwarded))
        if key != asked:
            environ["QUERY_STRING"] = query
            entry = self.store.get(key)
            if entry is not None and self._is_fresh(entry):
                return self._answer(entry, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD" or environ.get("HTTP_COOKIE"):
            return self.application(environ, start_response)
        with self._one_at_a_time(key) as has_waited:
            entry = self.store.get(key) if has_waited else None
            if entry is not None and self._is_fresh(entry):
                return self._answer(entry, environ, start_response)
            return self._make(key, environ, start_response)

    def _make(
        self, key: tuple[Any, ...], environ: Environ, start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        generation = self.generations.current()
        if generation is None:
            return self.application(environ, start_response)
        began = time.time()
        facts = environ[FACTS] = Facts(valid_until=min(began + self.longest, _midnight(began)))
        said: list[Any] = []
        begin(facts)
        try:
            result = self.application(environ, lambda *answer: said.extend(answer))
        finally:
            begin(None)
        status, headers = said[0], said[1]
        if not facts.keep:
            self.store.drop(key)
            start_response(*said)
            return result
        try:
            body = b"".join(result)
        finally:
            if hasattr(result, "close"):
                result.close()
        entry = made_entry(
            headers=headers,
            body=body,
            generation=generation,
            made_at=began,
            valid_until=facts.valid_until,
            page=facts.page,
        )
        self.store.put(key, entry)
        if self.keep_file is not None and not key[2]:
            self.keep_file(key[0] or "", key[1], key[3] or "", entry)
        answer = entry.answers.get(encoding_for(environ.get("HTTP_ACCEPT_ENCODING", "")))
        answer = answer or entry.answers[""]
        start_response(status, answer.headers)
        return [answer.body]

    @contextmanager
    def _one_at_a_time(self, key: Hashable) -> Iterator[bool]:
        """Let one thread of this process make a page; yield whether another one did before."""
        with self._noting:
            lock = self._rendering.setdefault(key, threading.Lock())
            self._waiting[key] = self._waiting.get(key, 0) + 1
        has_waited = not lock.acquire(blocking=False)
        is_ours = not has_waited or lock.acquire(timeout=LONGEST_RENDERING)
        try:
            yield has_waited
        finally:
            if is_ours:
                lock.release()
            with self._noting:
                self._waiting[key] -= 1
                if not self._waiting[key]:
                    del self._waiting[key], self._rendering[key]


def _midnight(now: float) -> float:
    """Return the next midnight in Vietnam, when "today" becomes another day."""
    today = datetime.fromtimestamp(now, ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=1)).timestamp()
