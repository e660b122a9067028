"""What somebody may have meant whose question found little or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from lienhiep.core.models.search import SearchWord
from lienhiep.core.principals import principals
from lienhiep.core.search.index import LAST_PLACE, index
from lienhiep.core.search.narrowing import Narrowing
from lienhiep.core.search.question import read_question
from lienhiep.core.text.folding import fold

FEW = 3
"""With so many results or fewer somebody is asked whether they meant something else."""

MOST_WORDS = 8
MOST_WRONG = 3
"""Words that may be mended in one question; with more of them it was no slip of the finger."""

LONGEST_MENDED = 14
BEST_KEPT = 12
SELDOM = 40
"""A word that stands this many times less often than one a letter away was likely a slip."""

LETTERS = "abcdeghiklmnopqrstuvxyfjwz"

_WORDS = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\"“”„«»]")

Known = dict[str, tuple[str, int]]


def did_you_mean(text: str, user: Any, *, public: bool = False) -> str:
    """Return a question close to this one that finds something, or nothing.

    Word by word: one letter too many, too few, changed or swapped, and what is left of a
    keyboard that was not set to Vietnamese ("hooij" for "hội", "hoi65"); said with its marks,
    as it is mostly written. Three questions to the vocabulary and one to the index, whatever
    was typed.
    """
    typed = [word.lower() for word in _WORDS.findall(text)]
    if not typed or len(typed) > MOST_WORDS or _QUOTED.search(text):
        return ""
    folded = [fold(word) for word in typed]
    near = {word: set(_near(word)) for word in folded if _may_be_mended(word)}
    known = _known({*folded, *(one for some in near.values() for one in some)})
    wrong = [place for place, word in enumerate(folded) if _is_wrong(word, near, known)]
    if len(wrong) > MOST_WRONG:
        return ""
    mended = _mended(folded, wrong, near, known)
    if mended == folded:
        return ""  # marks alone change nothing of what is found
    written = _written(typed, mended, folded, known)
    if written == " ".join(typed) or not _finds(written, user, public):
        return ""
    return written


def _may_be_mended(word: str) -> bool:
    return 2 <= len(word) <= LONGEST_MENDED and not word[0].isdigit() and word.isascii()


def _near(word: str) -> Iterator[str]:
    """Yield what lies one slip away, and what the keys would have given in Telex or VNI."""
    yield from typed_without_keyboard(word)
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


_TELEX = (
    *((f"{letter}{letter}", letter) for letter in "aeod"),
    *((f"{letter}w", letter) for letter in "aou"),
)
_TONE_KEYS = re.compile(r"(?<=[aeiouy])([sfrxj])(?=[a-z]{0,2}$)")


def typed_without_keyboard(word: str) -> Iterator[str]:
    """Yield the word whose keys in Telex or VNI these are, without marks: "ddaij", "d9ai5"."""
    if plain := re.sub(r"\d", "", word):
        if plain != word:
            yield plain
        telex = plain
        for keys, letter in _TELEX:
            telex = telex.replace(keys, letter)
        for one in {telex, _TONE_KEYS.sub("", telex, count=1), _TONE_KEYS.sub("", plain, count=1)}:
            if one != word:
                yield fold(one)


def _known(words: Iterable[str]) -> Known:
    rows = SearchWord.objects.filter(key__in=[*filter(None, words)])
    return {
        key: (written, uses) for key, written, uses in rows.values_list("key", "written", "uses")
    }


def _is_wrong(word: str, near: dict[str, set[str]], known: Known) -> bool:
    if word not in near:
        return False
    if word not in known:
        return any(one in known for one in near[word])
    uses = known[word][1]
    return any(known[one][1] > uses * SELDOM for one in near[word] if one in known)


def _mended(
    folded: list[str], wrong: list[int], near: dict[str, set[str]], known: Known
) -> list[str]:
    """Return the words with the best one in each wrong place: by its neighbours, then by itself."""
    offered = {
        place: sorted(
            (one for one in near[folded[place]] if one in known),
            key=lambda one: -known[one][1],
        )[:BEST_KEPT]
        for place in wrong
    }
    pairs = _known(
        pair
        for place, words in offered.items()
        for word in words
        for pair in _pairs_around(folded, place, word)
    )
    keyed = {place: set(typed_without_keyboard(folded[place])) for place in wrong}
    result = list(folded)

    def fits(place: int, word: str) -> tuple[int, bool, int]:
        beside = (pairs[pair][1] for pair in _pairs_around(result, place, word) if pair in pairs)
        return sum(beside), word in keyed[place], known[word][1]

    for place, words in offered.items():
        if words:
            result[place] = max(words, key=lambda word, place=place: fits(place, word))
    return result


def _pairs_around(words: list[str], place: int, word: str) -> Iterator[str]:
    if place:
        yield f"{words[place - 1]} {word}"
    if place + 1 < len(words):
        yield f"{word} {words[place + 1]}"


def _written(typed: list[str], mended: list[str], folded: list[str], known: Known) -> str:
    """Return the words with their marks: as they were typed, as their pair, as they stand most."""
    pairs = _known(f"{first} {second}" for first, second in pairwise(mended))
    result: list[str] = []
    for place, word in enumerate(mended):
        if word == folded[place] and typed[place] != word:
            result.append(typed[place])  # it had its marks
            continue
        before = pairs.get(f"{mended[place - 1]} {word}") if place else None
        after = pairs.get(f"{word} {mended[place + 1]}") if place + 1 < len(mended) else None
        if after and (not before or after[1] >= before[1]):
            result.append(after[0].split()[0])
        elif before:
            result.append(before[0].split()[1])
        else:
            result.append(known.get(word, (typed[place], 0))[0])
    return " ".join(result)


def _finds(text: str, user: Any, public: bool) -> bool:
    question = read_question(text)
    if question.is_empty:
        return False
    among = Narrowing(principals(user), is_public=public)
    return bool(index().newest(question, among.condition(), 1, since=0, until=LAST_PLACE))
