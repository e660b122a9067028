"""Where the records behind a figure are opened, and how a value compares."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from lienhiep.core.figures import Figure, figure_named
from lienhiep.core.figures.counting import Number
from lienhiep.core.period import Period, today
from lienhiep.core.viewsets import admin_list_url


def figure_url(code: str, period: str, data_date: str = "", back_office: bool = False) -> str:
    """Return the address of the records behind a figure, for staff or for readers of the site.

    In the back office that is the room's own list; empty for a figure that has left the
    catalogue.
    """
    figure = figure_named(code)
    if figure is None:
        return ""
    query = {"period": period, **({"data_date": data_date} if data_date else {})}
    if back_office and (url := admin_list_url(model_of(figure))):
        return f"{url}?{urlencode({'figure': figure.code, **query})}"
    return f"{reverse('reports:figure', args=[figure.code])}?{urlencode(query)}"


_models: dict[str, type[models.Model]] = {}


def model_of(figure: Figure) -> Any:
    """Return the kind of record behind a figure, asked once: it never changes."""
    if figure.code not in _models:
        _models[figure.code] = figure.count(Period.year(today().year)).model
    return _models[figure.code]


def percent_change(now: Number | None, before: Number | None) -> int | None:
    """Return the change against an earlier value in whole percent, None where there was none."""
    if not before or now is None:
        return None
    return round(100 * (Decimal(now) - Decimal(before)) / Decimal(before))
