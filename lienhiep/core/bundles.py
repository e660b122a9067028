"""The styles and the scripts of every page, each sent as one file.

A file of its own per component reads well; forty requests for a page read badly over a weak line.
What is written here apart is joined when files are collected, and in development when asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage, Storage

COMPONENTS = (
    "navigation",
    "buttons",
    "figure",
    "trail",
    "register",
    "cards",
    "sheet",
    "states",
    "notices",
    "forms",
    "charts",
)


@dataclass(frozen=True)
class Bundle:
    """Files that every page needs, and the name under which they are sent as one.

    The name lies beside the first of them, so that addresses in it still lead to the fonts.
    """

    name: str
    files: tuple[str, ...]
    printed: tuple[str, ...] = ()
    """Styles for paper only."""

    def sources(self) -> tuple[str, ...]:
        """Return the files in their order, those that rooms bring for every page among them."""
        return (*self.files, *room_styles()) if self.name.endswith(".css") else self.files


STYLES = Bundle(
    "core/css/site.css",
    (
        "core/css/tokens.css",
        "core/css/base.css",
        "core/css/layout.css",
        *(f"core/css/components/{name}.css" for name in COMPONENTS),
    ),
    printed=("core/css/print.css",),
)
SCRIPTS = Bundle("core/js/site.js", ("core/js/page.js", "core/js/forms.js", "core/js/live.js"))
BUNDLES = {bundle.name: bundle for bundle in (STYLES, SCRIPTS)}


def room_styles() -> tuple[str, ...]:
    """Return the styles that rooms bring for every page (`site_styles` of their `AppConfig`)."""
    return tuple(
        name for config in apps.get_app_configs() for name in getattr(config, "site_styles", ())
    )


def joined(bundle: Bundle) -> str:
    """Return the text that is sent for a bundle."""
    if bundle.name.endswith(".js"):
        return "\n".join(_without_remarks_of_script(text) for text in _texts(bundle.sources()))
    paper = "\n".join(_texts(bundle.printed))
    parts = [*_texts(bundle.sources()), *([f"@media print {{\n{paper}}}\n"] if paper else [])]
    return "\n".join(_without_remarks_of_styles(text) for text in parts)


def _texts(names: Iterable[str]) -> list[str]:
    return [_path(name).read_text(encoding="utf-8") for name in names]


def _path(name: str) -> Path:
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(name)
    return Path(found)


def _without_remarks_of_styles(text: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).lstrip()


def _without_remarks_of_script(text: str) -> str:
    return re.sub(r"(?m)^\s*//.*\n", "", text)


class BundleFinder(BaseFinder):
    """Lets Django find the bundles among the files that it collects, or sends in development.

    A finder answers with a file on the disk: it is written when it is asked for and has changed.
    """

    @property
    def storage(self) -> FileSystemStorage:
        """Return the folder of the written bundles."""
        return FileSystemStorage(location=settings.BUNDLES_ROOT)

    def check(self, **kwargs: object) -> list[CheckMessage]:
        """Say which file of a bundle is missing."""
        missing = [
            name
            for bundle in BUNDLES.values()
            for name in (*bundle.sources(), *bundle.printed)
            if not finders.find(name)
        ]
        return [Error(f"{name}: no such file for a bundle", id="core.E010") for name in missing]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return where the bundle of this name lies; nothing for every other file."""
        if path not in BUNDLES:
            return []
        written = str(_written(BUNDLES[path]))
        return [written] if find_all else written

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Yield every bundle, written as its files are now."""
        for name, bundle in BUNDLES.items():
            _written(bundle)
            yield name, self.storage


def _written(bundle: Bundle) -> Path:
    path = Path(settings.BUNDLES_ROOT) / bundle.name
    text = joined(bundle)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.{os.getpid()}")  # several processes may write
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    return path
