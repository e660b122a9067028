"""What the house does with data about people: the register that the law wants filed.

A room writes, in its `personal.py`:

    processes(
        Processing(
            code="journal.contributions", label=_("…"), purpose=_("…"), people=_("…"), ...
        )
    )
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

OFFICE = _("Staff of the office in charge")
PUBLIC = _("Anyone who reads the site")
DUTY = _("Tasks of the Union by its charter and by law")
CONSENT = _("Consent of the person; for children also of the representative")

MEASURES = _(
    "Rights by role and record, history of every change, private files opened only after a "
    "question, passwords kept as digests, second step for staff, backups"
)
"""What protects all records of the house alike."""


@dataclass(frozen=True, kw_only=True)
class Processing:
    """One processing of personal data.

    `fields` names where the data lie, as "directory.person.full_name"; `count` returns how
    many records there are now. `sensitive` marks what the law calls sensitive: political
    views, health, ethnic origin and the like.
    """

    code: str
    label: Any
    purpose: Any
    people: Any
    data: Any
    fields: tuple[str, ...]
    basis: Any
    recipients: Any
    retention: Any
    count: Callable[[], int]
    measures: Any = MEASURES
    sensitive: bool = False
    consent: str = ""
    """The purpose of the consent that it rests on, where it rests on one."""


_register: dict[str, Processing] = {}


def processes(processing: Processing) -> Processing:
    """Enter a processing into the register."""
    _register[processing.code] = processing
    return processing


def processings() -> list[Processing]:
    """Return the register, in the order of its codes."""
    return [_register[code] for code in sorted(_register)]


def processed_fields() -> set[str]:
    """Return every field that the register names."""
    return {field for one in processings() for field in one.fields}


def sensitive_fields() -> set[str]:
    """Return the fields that hold sensitive data: masked in exports and closed to the public."""
    return {field for one in processings() if one.sensitive for field in one.fields}


def count_of(label: str) -> Callable[[], int]:
    """Return a function that counts the records of a kind, such as "journal.articleauthor"."""

    def count() -> int:
        number: int = apps.get_model(label)._base_manager.count()
        return number

    return count
