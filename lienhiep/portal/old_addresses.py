"""What an address of a NukeViet site speaks of, in every shape in which the site wrote it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

LONGEST = 1000
ARTICLE = re.compile(r"^(?:.*-)?(?P<id>[0-9]{1,10})(?:\.html?)?$", re.IGNORECASE)
EXTENSION = re.compile(r"\.html?$", re.IGNORECASE)
PAGE = re.compile(r"^page-?[0-9]+(?:\.html?)?$", re.IGNORECASE)
LANGUAGE = re.compile(r"^[a-z]{2}$", re.IGNORECASE)

AROUND_AN_ARTICLE = frozenset(
    {"print", "savefile", "sendmail", "detail", "instant-rss", "rating", "amp"}
)
LISTS = {"topic": "topic", "groups": "group", "tag": "tag", "author": "author"}
"""Functions of the news that list articles, and the kind of thing that they list them by."""


@dataclass(frozen=True)
class Shape:
    """What the addresses of a site are made of."""

    language: str
    default_module: str
    modules: Mapping[str, Mapping[str, Any]]
    base_path: str = ""


def word_key(word: str) -> str:
    """Return a word of an address as it is compared: composed, in small letters, no blanks."""
    composed = unicodedata.normalize("NFC", unquote(word)).strip().casefold()
    return re.sub(r"[\s+]+", "-", EXTENSION.sub("", composed))[:250]


def key_of(module: str, kind: str, which: object = "") -> str:
    """Return the key of something that a site showed."""
    return f"{module.casefold()[:50]}:{kind}:{which}"[:320]


def keys_for(shape: Shape, path: str, query: Mapping[str, str]) -> list[str]:
    """Return the keys that an address may mean, the likeliest first; none where it is no such."""
    if len(path) > LONGEST or "\x00" in path:
        return []
    base = shape.base_path.strip("/")
    path = unicodedata.normalize("NFC", unquote(path))
    if base and (path.strip("/") + "/").startswith(base + "/"):
        path = path.strip("/")[len(base) :]
    if path.startswith(("/uploads/", "uploads/")):
        return [key_of("", "file", file_key(path))]
    parts = [part for part in path.split("/") if part]
    if parts and parts[0].lower() == "index.php":
        parts = parts[1:]
    named = str(query.get("nv", "")).strip()
    if named or (not parts and query.get("op")):
        op = unquote(str(query.get("op", "")))[:LONGEST]
        parts = [part for part in (named, *op.split("/")) if part]
        if not named:
            parts = [shape.default_module, *parts]
        if str(query.get("language", shape.language)).lower() != shape.language.lower():
            return []
    elif parts and LANGUAGE.match(parts[0]) and parts[0].lower() == shape.language.lower():
        parts = parts[1:]
        if not parts:
            return [key_of("", "home")]
    if not parts:
        return []
    return list(dict.fromkeys(_of_module(shape, parts)))


def file_key(path: str) -> str:
    """Return the key of a file below the folder of uploads."""
    return unicodedata.normalize("NFC", unquote(path)).strip("/").removeprefix("uploads/")[:250]


def _of_module(shape: Shape, parts: list[str]) -> Iterator[str]:
    named = {name.casefold(): name for name in shape.modules}
    module = named.get(parts[0].casefold())
    rest = parts[1:] if module is not None else parts
    if module is None:
        module = shape.default_module
        if not module:
            return
    words = shape.modules.get(module, {})
    rest = [part for part in rest if not PAGE.match(part)]
    if not rest:
        yield key_of(module, "module")
        return
    match words.get("file", "news"):
        case "news":
            yield from _of_news(module, words.get("functions", {}), rest)
        case "page":
            yield key_of(module, "page", word_key(rest[-1]))
            if rest[0].casefold() == "rss":
                yield key_of(module, "rss")
        case _:
            yield key_of(module, "module")


def _of_news(module: str, functions: Mapping[str, str], parts: list[str]) -> Iterator[str]:
    first = parts[0].casefold()
    function = functions.get(first, first)
    if len(parts) > 1 and function in LISTS:
        yield key_of(module, LISTS[function], word_key(parts[1]))
        return
    if function == "rss":
        if len(parts) > 1:
            yield key_of(module, "rss", word_key(parts[1]))
        yield key_of(module, "rss")
        return
    if (function == "viewcat" and len(parts) > 1) or (
        function in AROUND_AN_ARTICLE and len(parts) > 1
    ):
        parts = parts[1:]
    elif function in ("main", "search", "content", "archive"):
        yield key_of(module, "module")
        return
    if len(parts) == 1:
        yield key_of(module, "category", word_key(parts[0]))
    if found := ARTICLE.match(parts[-1]):
        yield key_of(module, "article", int(found["id"]))
