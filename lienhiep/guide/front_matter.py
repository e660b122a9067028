"""What stands above the text of a page: a few lines of `name: value` between two `---`."""

from __future__ import annotations

KNOWN = frozenset({"title", "short", "order", "role", "roles", "screens", "about"})


class BadPage(ValueError):
    """A page of the guide that cannot be read; the message names what is wrong."""


def parted(text: str) -> tuple[dict[str, str], str]:
    """Return the facts above a page and its text; refuses what is unknown."""
    begin, _, rest = text.partition("---\n")
    head, line, body = rest.partition("\n---\n")
    if begin.strip() or not line:
        raise BadPage("the page does not begin with its facts between two lines of ---")
    facts = {}
    for number, entry in enumerate(head.splitlines(), start=2):
        name, colon, value = entry.partition(":")
        if not colon or name.strip() not in KNOWN:
            raise BadPage(f"line {number} says nothing known: {entry!r}")
        facts[name.strip()] = value.strip()
    if not facts.get("title"):
        raise BadPage("the page has no title")
    return facts, body


def words(value: str) -> tuple[str, ...]:
    """Return the words of a list that is written with blanks or commas."""
    return tuple(value.replace(",", " ").split())
