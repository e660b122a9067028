"""The words of what anyone may read, counted anew each night.

From them "did you mean" is answered and words are finished as one types. Only what is on the
site and open to all is counted, and only what stands in several entries: a word of a paper that
is not public, or a name that is written once, never comes out here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.db import transaction

from lienhiep.core.models.search import SearchEntry, SearchWord
from lienhiep.core.text.cleaning import clean
from lienhiep.core.text.folding import fold

TITLES_READ = 20_000
TEXTS_READ = 2_000
"""The newest entries of which titles and texts are read; enough to know a language by."""

LETTERS_READ = 2_000
FEWEST_USES = 3
LONGEST_WORD = 20
MOST_KEPT = 60_000
AT_ONCE = 500

_WORD = re.compile(r"[^\W\d_]+")

Counted = dict[str, tuple[str, int]]
"""For each folded word or pair how it is written most often, and in how many entries it stands."""


def count_words() -> int:
    """Count the words anew; return how many are kept.

    In small transactions, so that nobody who writes has to wait.
    """
    wanted = _counted()
    kept = {row.key: row for row in SearchWord.objects.all()}
    changed: list[SearchWord] = []
    for key, (written, uses) in wanted.items():
        row = kept.get(key) or SearchWord(key=key)
        if (row.written, row.uses) != (written, uses):
            row.written, row.uses = written, uses
            changed.append(row)
    for start in range(0, len(changed), AT_ONCE):
        with transaction.atomic():
            SearchWord.objects.bulk_create(
                changed[start : start + AT_ONCE],
                update_conflicts=True,
                unique_fields=["key"],
                update_fields=["written", "uses"],
            )
    gone = [row.pk for key, row in kept.items() if key not in wanted]
    for start in range(0, len(gone), AT_ONCE):
        SearchWord.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()
    return len(wanted)


def words_as_typed(text: str) -> list[str]:
    """Return the words of a text in small letters, with their marks."""
    return _WORD.findall(clean(text).lower())


def _counted() -> Counted:
    uses: Counter[str] = Counter()
    for text in _texts():
        words = [word if len(word) <= LONGEST_WORD else "" for word in words_as_typed(text)]
        pairs = (f"{first} {second}" for first, second in pairwise(words) if first and second)
        uses.update({*filter(None, words), *pairs})
    forms: dict[str, tuple[str, int]] = {}
    total: Counter[str] = Counter()
    for written, number in uses.items():
        key = fold(written)
        total[key] += number
        if number > forms.get(key, ("", 0))[1]:
            forms[key] = (written, number)
    often = total.most_common(MOST_KEPT)
    return {key: (forms[key][0], number) for key, number in often if number >= FEWEST_USES}


def _texts() -> Iterator[str]:
    """Yield the newest titles, and some of the newest texts."""
    newest = SearchEntry.objects.filter(is_open=True).order_by("-place")
    titles = newest.values_list("title", flat=True)[:TITLES_READ]
    texts: Any = newest.values_list("body", flat=True)[:TEXTS_READ]
    yield from titles.iterator(chunk_size=2000)
    for text in texts.iterator(chunk_size=200):
        yield text[:LETTERS_READ]
