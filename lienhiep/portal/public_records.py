"""Records that anybody may read on the site, as the search table knows them."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet

from lienhiep.core.models import SearchEntry


def public_records() -> QuerySet[SearchEntry]:
    """Return what has a page on the site and is open to anyone, the newest first."""
    return SearchEntry.objects.filter(is_open=True).defer("body").order_by("-place")


def kinds_on_the_site() -> list[str]:
    """Return the kinds of which something is open to anyone: one look into an index for each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE kinds(kind) AS ("
            "SELECT min(kind) FROM core_searchentry WHERE is_open = TRUE UNION ALL SELECT ("
            "SELECT min(e.kind) FROM core_searchentry e WHERE e.is_open = TRUE "
            "AND e.kind > kinds.kind) FROM kinds WHERE kinds.kind IS NOT NULL) "
            "SELECT kind FROM kinds WHERE kind IS NOT NULL"
        )
        return [str(kind) for (kind,) in cursor.fetchall()]


def newest(kind: str = "", *, limit: int) -> list[SearchEntry]:
    """Return the newest public records of a kind, or of all; undated ones stand in no such list."""
    found = public_records()
    found = found.filter(kind=kind) if kind else found
    # Those without a date stand last of all.
    return [entry for entry in found[:limit] if entry.date is not None]


def standing_under(entry: SearchEntry, *, kind: str, limit: int) -> list[SearchEntry]:
    """Return the public records of a kind whose pages lie under the page of another, as entered."""
    found = public_records().filter(kind=kind, public_url__startswith=entry.public_url)
    return list(found.order_by("pk")[:limit])
