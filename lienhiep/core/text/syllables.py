"""The grammar of Vietnamese syllables: onset, rime and tone.

It tells Vietnamese from text that was read in the wrong encoding, without a dictionary.
"""

from collections.abc import Iterator

from lienhiep.core.text.characters import ACUTE, DOT_BELOW, split_tone

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
# For each vowel or group of vowels, what may follow; "-" is an open syllable.
RIMES = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "y": "-",
    "yê": "m n ng t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- m n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch nh",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m ng t u",
    "ươ": "c i m n ng p t u",
}
RIMES_AFTER_QU = {"y": "- ch n nh p t", "yê": "n t", "a": "u", "e": "o", "ê": "u", "ơ": "-"}
STOPS = ("c", "ch", "p", "t")


def is_syllable(word: str) -> bool:
    """Return whether a word can be one Vietnamese syllable; case does not count."""
    bare, tones = split_tone(word.lower())
    if bare not in _SYLLABLES or len(tones) > 1:
        return False
    return not bare.endswith(STOPS) or tones in (ACUTE, DOT_BELOW)


def _spelt() -> Iterator[str]:
    for vowels, endings in RIMES.items():
        for ending in endings.split():
            rime = vowels + ending.strip("-")
            yield rime
            yield from (onset + rime for onset in ONSETS.split() if _may_meet(onset, rime))
    for vowels, endings in RIMES_AFTER_QU.items():
        yield from (f"qu{vowels}{ending.strip('-')}" for ending in endings.split())


def _may_meet(onset: str, rime: str) -> bool:
    before_front = rime[0] in "eêiy"
    match onset:
        case "k" | "gh" | "ngh":
            return before_front
        case "c" | "ng":
            return not before_front
        case "g":
            return rime[0] not in "eêy"  # g before i is gi: gì, giết
        case "gi":
            return rime[0] not in "iy"
        case "qu":
            return rime[0] not in "ouư"
        case _:
            return True


_SYLLABLES = frozenset(_spelt())
