"""One Vietnamese catalogue out of many files, compiled only when one of them changed.

A room keeps its own words in `locale/vi/LC_MESSAGES/`. Words for screens that come
from elsewhere (Wagtail's, Django's) lie in `locale_parts/`, one file for each part.
The merged catalogue stands before every other one, so it also mends theirs.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOMS = Path(__file__).resolve().parents[2]
DOMAINS = ("django", "djangojs")
FORM = "1"
"""Raised when the merged catalogue is to be made anew although no source changed."""

Key = tuple[str | None, str]
"""Context and English text (of a plural, the singular)."""


@dataclass
class Merged:
    """What came together: the catalogue, where each text came from, and what disagrees."""

    catalog: Catalog
    origins: dict[Key, Path] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def source_files(domain: str = "django", rooms: Path = ROOMS) -> list[Path]:
    """Return the catalogue files of a domain: the rooms' own first, then the parts."""
    own = sorted(rooms.glob(f"*/locale/vi/LC_MESSAGES/{domain}.po"))
    parts = sorted(rooms.glob("*/locale_parts/**/*.po"))
    scripts = [part for part in parts if "djangojs" in part.stem]
    return own + (scripts if domain == "djangojs" else [p for p in parts if p not in scripts])


def read(path: Path) -> Catalog:
    """Read one catalogue file; a fault in it is a ValueError that names the file."""
    try:
        with path.open("rb") as source:
            return read_po(source, locale="vi", abort_invalid=True)
    except Exception as error:
        raise ValueError(f"{path}: {error}") from error


def key_of(message: Message) -> Key:
    """Return what identifies a message: its context and its singular."""
    return message.context, str(message.id[0] if message.pluralizable else message.id)


def words_of(message: Message) -> str:
    """Return the translation. Vietnamese has one form for one and for many."""
    string = message.string[0] if isinstance(message.string, tuple | list) else message.string
    return string or ""


def merge(paths: Iterable[Path]) -> Merged:
    """Put the catalogue files together; on disagreement the first file wins and it is noted."""
    merged = Merged(Catalog(locale="vi", charset="utf-8"))
    messages: dict[Key, Message] = {}
    for path in paths:
        for message in read(path):
            if not message.id or message.fuzzy or not words_of(message):
                continue
            key = key_of(message)
            known = messages.get(key)
            if known is None:
                messages[key] = message
                merged.origins[key] = path
                continue
            if words_of(known) != words_of(message):
                merged.conflicts.append(
                    f"{key[1]!r}: {merged.origins[key]} says {words_of(known)!r}, "
                    f"{path} says {words_of(message)!r}"
                )
            elif message.pluralizable and not known.pluralizable:
                messages[key] = message  # a plural entry answers for its singular too
    for (context, _), message in messages.items():
        words = words_of(message)
        merged.catalog.add(message.id, (words,) if message.pluralizable else words, context=context)
    return merged


def compile_catalogues(target: Path, rooms: Path = ROOMS) -> list[str]:
    """Write the merged catalogues under a folder, where they are not up to date already.

    The folder is one of LOCALE_PATHS. Each file is replaced in one step, so a process
    that reads meanwhile sees the old or the new one. Returns the disagreements found;
    nothing is said where nothing was to be done.
    """
    conflicts = []
    for domain in DOMAINS:
        paths = source_files(domain, rooms)
        compiled = target / "vi" / "LC_MESSAGES" / f"{domain}.mo"
        stamp = compiled.with_suffix(".digest")
        digest = digest_of(paths)
        if compiled.exists() and stamp.exists() and stamp.read_text() == digest:
            continue
        compiled.parent.mkdir(parents=True, exist_ok=True)
        merged = merge(paths)
        conflicts += merged.conflicts
        with tempfile.NamedTemporaryFile(dir=compiled.parent, delete=False) as out:
            write_mo(out, merged.catalog)
        os.chmod(out.name, 0o644)
        os.replace(out.name, compiled)
        stamp.write_text(digest)
    return conflicts


def digest_of(paths: Iterable[Path]) -> str:
    """Return a checksum over the names and contents of files."""
    total = hashlib.sha256(FORM.encode())
    for path in paths:
        total.update(str(path.name).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
