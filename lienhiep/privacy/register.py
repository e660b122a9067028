"""The lines of the record of processing, computed from what the rooms declare."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.processing import processings


@dataclass(frozen=True)
class RegisterLine:
    """One processing, in words."""

    code: str
    label: str
    purpose: str
    people: str
    data: str
    sensitive: bool
    basis: str
    recipients: str
    retention: str
    measures: str
    records: int

    def as_json(self) -> dict[str, Any]:
        """Return the line as it is kept when the record is filed."""
        return asdict(self)


def lines_of_register() -> list[RegisterLine]:
    """Return every processing of the house, with the number of its records now."""
    return [
        RegisterLine(
            code=one.code,
            label=str(one.label),
            purpose=str(one.purpose),
            people=str(one.people),
            data=str(one.data),
            sensitive=one.sensitive,
            basis=str(one.basis),
            recipients=str(one.recipients),
            retention=str(one.retention),
            measures=str(one.measures),
            records=one.count(),
        )
        for one in processings()
    ]


def heads_of_register() -> list[str]:
    """Return the heads of the columns, in the order of `cells_of`."""
    return [
        _("No."),
        _("Processing"),
        _("What the data are for"),
        _("Kinds of people"),
        _("Data"),
        _("Sensitive"),
        _("Legal ground"),
        _("Recipients"),
        _("Retention"),
        _("Measures"),
        _("Records"),
    ]


def cells_of(number: int, line: dict[str, Any]) -> list[Any]:
    """Return a line as cells."""
    return [
        number,
        line["label"],
        line["purpose"],
        line["people"],
        line["data"],
        _("Yes") if line["sensitive"] else "",
        line["basis"],
        line["recipients"],
        line["retention"],
        line["measures"],
        line["records"],
    ]
