"""Records that anybody may read on the site, as the search table knows them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from lienhiep.core.models import SearchEntry, SearchKey
from lienhiep.core.principals import ANYONE


def public_records() -> QuerySet[SearchEntry]:
    """Return what has a page on the site and is open to anyone, the newest first."""
    open_to_all = SearchKey.objects.filter(entry=OuterRef("pk"), key=ANYONE)
    found = SearchEntry.objects.exclude(public_url="").filter(Exists(open_to_all))
    return found.defer("body").order_by("-date", "-pk")


def newest(kind: str = "", *, limit: int) -> list[SearchEntry]:
    """Return the newest public records of a kind, or of all; undated ones stand in no such list."""
    found = public_records().exclude(date=None)
    return list((found.filter(kind=kind) if kind else found)[:limit])


def standing_under(entry: SearchEntry, *, kind: str, limit: int) -> list[SearchEntry]:
    """Return the public records of a kind whose pages lie under the page of another, as entered."""
    found = public_records().filter(kind=kind, public_url__startswith=entry.public_url)
    return list(found.order_by("pk")[:limit])
