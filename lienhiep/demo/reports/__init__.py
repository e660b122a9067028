"""The yearly cycle of the demonstration: plans of work, key tasks, and the reports on them."""

from __future__ import annotations

from lienhiep.accounts.models import User
from lienhiep.demo.reports import plans, written


def load(leader: User) -> None:
    """Load plans first, because reports list their tasks; what stands is left as it is."""
    plans.load(leader)
    written.load(leader)
