"""What is not Vietnamese on a page: English words, days and numbers as others write them."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

STRONG = frozenset({
    "the", "and", "of", "with", "please", "this", "that", "these", "those", "are", "was", "were",
    "has", "have", "been", "from", "your", "you", "for", "cannot", "must", "should", "will",
    "would", "when", "where", "which", "what", "none", "yes", "save", "saved", "search",
    "searching", "edit", "edited", "editing", "delete", "deleted", "page", "pages", "field",
    "fields", "required", "choose", "chosen", "select", "selected", "file", "files", "upload",
    "uploaded", "uploading", "download", "add", "added", "adding", "remove", "removed", "create",
    "created", "update", "updated", "change", "changed", "changes", "history", "settings",
    "setting", "account", "accounts", "password", "login", "logout", "sign", "user", "users",
    "name", "title", "date", "time", "next", "previous", "first", "last", "more", "less", "show",
    "hide", "close", "open", "cancel", "submit", "send", "sent", "reset", "filter", "filters",
    "sort", "sorted", "order", "status", "state", "draft", "live", "publish", "published",
    "unpublish", "unpublished", "loading", "error", "errors", "warning", "success", "ago",
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "today", "yesterday", "tomorrow", "january", "february", "march", "april",
    "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "copy", "move", "moved", "back",
    "home", "menu", "help", "report", "reports", "comment", "comments", "image", "images",
    "document", "documents", "link", "links", "unknown", "untitled", "empty", "default", "new",
    "old", "actions", "action", "toggle", "dashboard", "skip", "main", "content", "enter", "type",
    "value", "values", "item", "items", "list", "lists", "table", "row", "rows", "column", "total",
    "result", "results", "found", "match", "details", "about", "contact", "email", "reply",
    "resolve", "resolved", "revision", "revisions", "lock", "locked", "unlock", "workflow", "task",
    "tasks", "view", "views", "preview", "privacy", "usage", "collection", "collections",
    "permission", "denied", "not", "allowed", "forbidden", "invalid", "valid", "missing", "expand",
    "collapse", "drag", "drop", "keyboard", "shortcut", "shortcuts", "before", "after", "between",
    "only", "other", "others", "another", "either", "both", "every", "without",
})  # fmt: skip
"""Words that are no Vietnamese syllable, or are one in no text of an office."""

WEAK = frozenset({
    "a", "an", "am", "in", "on", "be", "no", "as", "can", "at", "it", "or", "to", "by", "is", "if",
    "do", "go", "so", "all", "any",
})  # fmt: skip
"""Words that may be Vietnamese as well; several of them in a text without a mark are English."""

NAMES = (
    "VUSTA", "VIFOTEC", "PDF", "Word", "Excel", "JSON", "CSV", "XLSX", "DOCX", "RSS", "English",
    "Facebook", "Zalo", "YouTube", "Wagtail", "Lienhiep", "HTML", "iCalendar", "QR", "Enter",
    "Markdown", "Ctrl", "Shift", "Esc", "Tab", "Alt",
)  # fmt: skip
"""What is written alike in every language."""

SPOKEN = (
    "alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription",
    "aria-valuetext", "label",
)  # fmt: skip

WORD = re.compile(r"(?<![\w@.:/#&=?_{-])[A-Za-z][A-Za-z’']*(?![\w@/#=_(}]|\.\w|-\w)")
MARKED = re.compile("[À-ÖØ-öø-žƠơƯưẠ-ỹ]")
OTHER_DAYS = re.compile(
    r"\b(?:19|20)\d\d-\d\d-\d\d\b"  # 2023-01-10
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b\.? \d"  # Jan. 10
    r"|\b\d{1,2}(?::\d\d)? ?(?:[ap]\.m\.|[AP]M\b)"  # 2 p.m.
    r"|\b(?:noon|midnight)\b"
)
OTHER_NUMBERS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])|\b\d+\.\d{1,2} ?%")
PYTHON = re.compile(
    r"\b(?:None|True|False)\b|<[A-Z]\w+ |\bobject at 0x|__proxy__|%\(\w+\)s|\{\{|\{%"
)


def english(text: str) -> list[str]:
    """Return the English words of a text, or nothing where it is Vietnamese."""
    words = [word.casefold() for word in WORD.findall(text) if word not in NAMES]
    strong = [word for word in words if word in STRONG]
    weak = [word for word in words if word in WEAK]
    if strong and not (MARKED.search(text) and len(strong) == 1 and strong[0] in SYLLABLES):
        return strong
    return weak if len(weak) > 1 and not MARKED.search(text) else []


SYLLABLES = frozenset({
    "am", "an", "can", "do", "go", "in", "on", "to", "so", "list", "man", "men", "home", "file",
    "day",
})  # fmt: skip


def foreign(text: str) -> list[str]:
    """Return days, numbers and traces of the program that no office writes."""
    return [
        found.group()
        for pattern in (OTHER_DAYS, OTHER_NUMBERS, PYTHON)
        for found in pattern.finditer(text)
    ]


def faults(text: str) -> list[str]:
    """Return all that is wrong with a text."""
    return english(text) + foreign(text)


def texts_of(html: str) -> Iterator[str]:
    """Yield what a page says: its text, and the attributes that people read or hear."""
    page = BeautifulSoup(html, "lxml")
    for silent in page.find_all(["script", "style", "code", "pre", "svg"]):
        if not (silent.name == "svg" and silent.find("title")):
            silent.extract()
    for counter in page.find_all(attrs={"data-side-panel-toggle-counter": True}):
        counter.extract()  # hidden until a script has counted
    for other in page.find_all(attrs={"lang": re.compile("^(?!vi)")}):
        other.extract()
    for text in page.stripped_strings:
        yield " ".join(text.split())
    for element in page.find_all(True):
        for name in SPOKEN:
            if element.get(name):
                yield " ".join(str(element[name]).split())
        if element.name == "input" and element.get("type") in ("submit", "button", "reset"):
            yield element.get("value", "")
        if element.name == "meta" and element.get("name") == "description":
            yield element.get("content", "")
        for name, value in element.attrs.items():
            if name.startswith("data-") and " " in str(value):
                yield from told_in_data(str(value))


def told_in_data(value: str) -> Iterator[str]:
    """Yield the sentences that a page hands to a script in an attribute."""
    for piece in re.findall(r'"([^"]* [^"]*)"', value) or [value]:
        words = [word for word in WORD.findall(piece) if word.casefold() in STRONG]
        if len(words) > 1 and not re.search(r"->|#|[;{}]", piece):
            yield piece
