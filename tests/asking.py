"""How often a piece of work asks the database."""

from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext


def questions(work: Callable[[], Any]) -> int:
    """Return how many questions the work asks, once what is kept for some seconds is kept."""
    caches["process"].clear()  # else it may end between the two
    work()
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)
