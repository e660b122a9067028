"""The parts that pages are set from: figure, trail, register, charts and their like.

Tags format what they are given; they never query. Each has its template in
`core/components/` and its look in `core/css/components/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import wraps
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lienhiep.core.templatetags.drawing import (
    drawn_bars,
    drawn_beside,
    drawn_months,
    drawn_strip,
    drawn_years,
)
from lienhiep.core.text.numbers import format_number

register = template.Library()

FIGURE_STATES = ("live", "frozen", "changed")
NOT_KNOWN = "—"

Part = Callable[..., dict[str, Any]]


def inline_part(path: str) -> Callable[[Part], Part]:
    """Register a tag whose part stands in running text: no white space may come along.

    The new line at the end of the template would part a figure from the full stop after it.
    """

    def register_part(gather: Part) -> Part:
        @wraps(gather)
        def part(*args: Any, **kwargs: Any) -> SafeString:
            return mark_safe(render_to_string(path, gather(*args, **kwargs)).strip())

        register.simple_tag(part, name=gather.__name__)
        return gather

    return register_part


@register.filter
def shown(value: Any) -> str:
    """Write a number as the office does (4.469.335); nothing known is a dash, text stays."""
    if value is None or value == "":
        return NOT_KNOWN
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return format_number(value)
    return str(value)


@register.filter
def day(value: Any) -> str:
    """Write a date as 10/01/2023, a moment as 22:33 10/01/2023; text stays as it is."""
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.strftime("%H:%M %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


@register.filter
def get(thing: Any, name: str) -> Any:
    """Return a key of a mapping or an attribute of an object, or nothing."""
    return read(thing, name)


def read(thing: Any, name: str, default: Any = "") -> Any:
    """Read a part of a thing that may be a mapping or an object."""
    found = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return default if found is None else found


def figure_facts(value: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Gather what a figure shows; a counted `Value` brings its own label, dates and records."""
    state = given.get("state") or "live"
    if state not in FIGURE_STATES:
        raise template.TemplateSyntaxError(f"A figure is one of {FIGURE_STATES}, not {state!r}.")
    facts = dict(given, state=state)
    definition = getattr(value, "figure", None)
    if definition is not None:
        for name in ("label", "unit", "counting_date"):
            facts[name] = facts.get(name) or getattr(definition, name, "")
        if facts.get("records") is None:
            facts["records"] = value.records
        facts["period"] = facts.get("period") or value.period.label
        facts["data_date"] = facts.get("data_date") or value.data_date
        value = value.value
    return facts | {"shown": shown(value), "is_known": shown(value) != NOT_KNOWN}


@inline_part("core/components/figure.html")
def figure(
    value: Any,
    *,
    label: str = "",
    unit: str = "",
    counting_date: str = "",
    records: int | None = None,
    url: str = "",
    state: str = "live",
    period: str = "",
    data_date: Any = None,
) -> dict[str, Any]:
    """Set a figure in a line of text or a cell.

    `value` is a number, None where nothing is known, or a `core.figures.Value`.
    `counting_date` says by which date of the record it counts (mốc tính), `data_date` is the
    day at which it stands (số liệu tính đến ngày), `records` how many rows stand behind it,
    `url` their list. `state` is "live", "frozen" (chốt) or "changed" (changed since).
    """
    given = {
        "label": label,
        "unit": unit,
        "counting_date": counting_date,
        "records": records,
        "url": url,
        "state": state,
        "period": period,
        "data_date": data_date,
    }
    return figure_facts(value, given)


@register.inclusion_tag("core/components/figure_card.html")
def figure_card(value: Any, *, compared: str = "", **given: Any) -> dict[str, Any]:
    """Set a figure as a card of its own; `compared` is one line on the plan or the year before.

    Takes the same words as `figure`.
    """
    return figure_facts(value, given) | {"compared": compared}


@register.inclusion_tag("core/components/trail.html")
def trail(steps: Iterable[Any], *, label: str = "") -> dict[str, Any]:
    """Draw where a thing is on its way.

    Each step (mapping or object) has `where`, and may have `who`, `since`, `until`, `note`,
    `late_days` and `state`: "done", "here" (until is the due day), "late" or "ahead".
    """
    names = ("where", "who", "since", "until", "note", "late_days")
    drawn = [
        {name: read(step, name) for name in names} | {"state": read(step, "state", "ahead")}
        for step in steps
    ]
    return {"steps": drawn, "label": label or _("Where it is")}


@register.inclusion_tag("core/components/register.html", name="register")
def register_table(
    columns: Sequence[Any],
    rows: Iterable[Any],
    *,
    caption: str = "",
    dense: bool = False,
    withheld: int = 0,
) -> dict[str, Any]:
    """Set rows as a register.

    A column has `label`, `kind` ("name", "text", "number", "date", "state"), and may have
    `fact` (kept on the phone's card; mark two; `wide` gives it a line of its own there),
    `sort_url` and `sorted` ("ascending" or "descending"). A row has `cells` in the same
    order, and may have the `url` of its record.
    `withheld` says how many rows the reader may not see.
    """
    heads = [
        {name: read(column, name) for name in ("label", "fact", "wide", "sort_url", "sorted")}
        | {"kind": read(column, "kind", "text")}
        for column in columns
    ]
    lines = [
        {
            "url": read(row, "url"),
            "cells": [
                head | {"value": cell_text(cell, head["kind"])}
                for head, cell in zip(heads, read(row, "cells"), strict=True)
            ],
        }
        for row in rows
    ]
    return {
        "heads": heads,
        "lines": lines,
        "caption": caption,
        "dense": dense,
        "withheld": withheld,
    }


