"""Words of addresses that are still free, and names made fit for their fields."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lienhiep.core.text import slugify

NUMBER_AT_END = re.compile(r"(^|-)[0-9]+$")
LETTERS = "bcdefghijklmnopqrstuvwxyz"


class Words:
    """Gives each thing a word of its own, close to the one that it had."""

    def __init__(self, taken: Iterable[str], most: int, *, no_number: bool = False) -> None:
        self.taken = set(taken)
        self.most = most - 6
        self.no_number = no_number

    def free(self, alias: str, name: str, otherwise: str) -> str:
        """Return the word of an alias, else of a name; with a letter added where it is taken."""
        word = slugify(alias, self.most) or slugify(name, self.most) or otherwise
        if self.no_number and NUMBER_AT_END.search(word):
            word = f"{word}-muc"
        chosen, turn = word, 0
        while chosen in self.taken:
            chosen = f"{word}-{_letters(turn)}"
            turn += 1
        self.taken.add(chosen)
        return chosen


def _letters(turn: int) -> str:
    """Return b, c, … z, bb, bc and so on: never a number."""
    word = ""
    while True:
        word = LETTERS[turn % len(LETTERS)] + word
        turn = turn // len(LETTERS) - 1
        if turn < 0:
            return word
