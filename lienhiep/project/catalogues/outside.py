"""Texts that stand on a screen without asking for a translation.

In templates: what remains as text or as a spoken attribute once the tags are taken out. In
Python: a plain string where a label, a message or a title is expected.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

SPOKEN = frozenset({
    "alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription",
    "aria-valuetext", "label",
})  # fmt: skip
"""Attributes that people read or hear."""

LABELS = frozenset({
    "label", "help_text", "verbose_name", "verbose_name_plural", "heading", "placeholder",
    "empty_label", "menu_label", "page_title", "page_subtitle", "header_title",
    "submit_button_label", "view_item_string", "short_description", "empty_message", "question",
    "success_message", "error_message",
})  # fmt: skip
"""Names under which Python hands a text to a screen."""


NAMES = frozenset({
    "VUSTA", "VIFOTEC", "PDF", "Word", "Excel", "JSON", "CSV", "XLSX", "RSS", "Atom", "iCalendar",
    "Lienhiep", "Wagtail", "HTML", "ISSN", "WIPO", "QR", "SHA-256", "CC", "BY", "SVG", "English",
    "Tiếng", "Việt", "Facebook", "Zalo", "YouTube", "URL", "UTF-8", "xlsx",
})  # fmt: skip
"""What is written alike in every language."""

LEFT_OUT = frozenset({
    "migrations", "management", "demo", "style_page.py", "style_page.html", "apps.py",
    "robots.txt",
})  # fmt: skip
"""Never on a screen, or (the demonstration) invented in Vietnamese, or a page for developers."""

EMPTY = frozenset({"img", "br", "hr", "input", "link", "meta", "source", "wbr"})
"""Elements that nothing closes."""

COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
CLASS = re.compile(
    r"{%\s*block \w*(?:class|page)\w*\s*%}(?:[\w\s-]|{%\s*(?:if|endif)\b[^%]*%})*"
    r"{%\s*endblock\b[^%]*%}"
)
"""A block that gives a class name."""

TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
SILENT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w-]+")


def outside_texts(rooms: Path) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of what is shown and cannot be translated."""
    for path in sorted(rooms.glob("*/**/*.py")):
        if not set(path.parts) & LEFT_OUT:
            yield from in_module(path)
    for pattern in ("*.html", "*.txt"):
        for path in sorted(rooms.glob(f"*/**/templates/**/{pattern}")):
            if not set(path.parts) & LEFT_OUT:
                yield from in_page(path)


def speaks(text: str) -> bool:
    """Say whether a text has words other than names that stay as they are."""
    bare = re.sub(r"&\w+;|%\(\w+\)[a-z]|%[sdi]|\{[^{}]*\}|https?:\S+|\S+@\S+", " ", text)
    return any(word not in NAMES for word in WORD.findall(bare))


class Reader(HTMLParser):
    """Gathers what a page says, with its lines; not what says that it stays as it is.

    The head of a document is Vietnamese by decree 30/2020/NĐ-CP, whoever looks: such a part
    bears `translate="no"`.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._inside or given.get("translate") == "no":
            if tag not in EMPTY:
                self._inside.append(tag)
            return
        is_button = tag == "input" and given.get("type") in ("submit", "button", "reset")
        names = SPOKEN | ({"value"} if is_button else set())
        for name in names & given.keys():
            self.found.append((self.getpos()[0], given[name] or ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            return
        self.found.append((self.getpos()[0], data))


def blank(match: re.Match[str]) -> str:
    """Take a piece out and keep its lines, so that places stay right."""
    return " " + "\n" * match.group().count("\n")


def in_page(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a template says outside its tags of translation."""
    text = path.read_text(encoding="utf-8")
    for pattern in (COMMENT, TRANSLATED, CLASS, TAG, SILENT):
        text = pattern.sub(blank, text)
    if path.suffix == ".txt":
        lines = list(enumerate(text.splitlines(), 1))
    else:
        reader = Reader()
        reader.feed(text)
        reader.close()
        lines = reader.found
    for number, said in lines:
        if speaks(said):
            yield f"{path}:{number}", " ".join(said.split())


def in_module(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the plain strings of a module that are handed to a screen."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for said in shown_by(node):
            text = literal(said)
            if text is not None and speaks(text):
                yield f"{path}:{said.lineno}", text


def shown_by(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions of a piece of code whose text people read."""
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg in LABELS)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        owner = getattr(getattr(node.func, "value", None), "id", "")
        if name in ("ValidationError", "PermissionDenied") or owner == "messages":
            yield from node.args[-1:] if owner == "messages" else node.args[:1]
    elif isinstance(node, ast.ClassDef):
        yield from labels_of_class(node)


def labels_of_class(node: ast.ClassDef) -> Iterator[ast.expr]:
    """Yield the labels that a class gives as attributes or as choices."""
    bases = {getattr(base, "attr", getattr(base, "id", "")) for base in node.bases}
    for line in node.body:
        if isinstance(line, ast.Assign):
            names = {target.id for target in line.targets if isinstance(target, ast.Name)}
            if names & LABELS:
                yield line.value
            if bases & {"TextChoices", "IntegerChoices"} and isinstance(line.value, ast.Tuple):
                yield line.value.elts[-1]


def literal(node: ast.expr) -> str | None:
    """Return the text of a plain or formatted string, or nothing where it is something else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return None
