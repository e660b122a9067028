"""Asking the search table: exact titles and numbers first, then the newest, best fit above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models.expressions import RawSQL

from lienhiep.core.models.search import SearchEntry
from lienhiep.core.principals import principals
from lienhiep.core.search.index import Condition, index
from lienhiep.core.search.narrowing import Narrowing, joined
from lienhiep.core.search.question import Question, read_question
from lienhiep.core.search.registry import is_registered
from lienhiep.core.search.results import PER_PAGE, Hit, Results

__all__ = ["Results", "ids_matching", "search"]

CANDIDATES = 200
"""How many of the newest that match are put in order of fit; older ones follow by date."""

MOST_COUNTED = 1000
MOST_EXACT = 40


def search(
    text: str,
    user: Any,
    *,
    kind: str | None = None,
    sections: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
    page: int = 1,
    per_page: int = PER_PAGE,
    public: bool = False,
) -> Results:
    """Return a page of what a reader may find.

    First whatever has exactly this title or number, over all years; then, of the newest
    that hold every word, those that hold them as a phrase, with the same marks, or in the
    title; then the rest, newest first. `public` leaves out what has no page on the site,
    `sections` what stands in none of these.

    The index is read once, backwards, until a thousand and one are found; the pages, the
    number and the numbers of each kind all come from those.
    """
    question = read_question(text)
    if question.is_empty:
        return Results(question, per_page=per_page)
    among = Narrowing(principals(user), "", sections, since, until, public)
    found = _newest(question, among)
    kinds = Counter(kind_found for _place, kind_found in found[:MOST_COUNTED])
    if kind:
        among = replace(among, kind=kind)
        if len(found) > MOST_COUNTED:  # there may be older ones of this kind
            found = _newest(question, among)
        else:
            found = [pair for pair in found if pair[1] == kind]
    total, is_more = min(len(found), MOST_COUNTED), len(found) > MOST_COUNTED
    page = max(1, min(page, -(-total // per_page) or 1))
    ranked = _ranked(question, [place for place, _kind in found[:MOST_COUNTED]], among)
    places = ranked[(page - 1) * per_page : page * per_page]
    hits = list(_hits(places, question, user))
    return Results(question, hits, total, is_more, page, per_page, dict(kinds))


def ids_matching(model: type[models.Model], text: str) -> models.QuerySet:
    """Return the ids of the records of a kind that match, for use inside another query.

    The last word may be a beginning, as lists are searched while somebody types. Who may
    see the records is for the outer query to say. Text without a word in it matches nothing.
    """
    if not is_registered(model):
        raise LookupError(f"{model.__name__} is not in the search table; declare @search_entry.")
    entries = SearchEntry.objects.filter(content_type=ContentType.objects.get_for_model(model))
    question = read_question(text)
    if question.is_empty:
        return entries.none().values("object_id")
    wanted = index().places(question)
    return entries.filter(place__in=RawSQL(wanted.sql, wanted.params)).values("object_id")


def _newest(question: Question, among: Narrowing) -> list[tuple[int, str]]:
    """Return place and kind of the newest that match, one more than are counted."""
    return index().newest(
        question,
        among.condition(),
        MOST_COUNTED + 1,
        since=among.first,
        until=among.behind_last,
    )


def _ranked(question: Question, found: list[int], among: Narrowing) -> list[int]:
    """Return places in the order in which they are shown, from all that match, newest first."""
    exact = _exact(question, among) if not question.phrases else []
    chosen = set(exact)
    candidates = found[:CANDIDATES]
    weights = index().weigh(question, candidates) if candidates else {}
    best = sorted(candidates, key=lambda place: (-weights[place], -place))
    rest = [place for place in [*best, *found[CANDIDATES:]] if place not in chosen]
    return exact + rest


def _exact(question: Question, among: Narrowing) -> list[int]:
    """Return the places of what has exactly this title or number, newest first."""
    narrowed = among.condition_with_places()
    titled = joined([Condition("core_searchentry.title_key = %s", (question.title_key,)), narrowed])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT core_searchentry.place FROM core_searchentry WHERE {titled.sql} "
            "ORDER BY core_searchentry.place DESC LIMIT %s",
            [*titled.params, MOST_EXACT],
        )
        found = {int(place) for (place,) in cursor.fetchall()}
    if question.symbol:
        found |= set(index().numbered(question.symbol, narrowed, MOST_EXACT))
    return sorted(found, reverse=True)[:MOST_EXACT]


def _hits(places: list[int], question: Question, user: Any) -> Iterable[Hit]:
    """Yield the entries in order, each asked about once more: may this reader see it now?"""
    entries = {entry.place: entry for entry in SearchEntry.objects.filter(place__in=places)}
    ids: dict[int, list[int]] = {}
    for entry in entries.values():
        ids.setdefault(entry.content_type_id, []).append(entry.object_id)
    seen: set[tuple[int, int]] = set()
    for content_type_id, object_ids in ids.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and is_registered(model):
            visible = model.objects.visible_among(user, object_ids)  # type: ignore[attr-defined]
            seen |= {(content_type_id, pk) for pk in visible.values_list("pk", flat=True)}
    for place in places:
        found = entries.get(place)
        if found is not None and (found.content_type_id, found.object_id) in seen:
            yield Hit(found, question)
