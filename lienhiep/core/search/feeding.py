"""Feeding the search table: what a record says of itself, and who may find it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from lienhiep.core.models.search import SearchEntry, SearchKey
from lienhiep.core.search.index import IndexedText, index, place_of
from lienhiep.core.search.question import index_words, title_key
from lienhiep.core.search.registry import Declaration, Searchable, declaration_of
from lienhiep.core.text.cleaning import clean, clean_lines
from lienhiep.core.text.folding import exact_key, fold
from lienhiep.core.text.symbols import symbol_keys

LONGEST_BODY = 200_000
"""Characters of a text that are searched; PostgreSQL takes no text vector over 1 MB."""

LONGEST_TITLE = 500


def feed(record: Any, *, anew: bool = False) -> None:
    """Bring a record's entry up to date, in the transaction that saves the record.

    Kinds that no room has declared are passed over. What has not changed is not written
    again, unless `anew` asks for it, as a rebuild does.
    """
    declaration = declaration_of(type(record))
    if declaration is None:
        return
    searchable = declaration.describe(record)
    if searchable is None:
        forget(record)
        return
    with transaction.atomic():
        entry = _write_entry(record, declaration, searchable, anew=anew)
        _write_keys(entry, readers_of(record))


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


def _write_entry(
    record: Any, declaration: Declaration, searchable: Searchable, *, anew: bool
) -> SearchEntry:
    title = clean(searchable.title)[:LONGEST_TITLE]
    body = clean_lines(searchable.body)[:LONGEST_BODY]
    values = {
        "kind": declaration.kind,
        "title": title,
        "title_key": title_key(title),
        "body": body,
        "date": searchable.date,
        "symbol": clean(searchable.symbol),
        "url": searchable.url,
        "public_url": searchable.public_url or "",
    }
    digest = hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
    entry, is_new = SearchEntry.objects.defer("body").get_or_create(
        content_type=ContentType.objects.get_for_model(type(record)),
        object_id=record.pk,
        defaults={**values, "digest": digest},
    )
    if not is_new and entry.digest == digest and entry.place is not None and not anew:
        return entry
    place = place_of(searchable.date, entry.pk)
    if entry.place not in (None, place):
        index().remove([entry.place])
    SearchEntry.objects.filter(pk=entry.pk).update(**values, digest=digest, place=place)
    index().put(place, _words(title, body, str(values["symbol"])))
    return entry


def _words(title: str, body: str, symbol: str) -> IndexedText:
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


def _write_keys(entry: SearchEntry, wanted: set[str]) -> None:
    kept = SearchKey.objects.filter(entry=entry)
    present = set(kept.values_list("key", flat=True))
    if gone := present - wanted:
        kept.filter(key__in=gone).delete()
    if missing := wanted - present:
        SearchKey.objects.bulk_create(
            [SearchKey(entry=entry, key=key) for key in sorted(missing)], ignore_conflicts=True
        )
