"""Addresses made of Vietnamese titles."""

import re

from lienhiep.core.text.folding import without_marks


def slugify(text: str, max_length: int = 80) -> str:
    """Return a title as part of an address: "Đại hội đại biểu" gives "dai-hoi-dai-bieu".

    It is cut at the end of a word, or inside the first word if that alone is too long. A
    text without Latin letters or digits gives an empty string.
    """
    slug = _OTHERS.sub("-", without_marks(text)).strip("-")
    if len(slug) <= max_length:
        return slug
    cut = slug[: max_length + 1]
    whole_words, dash, _ = cut.rpartition("-")
    return whole_words if dash else cut[:max_length]


_OTHERS = re.compile(r"[^a-z0-9]+")
