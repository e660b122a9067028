"""The words that were found, marked in a title or a piece of text; safe to show."""

from __future__ import annotations

import re
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lienhiep.core.search.question import LONGEST_WORD, Question
from lienhiep.core.text.folding import fold

WORDS_BEFORE, WORDS_SHOWN = 8, 40
LETTERS_READ, HITS_READ = 60_000, 80
"""Letters of a text in which the best piece is looked for, and places that are compared."""

MOST_FOLDS = 50_000

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


class _Folds(dict[str, str]):
    """Words folded once; texts repeat theirs."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_FOLDS:
            self.clear()
        self[word] = folded = fold(word)[:LONGEST_WORD]
        return folded


_folds = _Folds()


def marked(text: str, question: Question) -> SafeString:
    """Return a text with the words asked for between `<mark>` and `</mark>`."""
    wanted = set(question.words)
    pieces: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        if _folds[found.group()] in wanted:
            pieces.append(escape(text[end : found.start()]))
            pieces.append(f"<mark>{escape(found.group())}</mark>")
            end = found.end()
    pieces.append(escape(text[end:]))
    # Marks that follow each other become one, so that a phrase reads as such.
    return mark_safe("".join(pieces).replace("</mark> <mark>", " "))


def snippet(text: str, question: Question) -> SafeString:
    """Return the piece of a text in which most of the words asked for stand close together."""
    wanted = set(question.words)
    words = [_folds[word] for word in _WORD.findall(text[:LETTERS_READ])]
    if not words:
        return SafeString("")
    hits = [(number, word) for number, word in enumerate(words) if word in wanted]
    first = max(0, _best_start(hits, question) - WORDS_BEFORE)
    last = min(len(words), first + WORDS_SHOWN) - 1
    shown = list(islice(_WORD.finditer(text), first, last + 1))
    start = shown[0].start() if first else 0
    end = shown[-1].end() if last < len(words) - 1 else len(text)
    piece = " ".join(text[start:end].split())
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return SafeString(before + marked(piece, question) + after)


def _best_start(hits: list[tuple[int, str]], question: Question) -> int:
    """Return the number of the word at which the best piece begins."""
    best, best_score = 0, (0, 0)
    all_in_order = (len(set(question.words)), len(question.words))
    for start, (number, _word) in enumerate(hits[:HITS_READ]):
        near = [word for at, word in hits[start : start + WORDS_SHOWN] if at < number + 30]
        in_order = sum(
            1 for here, asked in zip(near, question.words, strict=False) if here == asked
        )
        score = (len(set(near)), in_order)
        if score > best_score:
            best, best_score = number, score
        if score >= all_in_order:
            break
    return best
