"""Reading the files of reference data into the directory."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from lienhiep.core.history import record_all, verb
from lienhiep.directory.models import (
    AdministrativeUnit,
    UnitChange,
    UnitStatement,
    UnitSuccession,
)

HERE = Path(__file__).parent
HOME = "40"
"""The code of the province whose history carries the note on what was loaded: Nghệ An."""

UnitKey = tuple[str, date]


@dataclass(frozen=True)
class Loaded:
    """How many rows were added; all zero where everything was there."""

    units: int = 0
    changes: int = 0
    successions: int = 0
    statements: int = 0

    def __bool__(self) -> bool:
        return any((self.units, self.changes, self.successions, self.statements))


def load_reference() -> Loaded:
    """Add the administrative units, changes and statements that are missing.

    Rows that are there are left as they are, so that a correction by a person stays. All in
    one transaction, with one note in the history of the home province.
    """
    reason = _("Administrative units, from the reference data of the program.")
    with verb("directory.load_reference", by=None, reason=reason) as act:
        loaded = Loaded(
            units=_load_units(),
            changes=_load_changes(),
            successions=_load_successions(),
            statements=_load_statements(),
        )
        home = AdministrativeUnit.objects.filter(code=HOME).order_by("valid_from").first()
        if loaded and home is not None:
            act.about(home)
            act.note(loaded=vars(loaded))
    return loaded


def _load_units() -> int:
    known = _units()
    rows = [
        row for row in _rows("units.csv") if (row["code"], _day(row["valid_from"])) not in known
    ]
    # Provinces first: communes point at them.
    added = _add_units([row for row in rows if not row["parent"]])
    return added + _add_units([row for row in rows if row["parent"]])


def _add_units(rows: Iterable[dict[str, str]]) -> int:
    parents: dict[UnitKey, AdministrativeUnit] = {}
    units = []
    for row in rows:
        start = _day(row["valid_from"])
        above = (row["parent"], start)
        if row["parent"] and above not in parents:
            parents[above] = _unit_on(*above)
        unit = AdministrativeUnit(
            code=row["code"],
            kind=row["kind"],
            name=row["name"],
            located_in=row["located_in"],
            parent=parents.get(above),
            valid_from=start,
            valid_to=_day_or_none(row["valid_to"]),
        )
        unit.tidy()
        units.append(unit)
    return len(record_all(units))


def _load_changes() -> int:
    missing = [
        UnitChange(
            resolution=row["resolution"],
            kind=row["kind"],
            effective=_day(row["effective"]),
            summary=row["summary"],
            source=row["source"],
        )
        for row in _rows("changes.csv")
        if _change(row) is None
    ]
    return len(record_all(missing))


def _load_successions() -> int:
    units = _units()
    changes = {row["change"]: _change(row) for row in _rows("changes.csv")}
    known = set(UnitSuccession.objects.values_list("change", "old", "new"))
    successions = [
        UnitSuccession(
            change=changes[row["change"]],
            old_id=units[row["old_code"], _day(row["old_from"])],
            new_id=units[row["new_code"], _day(row["new_from"])],
        )
        for row in _rows("successions.csv")
    ]
    missing = [one for one in successions if (one.change_id, one.old_id, one.new_id) not in known]
    return len(record_all(missing))


def _load_statements() -> int:
    known = set(UnitStatement.objects.values_list("unit", "level", "valid_from"))
    statements = [
        UnitStatement(
            unit=_unit_on(row["unit"], _day(row["valid_from"])) if row["unit"] else None,
            level=row["level"],
            number=int(row["number"]),
            valid_from=_day(row["valid_from"]),
            valid_to=_day_or_none(row["valid_to"]),
            source=row["source"],
            note=row["note"],
        )
        for row in _rows("statements.csv")
    ]
    missing = [one for one in statements if (one.unit_id, one.level, one.valid_from) not in known]
    return len(record_all(missing))


def _units() -> dict[UnitKey, int]:
    rows = AdministrativeUnit.objects.values_list("code", "valid_from", "pk")
    return {(code, start): pk for code, start, pk in rows}


def _unit_on(code: str, day: date) -> AdministrativeUnit:
    return AdministrativeUnit.objects.on(day).get(code=code)


def _change(row: dict[str, str]) -> UnitChange | None:
    return UnitChange.objects.filter(
        resolution=row["resolution"], kind=row["kind"], effective=_day(row["effective"])
    ).first()


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _day_or_none(text: str) -> date | None:
    return _day(text) if text else None
