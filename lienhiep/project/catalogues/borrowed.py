"""Texts of ours that Wagtail or Django has too: one translation serves both their screens and ours.

The merged catalogue stands before theirs. So a room that translates "Editing" in its own
sense would say the same on a screen of Wagtail's that means something else.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import django
import wagtail

from lienhiep.project.catalogues.merging import Key, Merged, key_of, read, words_of

MEANT = frozenset(
    {
        "Active",
        "Add",
        "Change",
        "Code",
        "Confirm",
        "Copied",
        "Copy",
        "Delete",
        "Edit",
        "Field",
        "Filter",
        "Forms",
        "Friday",
        "History",
        "Last used",
        "Monday",
        "Moved",
        "Number",
        "Page not found",
        "Rename",
        "Reports",
        "Roles",
        "Saturday",
        "Save",
        "Show",
        "Text",
        "Thursday",
        "Time",
        "Tuesday",
        "Wednesday",
        "account",
        "active",
        "finished at",
        "name",
        "session",
        "sessions",
    }
)
"""Where our word may stand on their screens as well. A word with another sense there is not
listed: give ours a context (`pgettext`, `{% translate ... context ... %}`)."""


@cache
def words_of_others() -> dict[Key, frozenset[str]]:
    """Return every text of Wagtail's and Django's with their own Vietnamese for it, if any."""
    found: dict[Key, set[str]] = {}
    for home in (Path(django.__file__).parent, Path(wagtail.__file__).parent):
        for language in ("en", "vi"):
            for path in sorted(home.rglob(f"locale/{language}/LC_MESSAGES/django.po")):
                for message in read(path):
                    if message.id:
                        said = found.setdefault(key_of(message), set())
                        if language == "vi" and not message.fuzzy and words_of(message):
                            said.add(words_of(message))
    return {key: frozenset(said) for key, said in found.items()}


def borrowed_texts(wanted: Iterable[Key], merged: Merged, paths: Iterable[Path]) -> list[Key]:
    """Return the texts of ours that say something else on screens of Wagtail's or Django's.

    What a part for their screens (`wagtail_*.po`, `django_*.po`) says as well was weighed there.
    """
    ours = {key_of(message): words_of(message) for message in merged.catalog if message.id}
    weighed = {
        key_of(message)
        for path in paths
        if path.stem.startswith(("wagtail_", "django_"))
        for message in read(path)
    }
    others = words_of_others()
    return sorted(
        (
            key
            for key in wanted
            if key in others and key in ours and key not in weighed and {ours[key]} != others[key]
        ),
        key=str,
    )
