"""The demonstration of the e-office: documents of 2022, sendings, reviews, and today's desks."""

from __future__ import annotations

from datetime import date

from django.core.management import call_command
from django.db import transaction

from lienhiep.accounts.choices import Role
from lienhiep.demo.office import paper, present, registers, reviews
from lienhiep.demo.office.facts import Kinds
from lienhiep.demo.people import account
from lienhiep.office.models import OfficialDocument

REWARDS_OF_THE_PROVINCE = "590/QĐ-UBND"
PLAN_OF_WORK = "01/KH-LHH"
PRIZES = "02/QĐ-BTC"
COMMENDATION = "05/QĐ-LHH"
NATIONAL_PRIZES = "04/QĐ-BTCCT"
NATIONAL_MERIT = "05/QĐ-BTCCT"
AWARD_MERIT = "55/QĐ-LHHVN"
AWARD_RESULT = "06/TB-VIFOTEC"
TYPICAL_INTELLECTUAL = "201/QĐ-LHHVN"
VUSTA_MERIT = "455/QĐ-LHHVN"
"""The symbols under which other rooms of the demonstration find their deciding documents."""

WITH_A_FILE = (
    "20-NQ/TW",
    "06-NQ/TU",
    REWARDS_OF_THE_PROVINCE,
    PLAN_OF_WORK,
    PRIZES,
    COMMENDATION,
)
"""Those that the demonstration sets as a PDF."""

PUBLIC = frozenset(
    {
        *WITH_A_FILE,
        TYPICAL_INTELLECTUAL,
        "118/QĐ-TTg",
        "02/2022/TT-BKHCN",
        "168/KH-UBND",
    }
)
"""Those that stand on the site."""


def load() -> None:
    """Load what the years brought; what stands already is left as it is."""
    call_command("load_document_kinds", verbosity=0)
    call_command("load_office_days", verbosity=0)
    if OfficialDocument.objects.exists():
        return
    clerk, leader = account(Role.RECORDS_CLERK), account(Role.LEADER)
    with transaction.atomic():
        kinds = Kinds()
        registers.received(clerk, kinds, PUBLIC)
        registers.kept_apart(clerk, leader, kinds)
        registers.issued(clerk, leader, kinds, PUBLIC)
        reviews.load(document("20-NQ/TW"), document("06-NQ/TU"), clerk)
        for symbol in WITH_A_FILE:
            paper.write(document(symbol), clerk)
        present.load(clerk, leader, account(Role.OFFICER), kinds)


def document(symbol: str, on: date | None = None) -> OfficialDocument:
    """Return the document of a symbol, the newest where several years have one, or of a day."""
    found = OfficialDocument.objects.filter(symbol=symbol)
    if on is not None:
        found = found.filter(issued_on=on)
    return found.latest("issued_on", "pk")
