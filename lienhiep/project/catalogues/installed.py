"""Texts of the apps we build on: Wagtail's, Django's, allauth's, of filters and tags.

Each of these packages brings a catalogue that lists its own texts. What has Vietnamese there
or in ours is well; what has none would stand in English on one of our screens.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import django
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.apps import apps

from lienhiep.project.catalogues.merging import Key, key_of, read, words_of

LISTING = ("en", "fr")
"""Languages whose catalogue lists what a package says; the first one that is there counts."""

NEVER_MET = (
    # Names of languages: only Vietnamese and English are offered.
    r"conf/global_settings\.py",
    # The page of a project without addresses, in development.
    r"views/templates/default_urlconf\.html",
    # Django's admin, which is not installed.
    r"(^|/)admin\.py",
    r"admin/socialaccount/",
    # Parts of allauth that are not installed: being a provider, sessions, an interface for apps.
    r"^idp/",
    r"^headless/",
    r"^usersessions/",
    r"^templates/(idp|usersessions|headless)/",
)
"""Where a text stands that nobody here meets; a text is left out if it stands nowhere else."""


def homes() -> list[Path]:
    """Return the folders of the packages that bring a catalogue, ours left out."""
    found = {Path(django.__file__).parent / "conf"}
    for config in apps.get_app_configs():
        if not config.name.startswith(("lienhiep.", "tests.")):
            found.update({Path(config.path), Path(config.path).parent})
    return sorted(home for home in found if (home / "locale").is_dir())


def listed(home: Path, domain: str) -> Iterator[Message]:
    """Yield what a package says, each with the places where it says it."""
    for language in LISTING:
        path = home / f"locale/{language}/LC_MESSAGES/{domain}.po"
        if path.exists():
            with path.open("rb") as source:
                yield from (m for m in read_po(source, locale=language) if m.id)
            return


def is_met(message: Message) -> bool:
    """Say whether a text stands anywhere but where nobody here gets to."""
    places = [place for place, _line in message.locations]
    return not places or not all(
        any(re.search(left_out, place) for left_out in NEVER_MET) for place in places
    )


@cache
def texts_of_installed(domain: str) -> dict[Key, str]:
    """Return each text of the installed packages that has no Vietnamese there, and whose it is."""
    found: dict[Key, str] = {}
    for home in homes():
        path = home / f"locale/vi/LC_MESSAGES/{domain}.po"
        theirs = {
            key_of(m)
            for m in (read(path) if path.exists() else ())
            if m.id and not m.fuzzy and words_of(m)
        }
        for message in listed(home, domain):
            if is_met(message) and key_of(message) not in theirs:
                found.setdefault(key_of(message), home.name)
    return found


def untranslated(domain: str, ours: Iterable[Key]) -> list[tuple[str, Key]]:
    """Return what neither the package nor we have in Vietnamese: whose it is, and the text."""
    known = set(ours)
    return sorted(
        ((home, key) for key, home in texts_of_installed(domain).items() if key not in known),
        key=str,
    )
