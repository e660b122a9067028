"""A report's figures as its readers meet them: live while it is written, kept once signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.figures import Value, evaluate, figure_named
from lienhiep.core.figures.counting import Number
from lienhiep.core.period import Period, today
from lienhiep.core.principals import principals
from lienhiep.core.text import fold
from lienhiep.core.text.numbers import format_number, format_share
from lienhiep.core.viewsets import admin_list_url
from lienhiep.reports.differences import difference
from lienhiep.reports.models import FrozenFigure, Report, amount_of
from lienhiep.reports.tokens import Token, qualified, rounded


@dataclass(frozen=True)
class Shown:
    """One figure as a page shows it."""

    code: str
    label: str
    unit: str
    counting_date: str
    value: Number | float | None
    plan: Number | float | None
    parts: list[dict[str, Any]]
    records: int
    state: str
    url: str
    section: str = ""

    def words(self, token: Token) -> str:
        """Return what a text says in place of the token."""
        if token.part:
            part = part_named(self.parts, token.part)
            if part is None:
                return _("[no part “%(part)s” in %(code)s]") % {
                    "part": token.part,
                    "code": self.code,
                }
            if part["share"] is not None:
                return qualified(format_share(int(rounded(part["share"], token))), token)
            return qualified(format_number(rounded(part["value"], token)), token)
        value = self.plan if token.plan else self.value
        if value is None:
            return _("[not known]")
        words = qualified(format_number(rounded(value, token)), token)
        return f"{words} {self.unit}" if token.with_unit else words


def part_named(parts: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    """Find a part by its label, with or without marks, whole or by its beginning."""
    wanted = fold(name)
    for part in parts:
        if fold(part["label"]) == wanted:
            return part
    for part in parts:
        if fold(part["label"]).startswith(wanted):
            return part
    return None


@dataclass
class ReportFigures:
    """The figures of one report for one reader, worked out when first asked for."""

    report: Report
    user: Any
    back_office: bool = False
    _shown: dict[str, Shown | None] = field(default_factory=dict)
    _frozen: dict[str, FrozenFigure] | None = None

    def named(self, code_or_name: str) -> Shown | None:
        """Return a figure by code or name; None where this reader may not see it."""
        if code_or_name not in self._shown:
            self._shown[code_or_name] = self._find(code_or_name)
        return self._shown[code_or_name]

    def _find(self, code_or_name: str) -> Shown | None:
        figure = figure_named(code_or_name)
        if figure is not None and not principals(self.user) & figure.readers:
            return None
        if self.report.is_frozen:
            kept = self._kept()
            frozen = kept.get(figure.code if figure else code_or_name)
            return self._from_frozen(frozen) if frozen is not None else None
        if figure is None:
            return None
        return self._from_live(evaluate(figure, self.report.period, self.report.data_date))

    def _kept(self) -> dict[str, FrozenFigure]:
        if self._frozen is None:
            self._frozen = {one.code: one for one in self.report.frozen_figures.all()}
        return self._frozen

    def _from_frozen(self, frozen: FrozenFigure) -> Shown:
        state = "frozen"
        if self.back_office and difference(self.report, frozen).any:
            state = "changed"
        return Shown(
            code=frozen.code,
            label=frozen.label,
            unit=frozen.unit,
            counting_date=frozen.counting_date,
            value=amount_of(frozen.value),
            plan=amount_of(frozen.plan),
            parts=frozen.parts,
            records=frozen.records,
            state=state,
            url=self.url_of(frozen.code),
            section=frozen.section,
        )

    def _from_live(self, value: Value) -> Shown:
        return Shown(
            code=value.figure.code,
            label=str(value.figure.label),
            unit=str(value.figure.unit),
            counting_date=str(value.figure.counting_date),
            value=value.value,
            plan=value.plan,
            parts=value.as_json()["parts"],
            records=value.records,
            state="live",
            url=self.url_of(value.figure.code),
            section=str(value.figure.section),
        )

    def url_of(self, code: str) -> str:
        """Return where the records behind the figure are opened."""
        return figure_url(
            code, self.report.period_code, self.report.data_date.isoformat(), self.back_office
        )


def figure_url(code: str, period: str, data_date: str = "", back_office: bool = False) -> str:
    """Return the address of the records behind a figure, for staff or for readers of the site."""
    figure = figure_named(code)
    if figure is None:
        return ""
    query = {"period": period, **({"data_date": data_date} if data_date else {})}
    if back_office:
        counting = _model_of(figure)
        url = admin_list_url(counting) if counting is not None else None
        if url:
            return f"{url}?{urlencode({'figure': figure.code, **query})}"
    return f"{reverse('reports:figure', args=[figure.code])}?{urlencode(query)}"


_models: dict[str, Any] = {}


def _model_of(figure: Any) -> Any:
    """Return the kind of record behind a figure, asked once: it never changes."""
    if figure.code not in _models:
        _models[figure.code] = figure.count(Period.year(today().year)).model
    return _models[figure.code]


def percent_change(now: Number | None, before: Number | None) -> int | None:
    """Return the change against an earlier value in whole percent, None where there was none."""
    if not before or now is None:
        return None
    return int(round(100 * (Decimal(now) - Decimal(before)) / Decimal(before)))
