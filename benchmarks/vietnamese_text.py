"""Text that is spread like Vietnamese prose: few words often, many seldom, and some side by side.

No text of anyone: syllables are put together from their parts, words from syllables, both drawn
by Zipf's law from a fixed seed, so that every run asks the same of the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lienhiep.core.text.characters import TONES, with_tone
from lienhiep.core.text.folding import exact_key, fold

ONSETS = ("b c ch d đ g gi h k kh l m n ng ngh nh ph qu r s t th tr v x",)
RHYMES = (
    "a ai am an ang anh ao au ay ă ăm ăn ăng âm ân âng âu ây e em en eo ê ên ênh êu i im in",
    "inh o oa oai oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ui um un ung uôi uôn uông",
    "ư ưa ưi ưng ươi ươm ương ươu iên iêng iêu iêm yên",
)
WORDS = 24_000


@dataclass(frozen=True)
class Piece:
    """Some words as they are written, folded, and with their marks as the index keeps them."""

    written: str
    folded: str
    marked: str


@dataclass(frozen=True)
class Text:
    """What an article says."""

    title: Piece
    body: Piece


class Language:
    """Draws words, titles and texts."""

    def __init__(self, seed: int = 590) -> None:
        chance = random.Random(seed)
        syllables = [
            onset + toned
            for onset in " ".join(ONSETS).split()
            for rhyme in " ".join(RHYMES).split()
            for tone in TONES
            if (toned := _toned(rhyme, tone))
        ]
        chance.shuffle(syllables)
        by_rank = list(accumulate(1 / rank for rank in range(1, len(syllables) + 1)))
        words: list[Piece] = []
        for number in range(WORDS):
            parts = chance.choices(syllables, cum_weights=by_rank, k=1 if number < 300 else 2)
            words.append(_piece(" ".join(parts)))
        self.words = words
        self.weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))

    def texts(self, seed: int, number: int) -> Iterator[Text]:
        """Yield texts; those of one seed are always the same."""
        chance = random.Random(seed)
        for _ in range(number):
            title = chance.choices(self.words, cum_weights=self.weights, k=chance.randint(5, 10))
            body = chance.choices(self.words, cum_weights=self.weights, k=chance.randint(205, 265))
            yield Text(_joined(title), _joined(body))


def _toned(rhyme: str, tone: str) -> str:
    """Put a tone on the letter of a rhyme that bears it, about as Vietnamese does."""
    marked = [place for place, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    vowels = [place for place, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy"]
    place = marked[-1] if marked else vowels[0]
    return rhyme[:place] + with_tone(rhyme[place], tone) + rhyme[place + 1 :]


def _piece(written: str) -> Piece:
    return Piece(written, fold(written), exact_key(written))


def _joined(pieces: list[Piece]) -> Piece:
    return Piece(
        " ".join([piece.written for piece in pieces]),
        " ".join([piece.folded for piece in pieces]),
        " ".join([piece.marked for piece in pieces]),
    )
