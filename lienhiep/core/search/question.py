"""What somebody asked, taken apart; nothing that can be typed is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lienhiep.core.text.cleaning import clean
from lienhiep.core.text.folding import exact_key, fold, without_marks
from lienhiep.core.text.symbols import symbol_key

LONGEST_QUESTION = 300
"""Characters that are read; what comes after would only cost time."""

MOST_WORDS = 16
LONGEST_WORD = 64
"""PostgreSQL refuses words over 2 kB; nobody types one over 64."""

LONGEST_SYMBOL = 40

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


@dataclass(frozen=True)
class Question:
    """A question in the forms in which the index is asked.

    `words` must all stand in the record, `phrases` word after word; `marked` are the words
    as they were typed, with their marks, empty where none has any.
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    marked: tuple[str, ...]
    beginnings: tuple[str, ...]
    """How the last word may begin, for lists that are searched while one types."""

    title_key: str
    symbol: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words


def read_question(text: str) -> Question:
    """Read what was typed.

    Quoted words are a phrase. All other signs, also those that mean something to a
    database, only part words.
    """
    text = clean(text[:LONGEST_QUESTION])
    words = index_words(fold(text))
    plain = without_marks(text)
    marked = index_words(exact_key(text))
    phrases = (index_words(fold(quoted)) for quoted in _QUOTED.findall(text))
    last = plain.split()[-1:] if plain else []
    return Question(
        words=words[:MOST_WORDS],
        phrases=tuple(phrase[:MOST_WORDS] for phrase in phrases if phrase),
        marked=marked[:MOST_WORDS] if " ".join(marked) != " ".join(words) else (),
        beginnings=tuple(dict.fromkeys([*words[-1:], *(word[:LONGEST_WORD] for word in last)])),
        title_key=title_key(text),
        symbol=_symbol(text),
    )


def index_words(folded: str) -> tuple[str, ...]:
    """Return the words of a folded text as they stand in the index."""
    return tuple(word[:LONGEST_WORD] for word in folded.split())


def title_key(title: str) -> str:
    """Return the key under which a title is found exactly."""
    return fold(title)[:200]


def _symbol(text: str) -> str:
    """Return the key of a document's number, where the question may be one."""
    if len(text) > LONGEST_SYMBOL or not any(character.isdigit() for character in text):
        return ""
    return symbol_key(text)
