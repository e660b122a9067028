"""How often a piece of work asks the database, and what a search has found."""

from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.core.search.results import Hit


def questions(work: Callable[[], Any]) -> int:
    """Return how many questions the work asks, once what is kept for some seconds is kept."""
    caches["process"].clear()  # else it may end between the two
    work()
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def record_of(hit: Hit) -> Any:
    """Return the record that was found."""
    return hit.entry.content_type.get_object_for_this_type(pk=hit.entry.object_id)
