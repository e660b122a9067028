"""Vietnamese as it is spelt here: composed letters, one place for tone marks, one kind of quotes.

The rules stand in the glossary (`docs/glossary.md`, "How the screens speak").
"""

import re
import unicodedata
from collections.abc import Iterator

LOOK_ALIKES = re.compile("[ðÐƉɖ\u00a0\u2000-\u200a\u200b\ufeff\uff10-\uff19\u0370-\u04ff]")
"""Icelandic and African letters in the place of đ, spaces that do not show, other alphabets."""

TONE_ON_THE_SECOND = re.compile(
    r"(?<![\w])(?!qu)(?:[^\W\d_]*)(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\w])", re.IGNORECASE
)
"""hoá, khoẻ, thuỷ: an open syllable whose mark stands on its second vowel."""

SHORT_I = re.compile(r"(?<!\w)(?:[kml]ì|[kmltq]ỉ|[kl]í|[km]ĩ|đăng kí|chữ kí)(?!\w)", re.IGNORECASE)

STRAIGHT = re.compile(r"""(?<![=\w])["'](?=\w)|(?<=\w)["'](?![\w>])""")
SPACE_BEFORE_SIGN = re.compile(r"\w [,.;:?!](?:\s|$)")
IN_BRACKETS = re.compile(r"\(\s|\s\)")
MARKUP = re.compile(r"<[^<>]*>|%\(\w+\)[a-z]|\{[^{}]*\}|https?://\S+")
MARKED = re.compile("[À-ÖØ-öø-žƠơƯưǍ-ǜẠ-ỹ]")
WORD = re.compile(r"[^\W\d_]+")

ENGLISH = frozenset({
    "the", "and", "of", "with", "please", "this", "that", "these", "are", "was", "were", "has",
    "have", "been", "from", "your", "you", "for", "cannot", "must", "should", "will", "any",
    "none", "save", "search", "edit", "delete", "page", "field", "required", "choose", "select",
    "file", "upload", "add", "remove", "create", "update", "change", "settings", "user", "users",
    "name", "title", "date", "previous", "next", "show", "hide", "close", "open", "cancel",
    "submit", "send", "reset", "filter", "draft", "publish", "error", "warning", "success", "ago",
    "yesterday", "today",
})  # fmt: skip
"""Words that show a translation to be English still."""


def misspelt(english: str, vietnamese: str) -> Iterator[str]:
    """Yield what is wrong with the letters and signs of a translation."""
    text = MARKUP.sub(" ", vietnamese)
    if unicodedata.normalize("NFC", vietnamese) != vietnamese:
        yield "letters and marks are apart (not NFC)"
    for found in LOOK_ALIKES.findall(vietnamese):
        yield f"a letter that only looks right: U+{ord(found):04X}"
    for pattern, what in (
        (TONE_ON_THE_SECOND, "the tone mark belongs on the first vowel"),
        (SHORT_I, "written with y here"),
    ):
        for found in pattern.finditer(text):
            yield f"{what}: {found.group()!r}"
    if "  " in vietnamese.strip() and "  " not in english:
        yield "two spaces"
    if "..." in vietnamese:
        yield "three dots are one sign: …"
    if STRAIGHT.search(MARKUP.sub("", vietnamese)):
        yield "straight quotes; write “…”"
    if SPACE_BEFORE_SIGN.search(vietnamese) and not SPACE_BEFORE_SIGN.search(english):
        yield "a space before a sign"
    if IN_BRACKETS.search(vietnamese) and not IN_BRACKETS.search(english):
        yield "a space inside brackets"
    yield from still_english(english, text)


def still_english(english: str, text: str) -> Iterator[str]:
    """Yield why a translation seems to be none."""
    words = WORD.findall(text)
    if [word for word in words if word.casefold() in ENGLISH] and not MARKED.search(text):
        yield f"still English: {text.strip()!r}"
    elif len(words) > LONGEST_WITHOUT_MARKS and not MARKED.search(text):
        yield f"no marks in {text.strip()!r}"


LONGEST_WITHOUT_MARKS = 3
"""Vietnamese of more words than this without a single mark is a slip."""
