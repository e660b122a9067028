"""What somebody did: their own entries of the one history, in the words of the verbs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, F, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from lienhiep.core.desk import address_for
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import local_day

COLUMNS = ("pk", "action", "timestamp", "content_type", "reference", "label")

BOOKKEEPING = ("office.note_opening",)
"""Verbs that the program writes down by itself when somebody reads; nobody did them."""


@dataclass(frozen=True)
class Act:
    """One act: what was done, when, and on what; named only where one may see it today."""

    when: datetime
    what: str
    kind: str
    name: str
    url: str

    @property
    def day(self) -> date:
        """The day in Vietnam on which it was done."""
        return local_day(self.when)


def acts_of(
    user: Any, *, since: date | None = None, until: date | None = None, action: str = ""
) -> models.QuerySet[Any]:
    """Return somebody's own entries, the newest first: of records and of pages of the site."""
    condition = Q(user=user.pk) & ~Q(action__in=BOOKKEEPING)
    if since is not None:
        condition &= Q(timestamp__gte=_start_of(since))
    if until is not None:
        condition &= Q(timestamp__lt=_end_of(until))
    if action:
        condition &= Q(action=action)
    # What an act changed on other records besides stands there without a verb of its own.
    own = ~Q(data__has_key="verb")
    of_records = ModelLogEntry.objects.filter(condition & own).annotate(reference=F("object_id"))
    of_pages = PageLogEntry.objects.filter(condition).annotate(
        reference=Cast("page_id", CharField())
    )
    both = (
        of_records.order_by().values(*COLUMNS).union(of_pages.order_by().values(*COLUMNS), all=True)
    )
    return both.order_by("-timestamp", "-pk")


def actions_of(user: Any) -> list[tuple[str, str]]:
    """Return the verbs that somebody has done, each with its words, in the order of the words."""
    registry.scan_for_actions()
    codes = set()
    for model in (ModelLogEntry, PageLogEntry):
        rows = model.objects.filter(user=user.pk).exclude(action__in=BOOKKEEPING)
        codes |= set(rows.order_by().values_list("action", flat=True).distinct())
    return sorted(((code, _words(code)) for code in codes), key=lambda pair: pair[1])


def in_words(rows: Iterable[dict[str, Any]], user: Any) -> list[Act]:
    """Put entries into words; a record that one may not see any more is not named."""
    registry.scan_for_actions()  # a process that only reads has not met the verbs yet
    rows = list(rows)
    known = _records(rows, user)
    found = []
    for row in rows:
        model = _model(row["content_type"])
        record = known.get((row["content_type"], str(row["reference"])))
        found.append(
            Act(
                when=row["timestamp"],
                what=_words(row["action"]),
                kind=str(capfirst(model._meta.verbose_name)) if model else "",
                name=str(record) if record is not None else "",
                url=_address(record, user),
            )
        )
    return found


def _words(action: str) -> str:
    return str(registry.get_action_label(action))


def _model(content_type: int | None) -> type[models.Model] | None:
    return ContentType.objects.get_for_id(content_type).model_class() if content_type else None


def _records(rows: list[dict[str, Any]], user: Any) -> dict[tuple[int, str], models.Model]:
    """Return the records of a page of entries that this person may see: one query a kind."""
    wanted: dict[int, set[str]] = {}
    for row in rows:
        if row["content_type"]:
            wanted.setdefault(row["content_type"], set()).add(str(row["reference"]))
    found = {}
    for content_type, ids in wanted.items():
        model = _model(content_type)
        numbers = [int(one) for one in ids if one.isdecimal()]
        for record in _visible(model, numbers, user):
            found[content_type, str(record.pk)] = record
    return found


def _visible(model: type[models.Model] | None, ids: list[int], user: Any) -> Iterable[models.Model]:
    if model is None:
        return []
    if issubclass(model, Guarded):
        rows = model.objects.visible_to(user).filter(pk__in=ids)
        # What a record is called may take others to say: a page of acts asks for them at once.
        rows = rows.with_names() if hasattr(rows, "with_names") else rows
        return rows.prefetch_related(*model.loaded_with)
    if issubclass(model, Page) and user.may_enter_back_office:
        return Page.objects.filter(pk__in=ids).specific()
    return []


def _address(record: models.Model | None, user: Any) -> str:
    if isinstance(record, Page):
        return str(record.get_url() or "") if record.live else ""
    return address_for(record, user)


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))
