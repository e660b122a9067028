"""The words that were found, marked in a title or a piece of text; safe to show."""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lienhiep.core.search.question import LONGEST_WORD, Question
from lienhiep.core.text.folding import fold

WORDS_BEFORE, WORDS_SHOWN = 8, 40
WORDS_READ = 20_000
"""Words of a text in which the best piece is looked for."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def marked(text: str, question: Question) -> SafeString:
    """Return a text with the words asked for between `<mark>` and `</mark>`."""
    wanted = set(question.words)
    pieces: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        if _folded(found.group()) in wanted:
            pieces.append(escape(text[end : found.start()]))
            pieces.append(f"<mark>{escape(found.group())}</mark>")
            end = found.end()
    pieces.append(escape(text[end:]))
    # Marks that follow each other become one, so that a phrase reads as such.
    return mark_safe("".join(pieces).replace("</mark> <mark>", " "))


def snippet(text: str, question: Question) -> SafeString:
    """Return the piece of a text in which most of the words asked for stand close together."""
    words = [found for _n, found in zip(range(WORDS_READ), _WORD.finditer(text), strict=False)]
    if not words:
        return SafeString("")
    first = max(0, _best_start(words, question) - WORDS_BEFORE)
    last = min(len(words), first + WORDS_SHOWN) - 1
    start = words[first].start() if first else 0
    end = words[last].end() if last < len(words) - 1 else len(text)
    piece = " ".join(text[start:end].split())
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return SafeString(before + marked(piece, question) + after)


def _best_start(words: list[re.Match[str]], question: Question) -> int:
    """Return the number of the word at which the best piece begins."""
    wanted = set(question.words)
    hits = [
        (number, folded)
        for number, found in enumerate(words)
        if (folded := _folded(found.group())) in wanted
    ]
    best, best_score = 0, (0, 0)
    for start in range(len(hits)):
        number = hits[start][0]
        near = [folded for at, folded in hits[start : start + WORDS_SHOWN] if at < number + 30]
        in_order = sum(
            1 for here, asked in zip(near, question.words, strict=False) if here == asked
        )
        score = (len(set(near)), in_order)
        if score > best_score:
            best, best_score = number, score
    return best


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)[:LONGEST_WORD]
