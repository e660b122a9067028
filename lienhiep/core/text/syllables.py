"""The grammar of Vietnamese syllables: onset, rime and tone.

It tells Vietnamese from text that was read in the wrong encoding, without a dictionary.
"""

from collections.abc import Iterator

from lienhiep.core.text.characters import ACUTE, DOT_BELOW, TONES, with_tone

VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđfghjklmnpqrstvwxz"

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
    """Return whether a word in NFC can be one Vietnamese syllable; case does not count.

    The tone mark must stand where one of the two styles puts it.
    """
    bare, tone, place = _taken_apart(word.lower())
    places = _SYLLABLES.get(bare)
    if places is None:
        return False
    if bare.endswith(STOPS):
        return tone in (ACUTE, DOT_BELOW) and place in places
    return not tone or place in places


def has_only_consonants(word: str) -> bool:
    """Return whether a word is Vietnamese letters that nobody can say, such as QĐ or HĐND."""
    return all(letter in CONSONANTS for letter in word.lower())


def _taken_apart(word: str) -> tuple[str, str, int]:
    """Return the letters without a tone mark, the mark, and at which letter it stood.

    A second mark stays in its letter, so that the letters are no syllable.
    """
    tone, place = "", -1
    letters = []
    for at, letter in enumerate(word):
        bare, mark = _TONED.get(letter, (letter, ""))
        if mark and not tone:
            tone, place = mark, at
            letters.append(bare)
        else:
            letters.append(letter)
    return "".join(letters), tone, place


def _spelt() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each syllable without tone, and at which letters its tone mark may stand."""
    for vowels, endings in RIMES.items():
        for ending in endings.split():
            rime = vowels + ending.strip("-")
            onsets = (onset for onset in ONSETS.split() if _may_meet(onset, rime))
            for onset in ("", *onsets):
                yield onset + rime, _tone_places(len(onset), vowels, rime)
    for vowels, endings in RIMES_AFTER_QU.items():
        for ending in endings.split():
            rime = vowels + ending.strip("-")
            yield f"qu{rime}", _tone_places(2, vowels, rime)


def _tone_places(before: int, vowels: str, rime: str) -> tuple[int, ...]:
    """A tone stands on the last letter of the vowel; in open oa, oe, uy on either (hòa, hoà)."""
    last = before + len(vowels) - 1
    return (last - 1, last) if rime in ("oa", "oe", "uy") else (last,)


def _may_meet(onset: str, rime: str) -> bool:
    before_front = rime[0] in "eêiy"
    match onset:
        case "k" | "gh" | "ngh":
            return before_front
        case "c" | "ng":
            return not before_front
        case "g":
            return rime[0] not in "eêy" and rime != "ia"  # gì and giết, but già is gi + a
        case "gi":
            return rime[0] not in "iy"
        case "qu":
            return rime[0] not in "ouư"
        case _:
            return True


_TONED = {with_tone(vowel, tone): (vowel, tone) for vowel in VOWELS for tone in TONES}
_SYLLABLES = dict(_spelt())
