"""Who counts as a child on a day: whose name the public site withholds."""

from __future__ import annotations

from datetime import date
from typing import Any

from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.honours.reference_codes import CHILD_AGE

UNDER = 16
"""Where no dated value is on record: the age of the Law on Children of 2016, article 1."""


def is_child_on(person: Any, day: date | None) -> bool:
    """Return whether a person is known to be a child on a day, today unless said.

    Where only the year of birth is known, the later birthday is assumed: a name withheld for
    some months too long does less harm than one published too early.
    """
    on = day or today()
    if person.birth_date is None and person.birth_year is None:
        return False
    limit = value_on(CHILD_AGE, on, default=UNDER)
    if person.birth_date is None:
        return on.year - person.birth_year <= limit
    born = person.birth_date
    had_birthday = (on.month, on.day) >= (born.month, born.day)
    return on.year - born.year - (0 if had_birthday else 1) < limit
