"""From a figure and a period to a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lienhiep.core.figures.counting import Counting, Number, Part
from lienhiep.core.figures.registry import Figure
from lienhiep.core.period import Period, today


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

    @property
    def of_plan(self) -> int | None:
        """How much of the plan was reached, in whole percent; None where nothing was planned."""
        if not self.plan or self.value is None:
            return None
        return round(100 * self.value / self.plan)

    def as_json(self) -> dict[str, Any]:
        """Return the value as the commands print it."""
        return {
            "code": self.figure.code,
            "name": self.figure.name,
            "label": str(self.figure.label),
            "period": str(self.period),
            "unit": str(self.figure.unit),
            "value": plain(self.value),
            "parts": [
                {"label": part.label, "value": plain(part.value), "share": part.share}
                for part in self.parts
            ],
            "records": self.records,
            "plan": plain(self.plan),
            "stated": False,
            "counting_date": str(self.figure.counting_date),
            "data_date": self.data_date.isoformat(),
        }


def plain(number: Number | None) -> int | float | None:
    """Return a number as JSON knows it: whole where it is whole."""
    if number is None or isinstance(number, int):
        return number
    return int(number) if number == number.to_integral_value() else float(number)


def evaluate(figure: Figure, period: Period, data_date: date | None = None) -> Value:
    """Count a figure over a period, as far as the data date.

    Records whose counting date lies after the data date are not counted yet. A period
    that begins after the data date has no value.
    """
    day = data_date or today()
    counted = period.until(day)
    if counted is None:
        return Value(figure, period, day, None, [], 0, None, None)
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
    )
