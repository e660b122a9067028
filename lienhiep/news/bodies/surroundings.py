"""What a text speaks of beside itself: pictures, files, other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


def _nothing(*_args: str) -> None:
    return None


@dataclass
class Surroundings:
    """Finds what a text refers to, and takes down what was noticed about it."""

    picture: Callable[[str, str], int | None] = _nothing
    """The id of a picture by its address and what it shows; None where it is not there."""

    document: Callable[[str], int | None] = _nothing
    """The id of a file to take away, by its address; None where it is none, or not there."""

    link: Callable[[str], str | None] = _nothing
    """The new address of a page of the former site, by its old one; None for any other."""

    note: Callable[[str, str], None] = _nothing
    """Takes a reason and words for the report."""

    convert_fonts: bool = False
    has_video_block: bool = False
    noted: set[str] = field(default_factory=set)

    def note_once(self, reason: str, words: str) -> None:
        """Take a thing down once for each text."""
        if reason not in self.noted:
            self.noted.add(reason)
            self.note(reason, words)
