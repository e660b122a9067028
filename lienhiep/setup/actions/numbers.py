"""Where registers go on after the books on paper."""

from __future__ import annotations

from typing import Any

from lienhiep.core.history import verb
from lienhiep.core.numbering import carry_over
from lienhiep.office.models import RegisterBook


def carry_number_over(*, register: RegisterBook, year: int, last: int, by: Any) -> None:
    """Let a register go on after the last number that its book on paper gave this year.

    Refuses where the program has given a number of the year already.
    """
    with verb("setup.carry_number_over", by=by, about=register) as act:
        carry_over(book=register.series_code, last=last, year=year)
        act.note(year=year, last=last)
