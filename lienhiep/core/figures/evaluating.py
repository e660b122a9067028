"""From a figure and a period to a value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lienhiep.core.figures.counting import Counted, Counting, Number, Part, Ratio, percent
from lienhiep.core.figures.registry import Figure
from lienhiep.core.period import Period, today

REPORTING_DAYS = 92
"""How long after a period its report is written: a quarter, by habit of the office, not by law."""


@dataclass(frozen=True)
class Stated:
    """A number that a person typed, with the reason; it never takes a counted one's place."""

    value: Number
    reason: str
    by: str
    on: date
    source: str = ""


Statements = Callable[[Collection[str], Period, date], Mapping[str, Stated]]
Plans = Callable[[Period], Mapping[str, Number]]
DataDates = Callable[[Period], date | None]

_statements: list[Statements] = []
_plans: list[Plans] = []
_data_dates: list[DataDates] = []


def register_statements(provider: Statements) -> None:
    """Add where stated numbers are kept; they are shown beside the counted ones."""
    if provider not in _statements:
        _statements.append(provider)


def register_plans(provider: Plans) -> None:
    """Add where targets are kept; they are the plan of a figure whose room plans nothing."""
    if provider not in _plans:
        _plans.append(provider)


def register_data_dates(provider: DataDates) -> None:
    """Add who knows at which day a period was reported; figures stand there unless told."""
    if provider not in _data_dates:
        _data_dates.append(provider)


def stated_for(codes: Collection[str], period: Period, data_date: date) -> dict[str, Stated]:
    """Return the newest number stated for each figure that has one for exactly this period."""
    found: dict[str, Stated] = {}
    for provider in _statements:
        found = {**provider(codes, period, data_date), **found}
    return found


def planned_for(period: Period) -> dict[str, Number]:
    """Return the target of each figure that has one for exactly this period."""
    found: dict[str, Number] = {}
    for provider in _plans:
        found = {**provider(period), **found}
    return found


def usual_data_date(period: Period) -> date:
    """Return the day at which a period stands where nobody names one.

    That is the data date of the report on exactly this period, once it is signed, else today:
    whoever asks for a year that has been reported is told what the report told.
    """
    for provider in _data_dates:
        if (day := provider(period)) is not None:
            return day
    return today()


@dataclass(frozen=True)
class Value:
    """A figure for a period as it stands at the data date."""

    figure: Figure
    period: Period
    data_date: date
    value: Number | None
    parts: list[Part]
    records: int
    plan: Number | None
    counting: Counting | None
    statement: Stated | None = None

    @property
    def of_plan(self) -> int | None:
        """How much of the plan was reached, in whole percent; None where nothing was planned."""
        if not self.plan or self.value is None:
            return None
        return percent(self.value, self.plan)

    def as_json(self) -> dict[str, Any]:
        """Return the value as the commands print it."""
        return {
            "code": self.figure.code,
            "name": self.figure.name,
            "label": str(self.figure.label),
            "period": str(self.period),
            "unit": str(self.figure.unit),
            "value": plain(self.statement.value if self.is_stated else self.value),
            "parts": [
                {"label": part.label, "value": plain(part.value), "share": part.share}
                for part in self.parts
            ],
            "records": self.records,
            "plan": plain(self.plan),
            "stated": self.is_stated,
            "statement": (
                {
                    "value": plain(self.statement.value),
                    "reason": self.statement.reason,
                    "source": self.statement.source,
                }
                if self.statement
                else None
            ),
            "counting_date": str(self.figure.counting_date),
            "data_date": self.data_date.isoformat(),
        }

    @property
    def is_stated(self) -> bool:
        """Whether the only number known is one that somebody typed."""
        return self.value is None and self.statement is not None


def plain(number: Number | None) -> int | float | None:
    """Return a number as JSON knows it: whole where it is whole."""
    if number is None or isinstance(number, int):
        return number
    return int(number) if number == number.to_integral_value() else float(number)


def evaluate(figure: Figure, period: Period, data_date: date | None = None) -> Value:
    """Count a figure over a period, as far as the data date, the usual one unless named.

    Records whose counting date lies after the data date are not counted yet. A period
    that begins after the data date has no value. A figure that stands at the data date
    reaches beyond the period, to the data date of a report that follows it closely.
    """
    return evaluate_all([figure], period, data_date)[0]


def evaluate_all(
    figures: Iterable[Figure], period: Period, data_date: date | None = None
) -> list[Value]:
    """Count several figures, asking once for all of them what was planned and what is stated."""
    wanted = list(figures)
    day = data_date or usual_data_date(period)
    if period.until(day) is None:
        return [Value(one, period, day, None, [], 0, None, None, None) for one in wanted]
    targets = planned_for(period)
    stated = stated_for([one.code for one in wanted], period, day)
    return [_value(one, period, day, targets.get(one.code), stated.get(one.code)) for one in wanted]


def value_of(figure: Figure, period: Period, data_date: date) -> Number | None:
    """Return the bare value, for a comparison or a chart; None where nothing has begun."""
    counting = counting_of(figure, period, data_date)
    return counting.value() if counting is not None else None


def counting_of(figure: Figure, period: Period, data_date: date) -> Counting | None:
    """Return the records behind a figure at the data date; None where nothing has begun."""
    counted = period.until(data_date)
    if counted is None:
        return None
    if figure.stands_at_data_date and 0 < (data_date - period.end).days <= REPORTING_DAYS:
        counted = Period(period.start, data_date)
    return figure.count(counted)


def _value(
    figure: Figure, period: Period, day: date, target: Number | None, stated: Stated | None
) -> Value:
    counting = counting_of(figure, period, day)
    assert counting is not None, "asked only for a period that has begun"
    value = counting.value()
    counts_rows = type(counting) in (Counted, Ratio)
    return Value(
        figure=figure,
        period=period,
        data_date=day,
        value=value,
        parts=counting.parts(),
        records=int(value or 0) if counts_rows else counting.records(),
        plan=_plan(figure, period, target),
        counting=counting,
        statement=stated,
    )


def _plan(figure: Figure, period: Period, target: Number | None) -> Number | None:
    """Return what the room itself planned, else the target of the Union's plan of work."""
    own = figure.plan(period).value() if figure.plan else None
    return target if not own and target is not None else own
