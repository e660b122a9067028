"""A report's figures as its readers meet them: live while it is written, kept once signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.figures import Value, evaluate, figure_named
from lienhiep.core.figures.counting import Number
from lienhiep.core.principals import principals
from lienhiep.core.text import fold
from lienhiep.core.text.numbers import format_number, format_share
from lienhiep.reports.addresses import figure_url
from lienhiep.reports.differences import FigureDifference, differences
from lienhiep.reports.models import FrozenFigure, Report, amount_of
from lienhiep.reports.task_lines import Line, lines_of, tasks_of_year
from lienhiep.reports.tokens import Token, said


@dataclass(frozen=True)
class Shown:
    """One figure as a page shows it.

    `stated` is what somebody states beside the counted value; it never takes its place.
    """

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
    stated: Number | float | None = None
    stated_reason: str = ""
    stated_source: str = ""

    def words(self, token: Token) -> str:
        """Return what a text says in place of the token."""
        if token.part:
            return self._words_of_part(token)
        value = self.value
        if token.plan or token.stated:
            value = self.plan if token.plan else self.stated
        if value is None:
            return _("[not known]")
        words = said(value, token, format_number)
        return f"{words} {self.unit}" if token.with_unit else words

    def _words_of_part(self, token: Token) -> str:
        part = part_named(self.parts, token.part)
        if part is None:
            return _("[no part “%(part)s” in %(code)s]") % {"part": token.part, "code": self.code}
        if part["share"] is not None:
            return said(part["share"], token, format_share)
        return said(part["value"], token, format_number)

    def table(self, token: Token) -> list[list[str]]:
        """Return the parts as the rows of a table, the heads first."""
        with_share = any(part["share"] is not None for part in self.parts)
        heads = [self.label, self.unit] + ([_("Share")] if with_share else [])
        rows = [[part["label"], said(part["value"], token, format_number)] for part in self.parts]
        if with_share:
            for row, part in zip(rows, self.parts, strict=True):
                row.append("" if part["share"] is None else format_share(part["share"]))
        return [heads, *rows]


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

    def named(self, code_or_name: str) -> Shown | None:
        """Return a figure by code or name; None where this reader may not see it."""
        figure = figure_named(code_or_name)
        code = figure.code if figure else code_or_name
        if code not in self._shown:
            self._shown[code] = self._find(code)
        return self._shown[code]

    def tasks_of(self, year: int) -> list[Line]:
        """Return the key tasks of a plan: as they stand, or as they stood at the signature."""
        if self.report.is_frozen:
            kept = self.report.frozen_task_lists.filter(year=year).first()
            return kept.tasks if kept is not None else []
        return lines_of(tasks_of_year(year).visible_to(self.user))

    def changed(self) -> list[FigureDifference]:
        """Return the figures of a signed report under which something has changed."""
        return [
            one for one in self._differences.values() if one.any and self.named(one.frozen.code)
        ]

    def _find(self, code: str) -> Shown | None:
        figure = figure_named(code)
        if figure is not None and not principals(self.user) & figure.readers:
            return None
        if not self.report.is_frozen:
            if figure is None:
                return None
            return self._from_live(evaluate(figure, self.report.period, self.report.data_date))
        frozen = self._frozen.get(code)
        if frozen is None or not principals(self.user) & set(frozen.readers):
            return None
        return self._from_frozen(frozen)

    @cached_property
    def _frozen(self) -> dict[str, FrozenFigure]:
        return {one.code: one for one in self.report.frozen_figures.all()}

    @cached_property
    def _differences(self) -> dict[str, FigureDifference]:
        if not self.report.is_frozen:
            return {}
        return {one.frozen.code: one for one in differences(self.report)}

    def _from_frozen(self, frozen: FrozenFigure) -> Shown:
        has_changed = self.back_office and self._differences[frozen.code].any
        return Shown(
            code=frozen.code,
            label=frozen.label,
            unit=frozen.unit,
            counting_date=frozen.counting_date,
            value=amount_of(frozen.value),
            plan=amount_of(frozen.plan),
            parts=frozen.parts,
            records=frozen.records,
            state="changed" if has_changed else "frozen",
            url=self.url_of(frozen.code),
            section=frozen.section,
            stated=amount_of(frozen.stated),
            stated_reason=frozen.stated_reason,
            stated_source=frozen.stated_source,
        )

    def _from_live(self, value: Value) -> Shown:
        statement = value.statement
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
            stated=statement.value if statement else None,
            stated_reason=statement.reason if statement else "",
            stated_source=statement.source if statement else "",
        )

    def url_of(self, code: str) -> str:
        """Return where the records behind the figure are opened."""
        return figure_url(
            code, self.report.period_code, self.report.data_date.isoformat(), self.back_office
        )
