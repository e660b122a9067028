"""Lengths of bars and strips, as SVG attributes in percent so that letters keep their size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

HUES = 5
LEAST_LABELLED = 4
COLUMN_HEIGHT = 112
COLUMN_FOOT = 130
MOST_NAMED = 12
"""Columns that have room for a number each; of more, every fifth is named and none numbered."""
BESIDE_STEP = 8


def percent(number: float) -> str:
    """Write a length for SVG, which knows the point only."""
    return f"{float(number):.2f}%"


def drawn_bars(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each line the length of its bar; the longest is the whole width."""
    longest = max((line["value"] or 0 for line in lines), default=0)
    return [
        line | {"width": percent(100 * (line["value"] or 0) / longest if longest else 0)}
        for line in lines
    ]


def drawn_beside(now: Any, before: Any, plan: Any) -> list[dict[str, Any]]:
    """Lay three small bars one below another; what is not known leaves its place empty."""
    values = {"now": now, "before": before, "plan": plan}
    known = {name: float(value) for name, value in values.items() if value}
    longest = max(known.values(), default=0)
    if longest <= 0:
        return []
    return [
        {
            "name": name,
            "y": BESIDE_STEP * list(values).index(name),
            "width": percent(100 * size / longest),
        }
        for name, size in known.items()
        if size > 0
    ]


def drawn_strip(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lay the shares one after another; a part under four percent is named in the table only."""
    laid, start = [], 0.0
    for number, line in enumerate(lines):
        share = float(line["share"] or 0)
        laid.append(
            line
            | {
                "x": percent(start),
                "width": percent(share),
                "middle": percent(start + share / 2),
                "is_labelled": share >= LEAST_LABELLED,
                "hue": number % HUES + 1,
                "number": number + 1,
            }
        )
        start += share
    return laid


def drawn_months(values: Sequence[Any], labels: Sequence[str]) -> list[dict[str, Any]]:
    """Stand the columns side by side; an unknown month stays open."""
    is_roomy = len(values) <= MOST_NAMED
    highest = max((value or 0 for value in values), default=0)
    wide = 100 / len(values) if values else 0
    columns = []
    for number, value in enumerate(values):
        height = round((COLUMN_HEIGHT - 20) * float(value or 0) / float(highest)) if highest else 0
        columns.append(
            {
                "label": labels[number] if labels else str(number + 1),
                "value": value,
                "x": percent(number * wide + wide * 0.14),
                "width": percent(wide * 0.72),
                "middle": percent(number * wide + wide / 2),
                "y": COLUMN_HEIGHT - height,
                "height": height,
                "above": COLUMN_HEIGHT - height - 5,
                "foot": COLUMN_FOOT,
                "is_named": is_roomy or number == 0 or (number + 1) % 5 == 0,
                "is_numbered": is_roomy and bool(value),
            }
        )
    return columns


def drawn_years(years: Sequence[tuple[int, Any]], height: int = 39) -> list[dict[str, Any]]:
    """Stand a few years side by side in little room; what is not known leaves its place empty."""
    highest = max((float(value or 0) for _year, value in years), default=0)
    wide = 100 / len(years) if years else 0
    columns = []
    for number, (year, value) in enumerate(years):
        tall = round(height * float(value or 0) / highest) if highest else 0
        columns.append(
            {
                "label": year,
                "short": f"{year % 100:02d}",
                "value": value,
                "x": percent(number * wide + wide * 0.18),
                "width": percent(wide * 0.64),
                "y": height - max(tall, 1 if value else 0),
                "height": max(tall, 1 if value else 0),
            }
        )
    return columns
