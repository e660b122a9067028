"""The targets of a plan beside what was reached, as one reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lienhiep.core.figures import Figure, Value, evaluate_all, figure_named
from lienhiep.core.figures.counting import percent
from lienhiep.core.principals import principals
from lienhiep.reports.models import Target, WorkPlan, amount_of


@dataclass(frozen=True)
class TargetLine:
    """One target: what was planned, and the figure as it is counted now."""

    target: Target
    figure: Figure | None
    value: Value | None

    @property
    def label(self) -> str:
        """The figure's own words; the bare code where it has left the catalogue."""
        return str(self.figure.label) if self.figure else self.target.code

    @property
    def planned(self) -> Any:
        """The planned value."""
        return amount_of(self.target.value)

    @property
    def of_plan(self) -> int | None:
        """How much of the target was reached, in whole percent."""
        if self.value is None or self.value.value is None:
            return None
        return percent(self.value.value, self.target.value)


def targets_for(plan: WorkPlan, user: Any) -> list[TargetLine]:
    """Return the targets in the order of the catalogue.

    A figure that this reader may not see is named and not valued.
    """
    targets = list(plan.targets.order_by("code"))
    held = principals(user)
    figures = {target.code: figure_named(target.code) for target in targets}
    open_to_reader = [one for one in figures.values() if one and held & one.readers]
    values = {one.figure.code: one for one in evaluate_all(open_to_reader, plan.period)}
    return [TargetLine(target, figures[target.code], values.get(target.code)) for target in targets]
