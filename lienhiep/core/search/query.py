"""Asking the search table: exact titles and numbers first, then the newest, best fit above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lienhiep.core.models.search import SearchEntry, SearchKey
from lienhiep.core.principals import principals
from lienhiep.core.search.index import Condition, first_place_of, index
from lienhiep.core.search.marking import marked, snippet
from lienhiep.core.search.question import Question, read_question
from lienhiep.core.search.registry import declaration_named, is_registered

PER_PAGE = 20
CANDIDATES = 200
"""How many of the newest that match are put in order of fit; older ones follow by date."""

MOST_COUNTED = 1000
MOST_EXACT = 40


@dataclass(frozen=True)
class Hit:
    """One result as it is shown."""

    entry: SearchEntry
    record: models.Model
    question: Question

    @cached_property
    def title(self) -> SafeString:
        """The title, with the words that were found marked."""
        return marked(self.entry.title, self.question)

    @cached_property
    def snippet(self) -> SafeString:
        """The piece of the text that fits best, with the words that were found marked."""
        return snippet(self.entry.body, self.question)

    @property
    def kind_label(self) -> str:
        """What kind of thing was found, in words."""
        declaration = declaration_named(self.entry.kind)
        return str(declaration.label) if declaration else self.entry.kind

    @property
    def url(self) -> str:
        """Where the back office shows it."""
        return self.entry.url

    @property
    def public_url(self) -> str:
        """Where the site shows it; empty while it is not public."""
        return self.entry.public_url

    @property
    def date(self) -> date | None:
        """The date by which it is ordered."""
        return self.entry.date

    @property
    def symbol(self) -> str:
        """The number and symbol of a document, if it has one."""
        return self.entry.symbol


@dataclass(frozen=True)
class Results:
    """One page of results. `total` is counted to a thousand; `is_more` says that there are more."""

    question: Question
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    is_more: bool = False
    page: int = 1
    per_page: int = PER_PAGE

    @property
    def pages(self) -> int:
        """How many pages there are; as many as are counted."""
        return max(1, -(-self.total // self.per_page))

    @property
    def total_in_words(self) -> str:
        """The number of results as it is shown, such as "more than 1.000"."""
        number = number_format(self.total, use_l10n=True, force_grouping=True)
        return _("more than %(number)s") % {"number": number} if self.is_more else number


@dataclass(frozen=True)
class Narrowing:
    """Which entries are asked among, whatever the words."""

    keys: frozenset[str]
    kind: str | None
    since: date | None
    until: date | None
    is_public: bool

    def sql(self) -> tuple[str, list[Any]]:
        """Return the condition on the entries and their places, with its parameters."""
        place = index().place
        held = sorted(self.keys)
        parts = [
            "EXISTS (SELECT 1 FROM core_searchkey WHERE core_searchkey.entry_id = "
            f"core_searchentry.id AND core_searchkey.key IN ({', '.join(['%s'] * len(held))}))"
        ]
        params: list[Any] = [*held]
        if self.kind:
            parts.append("core_searchentry.kind = %s")
            params.append(self.kind)
        if self.since:
            parts.append(f"{place} >= %s")
            params.append(first_place_of(self.since))
        if self.until:
            parts.append(f"{place} < %s")
            params.append(first_place_of(self.until + timedelta(days=1)))
        if self.is_public:
            parts.append("core_searchentry.public_url <> ''")
        return " AND ".join(parts), params

    def entries(self) -> models.QuerySet[SearchEntry]:
        """Return the same entries as a query set."""
        held = SearchKey.objects.filter(entry=OuterRef("pk"), key__in=self.keys)
        found = SearchEntry.objects.filter(Exists(held))
        if self.kind:
            found = found.filter(kind=self.kind)
        if self.since:
            found = found.filter(place__gte=first_place_of(self.since))
        if self.until:
            found = found.filter(place__lt=first_place_of(self.until + timedelta(days=1)))
        return found.exclude(public_url="") if self.is_public else found


def search(
    text: str,
    user: Any,
    *,
    kind: str | None = None,
    since: date | None = None,
    until: date | None = None,
    page: int = 1,
    per_page: int = PER_PAGE,
    public: bool = False,
) -> Results:
    """Return a page of what a reader may find.

    First whatever has exactly this title or number, over all years; then, of the newest
    that hold every word, those that hold them as a phrase, with the same marks, or in the
    title; then the rest, newest first. `public` leaves out what has no page on the site.
    """
    question = read_question(text)
    if question.is_empty:
        return Results(question, per_page=per_page)
    among = Narrowing(principals(user), kind or None, since, until, public)
    wanted = index().matching(question)
    total = _count(wanted, among)
    is_more = total > MOST_COUNTED
    total = min(total, MOST_COUNTED)
    page = max(1, min(page, -(-total // per_page) or 1))
    start = (page - 1) * per_page
    places = _ranked(question, wanted, among, start, start + per_page)
    hits = list(_hits(places, question, user))
    return Results(question, hits, total, is_more, page, per_page)


def count_by_kind(
    text: str,
    user: Any,
    *,
    since: date | None = None,
    until: date | None = None,
    public: bool = False,
) -> dict[str, int]:
    """Return how many of each kind a reader may find, among the newest thousand."""
    question = read_question(text)
    if question.is_empty:
        return {}
    among = Narrowing(principals(user), None, since, until, public)
    sql, params = _statement("core_searchentry.kind AS kind", index().matching(question), among)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT kind, count(*) FROM ({sql} ORDER BY {index().place} DESC "
            f"LIMIT {MOST_COUNTED}) AS found GROUP BY kind",
            params,
        )
        return {str(kind): int(number) for kind, number in cursor.fetchall()}


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
    wanted = index().matching(question, beginning=True)
    return entries.filter(place__in=_raw_places(wanted)).values("object_id")


def _raw_places(wanted: Condition) -> RawSQL:
    sql = f"SELECT {index().place} FROM {index().table} WHERE {wanted.sql}"
    return RawSQL(sql, wanted.params)


def _statement(what: str, wanted: Condition, among: Narrowing) -> tuple[str, list[Any]]:
    """Return the statement that reads the index backwards by date, and its parameters."""
    narrowed, params = among.sql()
    full = index()
    sql = (
        f"SELECT {what} FROM {full.table} {full.join} core_searchentry "
        f"ON core_searchentry.place = {full.place} WHERE ({wanted.sql}) AND {narrowed}"
    )
    return sql, [*wanted.params, *params]


def _count(wanted: Condition, among: Narrowing) -> int:
    sql, params = _statement("1 AS one", wanted, among)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT {MOST_COUNTED + 1}) AS found", params)
        return int(cursor.fetchone()[0])


def _newest(
    wanted: Condition, among: Narrowing, limit: int, before: int | None = None, skip: int = 0
) -> list[int]:
    place = index().place
    sql, params = _statement(place, wanted, among)
    if before is not None:
        sql, params = f"{sql} AND {place} < %s", [*params, before]
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY {place} DESC LIMIT {int(limit)} OFFSET {int(skip)}", params)
        return [int(row[0]) for row in cursor.fetchall()]


def _exact(question: Question, among: Narrowing) -> list[int]:
    """Return the places of what has exactly this title or number, newest first."""
    is_exact = Q(title_key=question.title_key)
    if question.symbol:
        is_exact |= Q(place__in=_raw_places(index().bearing(question)))
    found = among.entries().filter(is_exact).order_by("-place")
    return [place for place in found.values_list("place", flat=True)[:MOST_EXACT] if place]


def _ranked(
    question: Question, wanted: Condition, among: Narrowing, start: int, end: int
) -> list[int]:
    """Return the places shown from one position to another."""
    exact = _exact(question, among) if not question.phrases else []
    candidates = _newest(wanted, among, CANDIDATES)
    weights = index().weigh(question, candidates) if candidates else {}
    chosen = set(exact)
    rest = [place for place in candidates if place not in chosen]
    ranked = exact + sorted(rest, key=lambda place: (-weights[place], -place))
    if end > len(ranked) and len(candidates) == CANDIDATES:
        # As many more as may have been shown among the exact ones already.
        more = _newest(wanted, among, end - len(ranked) + len(exact), before=candidates[-1])
        ranked += [place for place in more if place not in chosen]
    return ranked[start:end]


def _hits(places: list[int], question: Question, user: Any) -> Iterable[Hit]:
    """Yield the entries in order, each asked about once more: may this reader see it now?"""
    entries = {entry.place: entry for entry in SearchEntry.objects.filter(place__in=places)}
    ids: dict[int, list[int]] = {}
    for entry in entries.values():
        ids.setdefault(entry.content_type_id, []).append(entry.object_id)
    records: dict[tuple[int, int], models.Model] = {}
    for content_type_id, object_ids in ids.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and is_registered(model):
            visible = model.objects.visible_to(user)  # type: ignore[attr-defined]
            for pk, row in visible.in_bulk(object_ids).items():
                records[content_type_id, pk] = row
    for place in places:
        if place not in entries:
            continue
        found = entries[place]
        record = records.get((found.content_type_id, found.object_id))
        if record is not None:
            yield Hit(found, record, question)
