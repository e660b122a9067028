"""Where the tone mark stands: hòa or hoà, thúy or thuý, khỏe or khoẻ.

Both ways are in use and are different strings. They differ only in open syllables that
end in oa, oe or uy; in quý the u belongs to the consonant, so nothing changes there.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal

from lienhiep.core.text.characters import TONES, with_tone

Style = Literal["old", "new"]


def tone_placement(text: str, style: Style) -> str:
    """Return NFC text with its tone marks placed in one style: "old" hòa, "new" hoà."""
    return _PLACED[style].sub(lambda found: _SWAPS[style][found.group()], text)


def place_tone(word: str) -> str:
    """Return one lower-case word with its tone mark where the old style puts it.

    Cheaper than `tone_placement` for words that stand apart already.
    """
    ending = _SWAPS["old"].get(word[-2:])
    if ending is None or word[-3:-2] == "q":
        return word
    return word[:-2] + ending


def _placements() -> Iterator[tuple[str, str]]:
    for first, second in ("oa", "oe", "uy"):
        for one, two in product((first, first.upper()), (second, second.upper())):
            for tone in TONES[1:]:
                yield with_tone(one, tone) + two, one + with_tone(two, tone)


_SWAPS: dict[Style, dict[str, str]] = {
    "new": dict(_placements()),
    "old": {new: old for old, new in _placements()},
}
_PLACED = {
    style: re.compile(rf"(?<![qQ])(?:{'|'.join(swaps)})(?!\w)") for style, swaps in _SWAPS.items()
}
