"""The honours register (sổ khen thưởng): a number for each honour that the Union gives."""

from __future__ import annotations

from lienhiep.accounts.models import User
from lienhiep.core.numbering import take_number, void_number
from lienhiep.honours.models import Honour

BOOK = "honours.register"


def enter(honour: Honour, by: User) -> None:
    """Give an honour of the Union its number, of the year of the decision.

    What others give bears the number of their register, which is typed.
    """
    if not honour.is_given or honour.certificate_number or honour.decided_on is None:
        return
    year = honour.decided_on.year
    number = take_number(book=BOOK, by=by, year=year, for_record=honour)
    honour.certificate_number = f"{number:02}/{year}"
    honour.save()


def strike(honour: Honour, by: User, reason: str) -> None:
    """Void the number of an honour whose decision is taken back; it is never given again."""
    if honour.is_given and honour.certificate_number:
        number, _slash, year = honour.certificate_number.partition("/")
        void_number(book=BOOK, number=int(number), year=int(year), by=by, reason=reason)
    honour.certificate_number = ""
