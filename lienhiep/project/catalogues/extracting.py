"""The texts that our own Python, templates and scripts ask to have translated."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_javascript, extract_python
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CALL = re.compile(r"\b(_|gettext|ngettext|pgettext|npgettext)\(")


@dataclass(frozen=True)
class Used:
    """A text in use: context, singular, plural and the place."""

    context: str | None
    singular: str
    plural: str | None
    place: str


def used_texts(rooms: Path, domain: str = "django") -> Iterator[Used]:
    """Yield every text that asks for a translation, in the order of files."""
    if domain == "djangojs":
        for path in sorted(rooms.glob("*/static/**/*.js")):
            yield from in_script(path)
        return
    for path in sorted(rooms.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from in_python(path)
    for pattern in ("*.html", "*.txt", "*.svg", "*.xml"):
        for path in sorted(rooms.glob(f"**/templates/**/{pattern}")):
            yield from in_template(path)


def in_python(path: Path) -> Iterator[Used]:
    """Yield the texts of a module; only literal strings can be translated."""
    with path.open("rb") as source:
        for line, name, texts, _comments in extract_python(source, KEYWORDS, [], {}):
            yield from used(name, texts, f"{path}:{line}")


def in_script(path: Path) -> Iterator[Used]:
    """Yield the texts of a script in the browser."""
    with path.open("rb") as source:
        for line, name, texts, _comments in extract_javascript(source, KEYWORDS, [], {}):
            yield from used(name, texts, f"{path}:{line}")


def in_template(path: Path) -> Iterator[Used]:
    """Yield the texts of a template, by way of Django's own reading of its tags."""
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for found in CALL.finditer(text):
        call = call_at(text, found.start())
        if call is None:
            continue
        texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
        place = f"{path}:{text.count(chr(10), 0, found.start()) + 1}"
        yield from used(found.group(1), texts, place)


def call_at(text: str, start: int) -> ast.Call | None:
    """Return the call that begins at a place, or nothing where it is no call at all."""
    end = text.find(")", start)
    while end != -1:
        try:
            tree = ast.parse(text[start : end + 1], mode="eval").body
        except SyntaxError:
            end = text.find(")", end + 1)  # that one stood inside a string
            continue
        return tree if isinstance(tree, ast.Call) else None
    return None


def used(name: Any, texts: Any, place: str) -> Iterator[Used]:
    """Turn the arguments of a call into a text in use; calls without a literal yield nothing."""
    given = [texts] if isinstance(texts, str) else [t for t in texts or [] if isinstance(t, str)]
    name = str(name or "_").removesuffix("_lazy").removesuffix("_noop")
    context = given.pop(0) if name in ("pgettext", "npgettext") and len(given) > 1 else None
    if not given or not given[0]:
        return
    plural = given[1] if name in ("ngettext", "npgettext") and len(given) > 1 else None
    yield Used(context, given[0], plural, place)
