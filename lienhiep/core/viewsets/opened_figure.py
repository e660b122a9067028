"""A figure opened to its records: the room's own list, with ?figure=E01&period=2022."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.http import Http404
from django.utils.functional import cached_property

from lienhiep.core.figures import Figure, Value, evaluate, figure_named
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.core.principals import principals

QUESTION = ("figure", "period", "data_date")
"""The words of the address that open a figure."""


class OpenedFigure:
    """The part of a list that knows which figure it was opened by, if any."""

    request: Any
    model: Any

    @cached_property
    def figure_question(self) -> dict[str, str]:
        """The words of the address that open the figure, to be kept while the list is filtered."""
        asked = {name: self.request.GET.get(name, "") for name in QUESTION}
        return {name: value for name, value in asked.items() if value} if asked["figure"] else {}

    @cached_property
    def opened_figure(self) -> Figure | None:
        """The figure named in the address, if any; unknown or not for this reader: 404."""
        code = self.figure_question.get("figure")
        if not code:
            return None
        found = figure_named(code)
        if found is None or not principals(self.request.user) & found.readers:
            raise Http404
        return found

    @cached_property
    def figure_value(self) -> Value | None:
        """The figure as it is counted now."""
        if self.opened_figure is None:
            return None
        try:
            period = Period.parse(self.figure_question.get("period", ""))
            day = self.figure_question.get("data_date")
            data_date = date.fromisoformat(day) if day else None
        except (InvalidPeriod, ValueError) as wrong:
            raise Http404 from wrong
        value = evaluate(self.opened_figure, period, data_date)
        if value.counting is not None and value.counting.model is not self.model:
            raise Http404
        return value

    @cached_property
    def figure_rows(self) -> models.QuerySet:
        """The rows behind the figure, seen or not."""
        value = self.figure_value
        if value is None or value.counting is None:
            return self.model._default_manager.none()
        return value.counting.rows()

    @cached_property
    def withheld(self) -> int:
        """How many of the figure's records the reader may not see."""
        rows = self.figure_rows
        return rows.count() - rows.visible_to(self.request.user).count()

    def narrow_to_figure(self, rows: models.QuerySet) -> models.QuerySet:
        """Return the rows behind the opened figure, or all where none is opened."""
        if self.opened_figure is None:
            return rows
        return rows.filter(pk__in=self.figure_rows.order_by().values("pk"))

    def figure_context(self) -> dict[str, Any]:
        """Return what the banner above the list says."""
        if self.opened_figure is None:
            return {}
        return {
            "figure_value": self.figure_value,
            "figure_withheld": self.withheld,
            "figure_question": self.figure_question,
        }
