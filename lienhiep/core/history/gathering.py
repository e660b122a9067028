"""What belongs to one act of one person is gathered into one entry."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import LogContext, get_active_log_context, registry

if TYPE_CHECKING:
    from lienhiep.core.history.recorded import Recorded

Values = dict[str, dict[str, Any]]

_current: ContextVar[Gathering | None] = ContextVar("history_gathering", default=None)


@dataclass
class Gathered:
    """What happened to one owner record inside an act.

    Its id and name are kept from the start, because a deleted record forgets its id.
    """

    owner: Recorded
    kind: str = "edit"
    changes: Values = field(default_factory=dict)
    children: list[dict[str, Any]] = field(default_factory=list)
    pk: Any = None
    label: str = ""

    def __post_init__(self) -> None:
        self.pk = self.pk or self.owner.pk

    def is_about(self, record: Recorded, pk: Any) -> bool:
        """Return whether this is what happened to a record."""
        return self.owner._meta.label == record._meta.label and self.pk == pk


@dataclass
class Gathering:
    """An act under way: its verb, its actor, and what it has changed so far."""

    action: str
    by: Any
    reason: str
    subject: Recorded | None
    subject_pk: Any = None
    uuid: uuid.UUID = field(default_factory=uuid.uuid4)
    gathered: dict[tuple[str, Any], Gathered] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    others: list[tuple[Recorded, Any]] = field(default_factory=list)

    def about(self, subject: Recorded) -> None:
        """Name the record that the act's entry stands on."""
        self.subject, self.subject_pk = subject, subject.pk

    def also_about(self, other: Recorded) -> None:
        """Let the verb stand in the history of another record too, such as the one given up."""
        self.others.append((other, other.pk))

    def note(self, **data: Any) -> None:
        """Add facts to the entry, such as whom a reminder went to."""
        self.data.update(data)

    def add(self, instance: Recorded, kind: str, changes: Values) -> None:
        """Take in one save or deletion."""
        owner = instance.history_owner() or instance
        key = (owner._meta.label_lower, owner.pk)
        entry = self.gathered.setdefault(key, Gathered(owner))
        if owner is instance or (
            owner._meta.label == instance._meta.label and owner.pk == instance.pk
        ):
            if kind != "edit":
                entry.kind = kind
            if kind == "delete":
                entry.label = str(instance)
            for name, change in changes.items():
                if name in entry.changes:
                    entry.changes[name]["after"] = change["after"]
                else:
                    entry.changes[name] = change
        elif changes or kind != "edit":
            entry.children.append(
                {
                    "model": instance._meta.label_lower,
                    "pk": instance.pk,
                    "label": str(instance),
                    "kind": kind,
                    "changes": changes,
                }
            )

    def write(self) -> None:
        """Write one entry for each record touched; those that the act is about carry the verb."""
        entries = list(self.gathered.values())
        subject = self.subject
        if subject is None and entries:
            subject, self.subject_pk = entries[0].owner, entries[0].pk
        if subject is None:
            return
        pk = subject.pk or self.subject_pk
        if not any(entry.is_about(subject, pk) for entry in entries):
            entries.insert(0, Gathered(subject, pk=pk))
        for other, other_pk in self.others:
            if not any(entry.is_about(other, other_pk) for entry in entries):
                entries.append(Gathered(other, pk=other_pk))
        named = [(subject, pk), *self.others]
        for entry in entries:
            is_subject = any(entry.is_about(*one) for one in named)
            write_entry(
                entry,
                action=self.action if is_subject else f"wagtail.{entry.kind}",
                by=self.by,
                reason=self.reason,
                act=self.uuid,
                data=self.data if is_subject else {"verb": self.action},
                always=is_subject,
            )

    def copied(self) -> dict[tuple[str, Any], Gathered]:
        """Return what has been gathered so far, apart from what will be added."""
        return {
            key: replace(entry, changes=deepcopy(entry.changes), children=list(entry.children))
            for key, entry in self.gathered.items()
        }


@dataclass
class InnerAct:
    """An act inside an act: it adds to the outer one, and does not take its entry away."""

    outer: Gathering

    def about(self, subject: Recorded) -> None:
        """Name the record that the entry stands on, unless the outer act has named one."""
        if self.outer.subject is None:
            self.outer.about(subject)

    def also_about(self, other: Recorded) -> None:
        """Let the outer act's verb stand in the history of another record too."""
        self.outer.also_about(other)

    def note(self, **data: Any) -> None:
        """Add facts to the outer act's entry."""
        self.outer.note(**data)


def write_entry(
    entry: Gathered,
    *,
    action: str,
    by: Any,
    reason: str,
    act: uuid.UUID | None,
    data: dict[str, Any],
    always: bool,
) -> None:
    """Write one row of the log, or nothing where nothing changed."""
    if not (always or entry.changes or entry.children or entry.kind != "edit"):
        return
    facts = dict(data)
    if entry.changes:
        facts["changes"] = entry.changes
    if entry.children:
        facts["children"] = entry.children
    if reason:
        facts["reason"] = reason
    user = by if by is not None else get_active_log_context().user
    owner = entry.owner
    if owner.pk is None:
        owner = copy(owner)
        owner.pk = entry.pk
    _store(
        owner,
        action,
        label=entry.label or str(owner),
        user=user if user is not None and user.pk else None,
        uuid=act or get_active_log_context().uuid,
        data=facts,
        content_changed=bool(entry.changes or entry.children),
        deleted=entry.kind == "delete",
    )


def _store(owner: Recorded, action: str, **values: Any) -> None:
    """Write a row of Wagtail's log.

    Its own save asks the database whether account and kind of record exist, which costs more
    than the row; both were read a moment ago. That the verb is registered is asked here too.
    """
    if not registry.action_exists(action):
        raise LookupError(f"{action} is no registered action.")
    log_model = registry.get_log_model_for_instance(owner)
    row = log_model(
        content_type=ContentType.objects.get_for_model(owner, for_concrete_model=False),
        object_id=str(owner.pk),
        action=action,
        timestamp=timezone.now(),
        **values,
    )
    models.Model.save(row, force_insert=True)


def current_gathering() -> Gathering | None:
    """Return the act under way, if any."""
    return _current.get()


def acting_user() -> Any:
    """Return the person in whose name changes are being made now, or None for the system."""
    gathering = _current.get()
    if gathering is not None and gathering.by is not None:
        return gathering.by
    return get_active_log_context().user


@contextmanager
def verb(
    action: str, *, by: Any, about: Recorded | None = None, reason: str = ""
) -> Iterator[Gathering | InnerAct]:
    """Do one act in one transaction and write it down as one entry.

    `action` is the registered name of the verb ("journal.publish_issue"). `about` is
    the record that the entry stands on; without it, the first record saved. An act
    inside an act belongs to the outer one, which keeps its name; if it fails and the
    outer one goes on, nothing of it is written down.
    """
    outer = _current.get()
    if outer is not None:
        before, others = outer.copied(), list(outer.others)
        try:
            with transaction.atomic():
                yield InnerAct(outer)
        except BaseException:
            outer.gathered, outer.others = before, others
            raise
        return
    gathering = Gathering(action=action, by=by, reason=reason, subject=about)
    if about is not None:
        gathering.about(about)
    with transaction.atomic(), LogContext(user=by):
        token = _current.set(gathering)
        try:
            yield gathering
        finally:
            _current.reset(token)
        gathering.write()