def cell_text(cell: Any, kind: str) -> Any:
    """Write a cell by its kind; markup that is safe already passes as it is."""
    if hasattr(cell, "__html__"):
        return cell
    if kind == "number":
        return shown(cell)
    return day(cell)


@register.inclusion_tag("core/components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Any, *, name: str = "page") -> dict[str, Any]:
    """Link the pages of a list, keeping the rest of the question in the address."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None

    def address(number: int) -> str:
        if query is None:
            return f"?{name}={number}"
        query[name] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "links": [
            {"number": number, "url": address(number) if isinstance(number, int) else ""}
            for number in numbers
        ],
        "before": address(page.number - 1) if page.has_previous() else "",
        "after": address(page.number + 1) if page.has_next() else "",
    }


@inline_part("core/components/sign.html")
def sign(name: str, css: str = "") -> dict[str, str]:
    """Draw a small sign in the colour of its text; a word always stands beside it."""
    return {"name": name, "css": css}


@inline_part("core/components/seal.html")
def seal(state: str = "frozen", css: str = "") -> dict[str, str]:
    """Draw the small seal: whole for "frozen", broken for "changed"."""
    return {"state": state, "css": css}


STATE_SIGNS = {
    "good": "check",
    "doing": "half",
    "care": "alert",
    "late": "clock",
    "neutral": "ring",
    "closed": "stop",
}


@inline_part("core/components/state.html")
def state(kind: str, label: str) -> dict[str, str]:
    """Name a state: good, doing, care, late, neutral or closed, with its sign and its word."""
    return {"kind": kind, "label": label, "sign": STATE_SIGNS.get(kind, "ring")}


@register.inclusion_tag("core/components/progress.html")
def progress(done: int, total: int, *, label: str = "", state: str = "doing") -> dict[str, Any]:
    """Show how far a job has come; `state` is "doing", "done" or "failed"."""
    percent = min(100, done * 100 // total) if total else 0
    return {"done": done, "total": total, "percent": percent, "label": label, "state": state}


@register.inclusion_tag("core/components/document.html")
def document_line(
    name: str, url: str, *, kind: str = "", size: int | None = None, note: str = ""
) -> dict[str, Any]:
    """Link a file with its kind (PDF) and size in bytes, so that nobody opens it unawares."""
    return {"name": name, "url": url, "kind": kind, "size": size, "note": note}


@register.inclusion_tag("core/components/facts.html")
def facts(pairs: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """List what is known of a thing: pairs of a word and its value; None is a dash."""
    return {"pairs": [(word, fact_text(value)) for word, value in pairs]}


def fact_text(value: Any) -> Any:
    """Write a value by its own type."""
    is_day = isinstance(value, date)
    return cell_text(value, "date" if is_day else "number")


@register.inclusion_tag("core/components/steps.html")
def steps(names: Sequence[str], current: int) -> dict[str, Any]:
    """Number the pages of a long form; `current` counts from one."""
    return {"names": names, "current": current}


@register.inclusion_tag("core/components/bars.html")
def bars(rows: Iterable[Any], *, caption: str, unit: str = "", first: str = "") -> dict[str, Any]:
    """Draw one bar for each row with `label` and `value` (and `url`), the table beside it."""
    lines = [{name: read(row, name, None) for name in ("label", "value", "url")} for row in rows]
    return {"lines": drawn_bars(lines), "caption": caption, "unit": unit, "first": first}


@register.inclusion_tag("core/components/shares.html")
def shares(rows: Iterable[Any], *, caption: str, unit: str = "", first: str = "") -> dict[str, Any]:
    """Draw a whole cut into at most five parts; rows have `label`, `value`, `share` (percent)."""
    names = ("label", "value", "share", "url")
    lines = [{name: read(row, name, None) for name in names} for row in rows]
    return {"lines": drawn_strip(lines), "caption": caption, "unit": unit, "first": first}


@register.inclusion_tag("core/components/stacked.html")
def stacked(
    rows: Iterable[Any], series: Sequence[str], *, caption: str, first: str = ""
) -> dict[str, Any]:
    """Draw a strip for each row with `label` and `values`, one value for each of the series."""
    lines = []
    for row in rows:
        values = read(row, "values") if not isinstance(row, Mapping) else row["values"]
        total = sum(value or 0 for value in values)
        parts = [
            {"value": value, "share": 100 * (value or 0) / total if total else 0}
            for value in values
        ]
        lines.append({"label": read(row, "label"), "parts": drawn_strip(parts), "total": total})
    heads = [{"label": name, "hue": number % 5 + 1} for number, name in enumerate(series)]
    return {"lines": lines, "series": heads, "caption": caption, "first": first}


@register.inclusion_tag("core/components/months.html")
def months(
    values: Sequence[Any], *, caption: str, labels: Sequence[str] = (), first: str = ""
) -> dict[str, Any]:
    """Draw a column for each month (or for each of the labels), with the table folded below.

    `first` heads the labels where they are not months, but days of one.
    """
    return {"columns": drawn_months(values, labels), "caption": caption, "first": first}


@inline_part("core/components/beside.html")
def beside(now: Any, before: Any = None, plan: Any = None) -> dict[str, Any]:
    """Draw a value, the one before and the plan as three small bars; the numbers stand beside."""
    return {"bars": drawn_beside(now, before, plan)}


@register.inclusion_tag("core/components/years.html")
def years_drawn(years: Sequence[tuple[int, Any]]) -> dict[str, Any]:
    """Draw a figure over a few years, the last of them the one that is told beside it."""
    return {"columns": drawn_years(years)}
