"""Asking a WSGI application as a server would, without Django's test client."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.signals import request_finished, request_started
from django.db import close_old_connections


@dataclass
class Got:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(application, address="/", method="GET", **headers) -> Got:
    """Ask for an address; headers as WSGI spells them (`HTTP_COOKIE`)."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "HTTP_HOST": "testserver",
        "REMOTE_ADDR": "203.0.113.7",
        "HTTP_USER_AGENT": "Mozilla/5.0 Firefox/140",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    environ.update({name: value for name, value in headers.items() if value is not None})
    said = []
    with connection_left_open():
        result = application(environ, lambda *answer: said.extend(answer))
        body = b"".join(result)
        if hasattr(result, "close"):
            result.close()
    return Got(int(said[0].split()[0]), dict(said[1]), body)


@contextmanager
def connection_left_open():
    """Leave the database connection to the test, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
