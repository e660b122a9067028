"""From a figure and a period to a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lienhiep.core.figures.counting import Counting, Number, Part, percent
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


Statements = Callable[[str, Period, date], Stated | None]

_statements: list[Statements] = []


def register_statements(provider: Statements) -> None:
    """Add where stated numbers are kept; they are shown beside the counted ones."""
    if provider not in _statements:
        _statements.append(provider)


def stated_for(code: str, period: Period, data_date: date) -> Stated | None:
    """Return the newest number stated for a figure and a period, if any."""
    for provider in _statements:
        if (stated := provider(code, period, data_date)) is not None:
            return stated
    return None


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
    """Count a figure over a period, as far as the data date.

    Records whose counting date lies after the data date are not counted yet. A period
    that begins after the data date has no value. A figure that stands at the data date
    reaches beyond the period, to the data date of a report that follows it closely.
    """
    day = data_date or today()
    counted = period.until(day)
    if counted is None:
        return Value(figure, period, day, None, [], 0, None, None, None)
    if figure.stands_at_data_date and 0 < (day - period.end).days <= REPORTING_DAYS:
        counted = Period(period.start, day)
    counting = figure.count(counted)
    return Value(
        figure=figure,
        period=period,
        data_date=day,
        value=counting.value(),
        parts=counting.parts(),
        records=counting.records(),
        plan=figure.plan(period).value() if figure.plan else None,
        counting=counting,
        statement=stated_for(figure.code, period, day),
    )
