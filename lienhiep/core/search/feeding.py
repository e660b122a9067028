"""Feeding the search table: what a record says of itself, and who may find it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from lienhiep.core.later import Chore, put_off
from lienhiep.core.models.search import SearchEntry, SearchKey, SearchSection
from lienhiep.core.principals import ANYONE
from lienhiep.core.search.index import IndexedText, index, place_of
from lienhiep.core.search.question import index_words, title_key
from lienhiep.core.search.registry import Declaration, Searchable, declaration_of
from lienhiep.core.text.cleaning import clean, clean_lines
from lienhiep.core.text.folding import exact_key, fold
from lienhiep.core.text.symbols import symbol_keys

LONGEST_BODY = 200_000
"""Characters of a text that are searched; PostgreSQL takes no text vector over 1 MB."""

LONGEST_TITLE = 500

AT_ONCE = 200
"""Entries in one statement; a database takes only so many values in each."""

WRITTEN = [
    *("kind", "title", "title_key", "body", "date", "symbol", "url", "public_url", "is_open"),
    "digest",
]
"""What an entry says; its place in the index follows from its date and id."""


def feed(record: Any, *, anew: bool = False) -> None:
    """Bring a record's entry up to date, in the transaction that saves the record.

    Kinds that no room has declared are passed over. What has not changed is not written
    again, unless `anew` asks for it, as a rebuild does. Inside `core.later.written_later`
    it is done at its end, once for each record.
    """
    if not put_off(record, Chore.SEARCH):
        feed_all([record], anew=anew)


def feed_all(records: Sequence[Any], *, anew: bool = False) -> None:
    """Bring the entries of many records of one kind up to date, in a few queries for all."""
    declaration = declaration_of(type(records[0])) if records else None
    if declaration is None:
        return
    described = [(record, declaration.describe(record)) for record in records]
    for record, searchable in described:
        if searchable is None:
            forget(record)
    shown = [(record, searchable) for record, searchable in described if searchable is not None]
    for start in range(0, len(shown), AT_ONCE):
        with transaction.atomic():
            entries = _write_entries(shown[start : start + AT_ONCE], declaration, anew=anew)
            _write_keys({entry.pk: readers_of(record) for record, entry in entries})
            if declaration.sections is None:
                continue
            sections = {record.pk: set(searchable.sections) for record, searchable in shown}
            _write_sections({entry.pk: sections[record.pk] for record, entry in entries})


def forget(record: Any) -> None:
    """Take a record out of the search table."""
    if record.pk is None or declaration_of(type(record)) is None:
        return
    forget_entries(
        SearchEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(type(record)), object_id=record.pk
        )
    )


def forget_entries(entries: models.QuerySet[SearchEntry]) -> int:
    """Take entries out, with their words; return how many there were."""
    found = dict(entries.values_list("pk", "place"))
    if not found:
        return 0
    with transaction.atomic():
        index().remove(place for place in found.values() if place is not None)
        SearchEntry.objects.filter(pk__in=found).delete()
    return len(found)


def readers_of(record: Any) -> set[str]:
    """Return the keys that may find a record: those that may read it."""
    keys = set(record.reader_keys())
    if hasattr(record, "policy"):
        keys |= record.policy().readers_of_all
    return keys


def _write_entries(
    shown: list[tuple[Any, Searchable]], declaration: Declaration, *, anew: bool
) -> list[tuple[Any, SearchEntry]]:
    """Write the entries that are new or have changed, and their words; return all."""
    content_type = ContentType.objects.get_for_model(type(shown[0][0]))
    of_kind = SearchEntry.objects.defer("body").filter(content_type=content_type)
    kept = {
        entry.object_id: entry
        for entry in of_kind.filter(object_id__in=[record.pk for record, _searchable in shown])
    }
    entries: list[tuple[Any, SearchEntry]] = []
    changed: list[SearchEntry] = []
    made: list[SearchEntry] = []
    for record, searchable in shown:
        values = _values(searchable, declaration)
        values["is_open"] = bool(values["public_url"]) and ANYONE in readers_of(record)
        digest = hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
        entry = kept.get(record.pk)
        if entry is None:
            entry = SearchEntry(content_type=content_type, object_id=record.pk)
            made.append(entry)
        elif anew or entry.digest != digest or entry.place is None:
            changed.append(entry)
        else:
            entries.append((record, entry))
            continue
        for name, value in values.items():
            setattr(entry, name, value)
        entry.digest = digest
        entries.append((record, entry))
    if made:
        # Two that feed one record at once: the second waits at the unique key, then writes over.
        SearchEntry.objects.bulk_create(
            made,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=WRITTEN,
        )
    _put(made, ["place"])
    _put(changed, [*WRITTEN, "place"])
    return entries


def _values(searchable: Searchable, declaration: Declaration) -> dict[str, Any]:
    title = clean(searchable.title)[:LONGEST_TITLE]
    return {
        "kind": declaration.kind,
        "title": title,
        "title_key": title_key(title),
        "body": clean_lines(searchable.body)[:LONGEST_BODY],
        "date": searchable.date,
        "symbol": clean(searchable.symbol),
        "url": searchable.url,
        "public_url": searchable.public_url or "",
    }


def _put(entries: list[SearchEntry], fields: list[str]) -> None:
    """Give the entries their places in the index, and write their words there."""
    if not entries:
        return
    left = []
    for entry in entries:
        place = place_of(entry.date, entry.pk)
        if entry.place not in (None, place):
            left.append(entry.place)
        entry.place = place
    if left:
        index().remove(left)
    SearchEntry.objects.bulk_update(entries, fields, batch_size=AT_ONCE)
    index().put_all(
        (entry.place, words_of(entry.title, entry.body, entry.symbol)) for entry in entries
    )


def words_of(title: str, body: str, symbol: str) -> IndexedText:
    """Return what the index keeps of an entry."""
    symbols = tuple(symbol_keys(symbol)) if symbol else ()
    # The number stands among the words too, so that "quyết định 590" finds it.
    text = "\n".join(filter(None, [body, symbol]))
    return IndexedText(
        title=_cut(fold(title)),
        body=_cut(" ".join([fold(text), *symbols])),
        marked_title=_cut(exact_key(title)),
        marked_body=_cut(exact_key(text)),
        symbols=symbols,
    )


def _cut(folded: str) -> str:
    return " ".join(index_words(folded))


def _write_keys(wanted: Mapping[int, set[str]]) -> None:
    """Write the keys of some entries anew where they differ from those kept."""
    _write_marks(SearchKey, "key", wanted)


def _write_sections(wanted: Mapping[int, set[str]]) -> None:
    """Do the same with the sections in which they stand."""
    _write_marks(SearchSection, "section", wanted)


def _write_marks(
    model: type[SearchKey | SearchSection], name: str, wanted: Mapping[int, set[str]]
) -> None:
    kept = model.objects.filter(entry__in=list(wanted)).values_list("pk", "entry_id", name)
    present = {(entry, mark): pk for pk, entry, mark in kept}
    needed = {(entry, mark) for entry, marks in wanted.items() for mark in marks}
    if gone := [pk for pair, pk in present.items() if pair not in needed]:
        model.objects.filter(pk__in=gone).delete()
    if missing := sorted(needed - present.keys()):
        model.objects.bulk_create(
            [model(entry_id=entry, **{name: mark}) for entry, mark in missing],
            ignore_conflicts=True,
        )
