"""Who may do what with reports."""

from __future__ import annotations

from typing import Any

from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy
from lienhiep.reports.choices import ReportState

READERS = frozenset(map(role_key, ("leader", "office_manager", "officer", "records_clerk")))
WRITERS = frozenset(map(role_key, ("leader", "office_manager", "officer")))
SIGNERS = frozenset(map(role_key, ("leader", "office_manager")))
CLERKS = frozenset({role_key("records_clerk"), role_key("office_manager")})


class ReportPolicy(RowPolicy):
    """The office reads and writes reports; the leader and the office manager freeze them."""

    readers_of_all = READERS
    verbs = {
        "add": WRITERS,
        "change": WRITERS,
        "delete": WRITERS,
        "freeze": SIGNERS,
        "number": CLERKS,
        "show": SIGNERS,
        "hide": SIGNERS,
        "withdraw": SIGNERS,
        "redraft": WRITERS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """What is signed is not changed any more; what is not signed cannot be withdrawn."""
        if verb in ("change", "delete", "freeze"):
            return row.state == ReportState.DRAFT
        if verb == "number":
            return row.state == ReportState.FROZEN and not row.number
        if verb in ("show", "hide"):
            return row.state == ReportState.FROZEN and row.is_public == (verb == "hide")
        if verb == "withdraw":
            return row.state == ReportState.FROZEN
        if verb == "redraft":
            return row.state != ReportState.DRAFT
        return True


class StatementPolicy(RowPolicy):
    """Numbers are stated by those who answer for the report."""

    readers_of_all = READERS
    verbs = {"add": SIGNERS, "change": SIGNERS, "delete": SIGNERS}


class WordTemplatePolicy(RowPolicy):
    """Those who write reports keep the templates."""

    readers_of_all = READERS
    verbs = {"add": WRITERS, "change": WRITERS, "delete": WRITERS}
