"""How records are counted. A counting holds the rows themselves, never a bare number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Count, QuerySet, Sum

Number = int | Decimal


@dataclass(frozen=True)
class Part:
    """One line of a figure that is broken down; the share is in whole percent."""

    label: str
    value: Number
    share: int | None = None
    key: str = ""


@dataclass(frozen=True)
class Contribution:
    """What one record adds to a figure, and to which part of it."""

    pk: int
    amount: Number
    group: str = ""


@dataclass(frozen=True)
class Cause:
    """A way from a counted record to another one whose history tells why it counts, too.

    `path` leads over relations, as in a filter: an article counts through its "issue".
    Where a record has more of them than count, `among` names those that do.
    """

    path: str
    among: QuerySet | None = None

    def model_from(self, model: type[models.Model]) -> type[models.Model]:
        """Return the kind of record to which the way leads."""
        for name in self.path.split("__"):
            model = model._meta.get_field(name).related_model  # type: ignore[assignment]
        return model


@dataclass(frozen=True, kw_only=True)
class Counting:
    """The records behind a figure."""

    queryset: QuerySet
    by: str = ""
    """The field that breaks the figure down into parts, if any; a path with `__` is allowed."""
    caused_by: tuple[Cause, ...] = ()
    """The ways to other records through which these count; without them each counts by itself."""
    is_chosen_together: bool = False
    """Whether these are chosen in place of others: the lines of the last issue, for instance."""

    @property
    def model(self) -> type[models.Model]:
        """The kind of record that stands behind the figure."""
        return self.queryset.model

    def rows(self) -> QuerySet:
        """Return the records that stand behind the figure."""
        return self.queryset

    def value(self) -> Number | None:
        """Return the figure itself."""
        raise NotImplementedError

    def parts(self) -> list[Part]:
        """Return the figure broken down, in the order of the choices or of the records named."""
        if not self.by:
            return []
        return label_parts(self.model, self.by, self.amounts_by_group())

    def amounts_by_group(self) -> dict[Any, Number]:
        """Return the amount of each group."""
        raise NotImplementedError

    def contributions(self) -> Iterator[Contribution]:
        """Return what each record adds, in the order of their ids, in one query."""
        raise NotImplementedError

    def cause_models(self) -> list[type[models.Model]]:
        """Return the kinds of record through which these count, each once."""
        return list(dict.fromkeys(cause.model_from(self.model) for cause in self.caused_by))

    def causes(self) -> dict[int, dict[str, list[int]]]:
        """Return through which others each record counts, in one query for each way.

        For each record the ids, in order, under the label of their kind ("journal.issue").
        """
        found: dict[int, dict[str, set[int]]] = {}
        for cause in self.caused_by:
            label = cause.model_from(self.model)._meta.label_lower
            # The value is read from the very row that the condition is asked of.
            counts = "isnull" if cause.among is None else "in"
            wanted = False if cause.among is None else cause.among
            rows = each_once(self.rows()).filter(**{f"{cause.path}__{counts}": wanted})
            for pk, other in rows.order_by().values_list("pk", cause.path).distinct().iterator():
                found.setdefault(pk, {}).setdefault(label, set()).add(other)
        return {
            pk: {label: sorted(ids) for label, ids in by_label.items()}
            for pk, by_label in found.items()
        }

    def records(self) -> int:
        """Return how many records stand behind the figure."""
        return self.queryset.count()


@dataclass(frozen=True, kw_only=True)
class Counted(Counting):
    """As many as there are records."""

    def value(self) -> Number | None:
        return self.queryset.count()

    def amounts_by_group(self) -> dict[Any, Number]:
        rows = each_once(self.queryset).values(self.by).annotate(amount=Count("pk"))
        return {row[self.by]: row["amount"] for row in rows}

    def contributions(self) -> Iterator[Contribution]:
        for pk, group in _pk_and(self.queryset, self.by):
            yield Contribution(pk, 1, "" if group is None else str(group))


@dataclass(frozen=True, kw_only=True)
class Summed(Counting):
    """The sum of a field over the records; nothing known gives zero."""

    amount: str

    def value(self) -> Number | None:
        return each_once(self.queryset).aggregate(total=Sum(self.amount))["total"] or 0

    def amounts_by_group(self) -> dict[Any, Number]:
        rows = each_once(self.queryset).values(self.by).annotate(total=Sum(self.amount))
        return {row[self.by]: row["total"] or 0 for row in rows}

    def contributions(self) -> Iterator[Contribution]:
        names = ["pk", self.amount, *([self.by] if self.by else [])]
        for row in each_once(self.queryset).order_by("pk").values_list(*names).iterator():
            group = row[2] if self.by else None
            yield Contribution(row[0], row[1] or 0, "" if group is None else str(group))


@dataclass(frozen=True, kw_only=True)
class Shares(Counting):
    """Percentages by group that add up to exactly 100 (largest remainder).

    With `amount` the records weigh what that field says (pages), else each weighs one.
    """

    amount: str = ""

    def _inner(self) -> Counting:
        if self.amount:
            return Summed(queryset=self.queryset, by=self.by, amount=self.amount)
        return Counted(queryset=self.queryset, by=self.by)

    def value(self) -> Number | None:
        return self._inner().value()

    def amounts_by_group(self) -> dict[Any, Number]:
        return self._inner().amounts_by_group()

    def contributions(self) -> Iterator[Contribution]:
        return self._inner().contributions()

    def parts(self) -> list[Part]:
        parts = super().parts()
        shares = largest_remainder([part.value for part in parts])
        return [
            Part(part.label, part.value, share, part.key)
            for part, share in zip(parts, shares, strict=True)
        ]


@dataclass(frozen=True, kw_only=True)
class Ratio(Counting):
    """How many of a whole: the records counted are part of the records of `whole`."""

    whole: Counting = field()

    def value(self) -> Number | None:
        return self.queryset.count()

    def parts(self) -> list[Part]:
        from django.utils.translation import gettext as _  # words of the reader's language

        part, whole = self.queryset.count(), int(self.whole.value() or 0)
        share = percent(part, whole)
        return [Part(_("Of"), whole, None, "whole"), Part(_("Share"), part, share, "part")]

    def amounts_by_group(self) -> dict[Any, Number]:
        return {}

    def contributions(self) -> Iterator[Contribution]:
        return Counted(queryset=self.queryset).contributions()


@dataclass(frozen=True, kw_only=True)
class Level(Counting):
    """The last statement on or before a day, summed over those who state: members, for instance.

    `queryset` holds statements; `who` is the field that names who states, `on` the date.
    """

    amount: str
    on: str
    day: date
    who: str = ""

    def _latest(self) -> QuerySet:
        rows = self.queryset.filter(**{f"{self.on}__lte": self.day})
        if not self.who:
            newest = rows.order_by(f"-{self.on}", "-pk").values("pk")[:1]
            return rows.filter(pk__in=list(newest.values_list("pk", flat=True)))
        newer = rows.filter(**{self.who: models.OuterRef(self.who)}).order_by(f"-{self.on}", "-pk")
        return rows.filter(pk=models.Subquery(newer.values("pk")[:1]))

    def rows(self) -> QuerySet:
        return self._latest()

    def _inner(self) -> Summed:
        return Summed(queryset=self._latest(), by=self.by, amount=self.amount)

    def value(self) -> Number | None:
        latest = self._latest()
        return self._inner().value() if latest.exists() else None

    def amounts_by_group(self) -> dict[Any, Number]:
        return self._inner().amounts_by_group()

    def contributions(self) -> Iterator[Contribution]:
        return self._inner().contributions()

    def records(self) -> int:
        return self._latest().count()


def each_once(queryset: QuerySet) -> QuerySet:
    """Return the same rows so that they can be grouped and added up, in no order.

    A database groups before it leaves out doubles or the rest of a long list; put inside,
    the rows are settled first.
    """
    if queryset.query.distinct or queryset.query.is_sliced:
        return queryset.model._base_manager.filter(pk__in=queryset.values("pk"))
    return queryset.order_by()


def percent(part: Number, whole: Number) -> int | None:
    """Return a share in whole percent, halves up as an office rounds; None of nothing."""
    return int((200 * part + whole) // (2 * whole)) if whole else None


def largest_remainder(amounts: list[Number], total: int = 100) -> list[int]:
    """Return whole shares of `total` in proportion to the amounts, adding up to it exactly.

    What rounding down leaves over goes to the largest remainders, the earlier first.
    Nothing to share gives all zeros.
    """
    whole = sum(amounts)
    if not whole:
        return [0] * len(amounts)
    floors = [int(amount * total // whole) for amount in amounts]
    remainders = [amount * total % whole for amount in amounts]
    order = sorted(range(len(amounts)), key=lambda i: (-remainders[i], i))
    for i in order[: total - sum(floors)]:
        floors[i] += 1
    return floors


def label_parts(model: type[models.Model], by: str, amounts: dict[Any, Number]) -> list[Part]:
    """Name the groups: a choice's label, a related record's own name, in their usual order."""
    owner, *rest = by.split("__")
    found: models.Field = model._meta.get_field(owner)  # type: ignore[assignment]
    for name in rest:
        found = found.related_model._meta.get_field(name)  # type: ignore[union-attr,assignment]
    if found.choices:
        known = [(key, str(label)) for key, label in found.flatchoices if key in amounts]
    elif isinstance(found, models.ForeignKey):
        rows = found.related_model._default_manager.filter(pk__in=[k for k in amounts if k])
        known = [(row.pk, str(row)) for row in rows]
    else:
        known = sorted((key, str(key)) for key in amounts if key is not None)
    parts = [Part(label, amounts[key], None, str(key)) for key, label in known]
    named = {key for key, _label in known}
    for key, amount in amounts.items():
        if key not in named:
            parts.append(Part("—", amount, None, "" if key is None else str(key)))
    return parts


def _pk_and(queryset: QuerySet, by: str) -> Iterator[tuple[int, Any]]:
    if by:
        yield from each_once(queryset).order_by("pk").values_list("pk", by).iterator()
    else:
        for pk in each_once(queryset).order_by("pk").values_list("pk", flat=True).iterator():
            yield pk, None
