"""What a question may become while somebody types it; for everyone the same, from what is open."""

from __future__ import annotations

from dataclasses import dataclass

from lienhiep.core.models.search import SearchEntry
from lienhiep.core.search.index import Condition, index
from lienhiep.core.search.question import read_question
from lienhiep.core.search.registry import declaration_named
from lienhiep.core.search.words import words_as_typed
from lienhiep.core.text.folding import fold

MOST_PAGES, MOST_WORDS = 6, 3
FEWEST_LETTERS = 2
READ = 120
"""Titles that begin so among which the newest are chosen; more would cost time with each key."""

OPEN = Condition("core_searchentry.is_open = TRUE")


@dataclass(frozen=True)
class Suggestion:
    """A page that may be meant, or words to search for; the latter have no address."""

    text: str
    url: str = ""
    kind: str = ""


def suggest(text: str) -> list[Suggestion]:
    """Return a few words that go on from what was typed, and pages whose name begins so.

    A number finds the documents that bear it first. A handful of look-ups in indexes,
    bounded whatever was typed; nothing that is not open to anyone.
    """
    question = read_question(text)
    if question.is_empty or len("".join(question.words)) < FEWEST_LETTERS:
        return []
    full = index()
    places = full.numbered(question.symbol, OPEN, MOST_PAGES) if question.symbol else []
    begun = {*_begun(question.words, question.beginnings)}
    for key in sorted(begun):
        places += full.titles_beginning(key, OPEN, READ)
    return [*_going_on(text, question.beginnings), *_pages(places)]


def _begun(words: tuple[str, ...], beginnings: tuple[str, ...]) -> list[str]:
    """Return how a title may begin; the last word may be only half typed."""
    return [" ".join([*words[:-1], last]) for last in beginnings]


def _pages(places: list[int]) -> list[Suggestion]:
    """Return the newest of some entries, each title once."""
    newest = sorted(set(places), reverse=True)[: MOST_PAGES * 3]
    found = SearchEntry.objects.filter(place__in=newest, is_open=True).order_by("-place")
    pages: dict[str, Suggestion] = {}
    for title, url, kind, key in found.values_list("title", "public_url", "kind", "title_key"):
        if key not in pages and len(pages) < MOST_PAGES:
            declared = declaration_named(kind)
            pages[key] = Suggestion(title, url, str(declared.label) if declared else "")
    return list(pages.values())


def _going_on(text: str, beginnings: tuple[str, ...]) -> list[Suggestion]:
    """Return the text with its last word finished, or with the word that often follows."""
    typed = words_as_typed(text)
    if not typed or not text.strip()[-1].isalpha():
        return []
    before = fold(typed[-2]) if len(typed) > 1 else ""
    is_whole = text[-1].isspace()
    if is_whole:
        keys = [f"{fold(typed[-1])} "]
    elif before:
        keys = [f"{before} {beginning}" for beginning in beginnings]
    else:
        keys = list(beginnings)
    kept = typed[:-1] if is_whole else typed[:-2]
    found: dict[str, int] = {}
    for key in keys:
        for written, uses in index().words_beginning(key, MOST_WORDS * 2):
            found[" ".join([*kept, written])] = uses
    same = " ".join(typed)
    ranked = sorted(found, key=lambda one: (-found[one], one))
    return [Suggestion(one) for one in ranked if one != same][:MOST_WORDS]
