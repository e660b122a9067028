"""The steps of a trail: where a record is on its way, since when and until when.

The tag `trail` draws what a room returns from here. A step is a dict with `where`,
`since`, `until`, `who`, `note`, `late_days`, and a `state`: done, here, late or ahead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lienhiep.core.period import today

Step = dict[str, Any]


def steps_of(
    way: Sequence[Any],
    here: Any,
    *,
    days: Mapping[Any, date | None],
    is_over: bool = False,
    due: date | None = None,
) -> list[Step]:
    """Return the steps of a way of choices, at the one where the record is.

    `days` holds the day on which each was reached; `is_over` says that the last step waits
    for nobody any more; `due` is the day until when the present step may last.
    """
    place = list(way).index(here)
    steps = [_step(state.label, at, place, days.get(state)) for at, state in enumerate(way)]
    if is_over:
        steps[place]["state"] = "done"
    elif due is not None:
        mark_due(steps[place], due)
    return steps


def mark_due(step: Step, due: date) -> None:
    """Say until when the present step may last; late is the only thing that turns red."""
    step["until"] = due
    late = (today() - due).days
    if late > 0:
        step["state"] = "late"
        step["late_days"] = late


def _step(where: Any, at: int, here: int, since: date | None) -> Step:
    state = "done" if at < here else "here" if at == here else "ahead"
    return {"where": where, "since": since if at <= here else None, "state": state}


def for_readers(steps: Sequence[Step]) -> list[Step]:
    """Return a way without the office's own terms: whether it is late is not for readers."""
    return [
        step
        | {"until": None, "late_days": None}
        | ({"state": "here"} if step["state"] == "late" else {})
        for step in steps
    ]
