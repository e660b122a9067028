"""Words to chain when asking for records of the directory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Case, OuterRef, Q, Subquery, When

from lienhiep.core.guarding import GuardedQuerySet
from lienhiep.core.history import RecordedQuerySet
from lienhiep.core.period import today
from lienhiep.core.text import fold
from lienhiep.directory.choices import UnitLevel

if TYPE_CHECKING:
    from lienhiep.directory.models import AdministrativeUnit


def valid_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated row holds on a day; both its ends are included."""
    start, end = f"{prefix}valid_from", f"{prefix}valid_to"
    return (Q(**{start: None}) | Q(**{f"{start}__lte": day})) & (
        Q(**{end: None}) | Q(**{f"{end}__gte": day})
    )


class DatedQuerySet(RecordedQuerySet):
    """Rows that hold from a day to a day."""

    def on(self, day: date) -> Self:
        """Return the rows that hold on a day."""
        return self.filter(valid_on(day))


class MergeableQuerySet(GuardedQuerySet):
    """Records of which two may turn out to be one."""

    def unmerged(self) -> Self:
        """Return the records that were not merged into another: those to list and to choose."""
        return self.filter(merged_into=None)

    def in_order(self) -> Self:
        """Return the records in the order of the Vietnamese alphabet, persons by given name."""
        return self.order_by("sort_key", "pk")


class PersonQuerySet(MergeableQuerySet):
    """Persons."""

    def named_like(self, full_name: str) -> Self:
        """Return the persons whose name is the same but for marks, case, and i or y."""
        return self.unmerged().filter(search_key=fold(full_name))


class OrganisationQuerySet(MergeableQuerySet):
    """Organisations."""

    def named_like(self, name: str) -> Self:
        """Return those whose name, short name or alias is the same but for marks and case."""
        key = fold(name)
        return (
            self.unmerged()
            .filter(Q(search_key=key) | Q(short_key=key) | Q(aliases__search_key=key))
            .distinct()
        )

    def of_kind(self, kind: str) -> Self:
        """Return the organisations of one kind."""
        return self.filter(kind=kind)

    def on(self, day: date) -> Self:
        """Return the organisations that exist on a day, as far as their dates are known."""
        return self.filter(
            Q(founded_on=None) | Q(founded_on__lte=day), Q(ended_on=None) | Q(ended_on__gte=day)
        )


class GroupQuerySet(GuardedQuerySet):
    """Groups of organisations."""


class UnitQuerySet(GuardedQuerySet):
    """Administrative units."""

    def on(self, day: date) -> Self:
        """Return the units in force on a day, as far as the directory has a list for it.

        For commune level units of Nghệ An there is no list before 01/12/2024: ask
        `UnitStatement.objects.on(day)` for their number then.
        """
        return self.filter(valid_on(day))

    def provinces(self) -> Self:
        """Return the provinces and the cities under the central government."""
        return self.filter(level=UnitLevel.PROVINCE)

    def communes(self) -> Self:
        """Return the communes, wards, townships and special zones."""
        return self.filter(level=UnitLevel.COMMUNE)

    def named(self, words: str) -> Self:
        """Return the units with these words in their name or place, marks and case apart."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_key__contains=word)
        return found

    def in_order(self) -> Self:
        """Return the units in the order of the Vietnamese alphabet."""
        return self.order_by("sort_key", "pk")


class StatementQuerySet(GuardedQuerySet):
    """Statements of numbers."""

    def on(self, day: date) -> Self:
        """Return the statements that hold on a day."""
        return self.filter(valid_on(day))


class MergeQuerySet(GuardedQuerySet):
    """Merges."""

    def standing(self) -> Self:
        """Return the merges that were not undone."""
        return self.filter(undone_at=None)

    def into(self, record: Any) -> Self:
        """Return the merges in which a record was the one kept, the newest first."""
        return self.filter(kind=record._meta.model_name, winner_id=record.pk).order_by("-pk")

    def with_names(self) -> Self:
        """Add `winner_name` and `loser_name`, so that a list asks for them all at once."""
        return self.annotate(winner_name=_name_of("winner_id"), loser_name=_name_of("loser_id"))


def _name_of(field: str) -> Case:
    from lienhiep.directory.models import Organisation, Person  # models are made from query sets

    def names(model: Any, name: str) -> Subquery:
        return Subquery(model._base_manager.filter(pk=OuterRef(field)).values(name)[:1])

    return Case(
        When(kind="person", then=names(Person, "full_name")),
        default=names(Organisation, "name"),
    )


def provinces_on(day: date) -> list[AdministrativeUnit]:
    """Return the provinces and cities of the country on a day, in alphabet order.

    There were 63 from 01/08/2008 to 30/06/2025, and there are 34 since; before that day
    the directory has no list.
    """
    from lienhiep.directory.models import AdministrativeUnit  # models are made from query sets

    return list(AdministrativeUnit.objects.provinces().on(day).in_order())


def successors_of(
    unit: AdministrativeUnit, on: date | None = None
) -> dict[AdministrativeUnit, Decimal]:
    """Return the units that hold a unit's land on a day, each with its share of the unit in %.

    A unit in force that day is its own successor (100). Where the trail ends (no successor
    is on record), nothing is returned for that part. The day is today unless said.
    """
    from lienhiep.directory.models import UnitSuccession  # models are made from query sets

    day = on or today()
    found: dict[AdministrativeUnit, Decimal] = {}
    open_parts = [(unit, Decimal(100))]
    while open_parts:
        part, share = open_parts.pop()
        if part.valid_to is None or part.valid_to >= day:
            found[part] = found.get(part, Decimal(0)) + share
            continue
        steps = UnitSuccession.objects.filter(old=part, change__effective__lte=day)
        for step in steps.select_related("new"):
            open_parts.append((step.new, share * step.share / 100))
    return found


def predecessors_of(unit: AdministrativeUnit, on: date) -> list[AdministrativeUnit]:
    """Return the units in force on an earlier day whose land a unit holds, in alphabet order.

    A unit that was in force that day already is its own predecessor.
    """
    from lienhiep.directory.models import UnitSuccession  # models are made from query sets

    found: dict[int, AdministrativeUnit] = {}
    open_parts = [unit]
    while open_parts:
        part = open_parts.pop()
        if part.valid_from <= on:
            if part.valid_to is None or part.valid_to >= on:
                found[part.pk] = part
            continue
        steps = UnitSuccession.objects.filter(new=part, change__effective__gt=on)
        open_parts += [step.old for step in steps.select_related("old")]
    return sorted(found.values(), key=lambda one: (one.sort_key, one.pk))


def converted(
    counts: Mapping[AdministrativeUnit, Decimal | int], on: date | None = None
) -> dict[AdministrativeUnit, Decimal]:
    """Return numbers counted by old units as numbers by the units of a day (today unless said).

    An old unit that was divided gives each successor its share. What has no successor on
    record is left under the old unit, so that the sum stays the same.
    """
    total: dict[AdministrativeUnit, Decimal] = {}
    for unit, count in counts.items():
        heirs = successors_of(unit, on) or {unit: Decimal(100)}
        whole = sum(heirs.values())
        for heir, share in heirs.items():
            total[heir] = total.get(heir, Decimal(0)) + Decimal(count) * share / whole
    return total
