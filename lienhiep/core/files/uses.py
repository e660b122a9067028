"""What files are for: which kinds are taken, how large, and how long they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from lienhiep.core.files.kinds import KINDS


@dataclass(frozen=True)
class Retention:
    """A retention class (thời hạn bảo quản): a code, and years or for ever.

    Where the years come from a legal text, name the code of the dated reference value
    instead; what holds on the day of the upload is written into the file's row.
    """

    code: str
    years: int | None = None
    reference: str = ""

    def years_on(self, on: date) -> int | None:
        """Return the years that hold on a day, None for ever."""
        if not self.reference:
            return self.years
        from lienhiep.core.reference import value_on  # rooms declare uses before tables exist

        return value_on(self.reference, on)


FOR_EVER = Retention("for_ever")

_uses: dict[str, FileUse] = {}


@dataclass(frozen=True)
class FileUse:
    """What a room takes files for; the code stands in the file's row and never changes."""

    code: str
    label: Any
    extensions: tuple[str, ...]
    retention: Retention = FOR_EVER
    max_bytes: int | None = None
    is_sealed: bool = False
    """Handed out at no address and to nobody: the program alone reads it, such as a seal."""

    def __post_init__(self) -> None:
        if unknown := set(self.extensions) - set(KINDS):
            raise ValueError(f"{self.code}: nothing is known about {', '.join(sorted(unknown))}.")
        _uses[self.code] = self

    @property
    def limit(self) -> int:
        """The largest size taken, in bytes; never above the limit of the whole house."""
        most: int = settings.RECORD_FILE_MAX_BYTES
        return min(self.max_bytes or most, most)

    @property
    def accept(self) -> str:
        """The kinds in the words of an HTML form: ".pdf,.docx"."""
        return ",".join(f".{extension}" for extension in self.extensions)

    @property
    def names(self) -> str:
        """The kinds as a person reads them: "PDF, DOCX"."""
        return ", ".join(extension.upper() for extension in self.extensions)


def sealed_uses() -> list[str]:
    """Return the codes of the uses whose files nobody opens."""
    return [use.code for use in _uses.values() if use.is_sealed]


def use_named(code: str) -> FileUse | None:
    """Return a declared use, None where no room declares it."""
    return _uses.get(code)
