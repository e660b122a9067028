"""What is kept about a person: where, what for, how long; taking it out, and erasing it.

A room writes, in its `personal.py`:

    @keeps_personal_data
    def of_contributors(person):
        for contributor in Contributor.objects.filter(person=person):
            yield PersonalDatum(record=contributor, field="bank_account", ...)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.erasing import (
    Place,
    Traces,
    empty_history,
    former_values,
    is_typed,
    scrub,
    with_owners,
)
from lienhiep.core.erasing_outside import forget_outside
from lienhiep.core.files.actions import destroy_file, place_of
from lienhiep.core.history import Recorded, verb
from lienhiep.core.models.files import RecordFile
from lienhiep.core.page_cache import content_changed
from lienhiep.core.period import today
from lienhiep.core.search.feeding import feed


@dataclass(frozen=True)
class Erasure:
    """An erasure under way: whose name goes, what stands in its place, who decided and why."""

    person: Recorded
    pseudonym: str
    by: Any
    reason: str


Erase = Callable[[Erasure], None]


@dataclass(frozen=True, kw_only=True)
class PersonalDatum:
    """One field or file that says something about a person.

    `erase` puts the pseudonym or nothing in its place and saves the record; without it the
    datum is kept, and `kept_because` says which rule wants that. `shown_in` are other
    records whose page, history or search entry repeats it, such as an article its authors.
    `identifies` is False where the value is no trace by itself (a rank, a date).
    """

    record: models.Model
    field: str
    label: Any
    purpose: Any
    retention: Any
    value: Any
    erase: Erase | None = None
    kept_because: Any = ""
    file: Any = None
    shown_in: tuple[models.Model, ...] = ()
    identifies: bool = True


Provider = Callable[[Any], Iterable[PersonalDatum]]
Listener = Callable[[Erasure], None]

_providers: list[Provider] = []
_listeners: list[Listener] = []


@dataclass
class Erased:
    """What an erasure did. `mentions` are other entries that still hold the same words.

    Namesakes are common, so other records are left to a person to look through.
    """

    pseudonym: str
    data: int = 0
    kept: list[PersonalDatum] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)


def keeps_personal_data(provider: Provider) -> Provider:
    """Add what a room keeps about people."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def after_erasure(listener: Listener) -> Listener:
    """Call a function at the end of each erasure, to drop what was made from the data: pages."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def data_of(person: models.Model) -> Iterator[PersonalDatum]:
    """Yield everything that is kept about a person, room by room."""
    for provider in _providers:
        yield from provider(person)


def export_of(person: models.Model) -> dict[str, Any]:
    """Return what is kept about a person, for that person, in values that JSON knows."""
    return {
        "person": str(person),
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "data": [
            {
                "record": str(datum.record._meta.verbose_name),
                "id": datum.record.pk,
                "name": str(datum.record),
                "field": str(datum.label),
                "value": _exported(datum),
                "purpose": str(datum.purpose),
                "retention": str(datum.retention),
            }
            for datum in data_of(person)
        ],
    }


def _exported(datum: PersonalDatum) -> Any:
    if datum.file is not None:
        return getattr(datum.file, "name", str(datum.file))
    value = datum.value
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def erase(*, person: Recorded, by: Any, reason: str) -> Erased:
    """Put a pseudonym in the place of a person, in records, history, search and drafts.

    The history is gone through first, in short batches; the records last, in one
    transaction. So a run that breaks off can simply be done again. Figures frozen in
    reports keep ids and amounts, and never held names.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say who asked for the erasure and when.")})
    data = list(data_of(person))
    going = [datum for datum in data if datum.erase is not None]
    pseudonym = _("Person no. %(number)s") % {"number": person.pk}
    traces = Traces.of(
        [str(datum.value) for datum in going if datum.identifies and datum.value], pseudonym
    )
    places = [
        Place(datum.record, datum.field, datum.identifies)
        for datum in going
        if is_typed(datum.record, datum.field)
    ]
    # What stood there before gives the person away as well: a maiden name, an old number.
    traces = traces.and_of(former_values(places))
    touched = with_owners([person, *(record for datum in going for record in _records(datum))])
    newest = scrub(touched, traces)
    erasure = Erasure(person, pseudonym, by, traces.gone_from(reason.strip()))
    with transaction.atomic():
        with verb("core.erase_person", by=by, about=person, reason=erasure.reason):
            for datum in going:
                datum.erase(erasure)
            _destroy_former_files(going, erasure)
        # What the erasing itself wrote down names what was there before.
        scrub(touched, traces, after=newest)
        empty_history(places, pseudonym)
        for record in touched:
            if fresh := type(record)._base_manager.filter(pk=record.pk).first():
                feed(fresh)
        content_changed()  # no page with the name is given once more
    forget_outside(traces)
    for listener in _listeners:
        listener(erasure)
    return Erased(
        pseudonym,
        data=len(going),
        kept=[datum for datum in data if datum.erase is None],
        mentions=list(traces.elsewhere()),
    )


def _records(datum: PersonalDatum) -> list[models.Model]:
    return [datum.record, *datum.shown_in]


def _destroy_former_files(going: list[PersonalDatum], erasure: Erasure) -> None:
    """Destroy the files that stood in the place of an erased one before it was replaced."""
    for datum in going:
        if datum.file is None:
            continue
        former = RecordFile.objects.filter(
            place=place_of(datum.record, datum.field), destroyed_at=None
        )
        for file in former.exclude(released_at=None):
            destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)
