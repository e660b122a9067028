"""What is kept about people for a time, and how it goes when the time is over.

A room writes, in its `personal.py`:

    forgets(
        RetentionRule(
            code="contests.contacts", label=_("…"), kept=_("…"), due=..., forget=...
        )
    )

The office looks at what is due, and lets it go by a job, with a reason; what rooms forget by
themselves each night goes by the same functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files.actions import destroy_file
from lienhiep.core.models.files import RecordFile
from lienhiep.core.period import today


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """Records of one kind that go after a time.

    `due` returns those whose time is over on a day, in an order that stays; `forget` lets
    one go, with a reason, so that it is no longer due. `shown` names one in a preview
    without naming the person. `code` is stored with each run and never changes.
    """

    code: str
    label: Any
    kept: Any
    due: Callable[[date], models.QuerySet]
    forget: Callable[[Any, Any, str], None]
    shown: Callable[[Any], str] = str
    by_itself: bool = False
    """Whether a job of each night does it too."""


_rules: dict[str, RetentionRule] = {}


def forgets(rule: RetentionRule) -> RetentionRule:
    """Add what a room forgets after a time."""
    _rules[rule.code] = rule
    return rule


def retention_rules() -> list[RetentionRule]:
    """Return all rules, in the order of their codes."""
    return [_rules[code] for code in sorted(_rules)]


def rule_named(code: str) -> RetentionRule | None:
    """Return a rule, or None where no room knows it any more."""
    return _rules.get(code)


def file_rule(
    code: str, model: type[models.Model], field: str, *, label: Any, kept: Any
) -> RetentionRule:
    """Return the rule of a file that is still on its record when its own time is over.

    The time was written into the file's row when it was sent in; it ends with a year.
    """

    def due(on: date) -> models.QuerySet:
        until = ExtractYear(f"{field}__uploaded_at") + F(f"{field}__retention_years")
        rows = model._default_manager.filter(
            **{f"{field}__isnull": False, f"{field}__retention_years__isnull": False}
        )
        return rows.annotate(_kept_until=until).filter(_kept_until__lt=on.year).order_by("pk")

    def forget(row: Any, by: Any, reason: str) -> None:
        file = getattr(row, field)
        fresh = type(row)._base_manager.get(pk=row.pk)
        setattr(fresh, field, None)
        fresh.save()
        destroy_file(file=file, by=by, reason=reason, on=today())

    return RetentionRule(code=code, label=label, kept=kept, due=due, forget=forget)


def _released_due(on: date) -> models.QuerySet:
    until = ExtractYear("uploaded_at") + F("retention_years")
    rows = RecordFile.objects.filter(
        destroyed_at=None, object_id__isnull=False, retention_years__isnull=False
    ).exclude(released_at=None)
    return rows.annotate(_kept_until=until).filter(_kept_until__lt=on.year).order_by("pk")


forgets(
    RetentionRule(
        code="core.released_files",
        label=_("Files that were taken off their records"),
        kept=_("As many years as the retention class of the file says"),
        due=_released_due,
        forget=lambda file, by, reason: destroy_file(file=file, by=by, reason=reason, on=today()),
        shown=lambda file: f"{file.use}, {file.uploaded_at:%d/%m/%Y}",
    )
)
