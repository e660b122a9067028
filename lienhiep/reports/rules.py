"""Who may do what with reports."""

from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy
from lienhiep.reports.choices import ReportState

READERS = frozenset(map(role_key, ("leader", "office_manager", "officer", "records_clerk")))
WRITERS = frozenset(map(role_key, ("leader", "office_manager", "officer")))
SIGNERS = frozenset(map(role_key, ("leader", "office_manager")))


class ReportPolicy(RowPolicy):
    """The office reads and writes reports; the leader and the office manager freeze them."""

    readers_of_all = READERS
    verbs = {
        "add": WRITERS,
        "change": WRITERS,
        "delete": WRITERS,
        "freeze": SIGNERS,
        "withdraw": SIGNERS,
        "redraft": WRITERS,
    }

    def row_allows(self, user, verb, row):
        """What is signed is not changed any more; what is not signed cannot be withdrawn."""
        if verb in ("change", "delete", "freeze"):
            return row.state == ReportState.DRAFT
        if verb == "withdraw":
            return row.state == ReportState.FROZEN
        if verb == "redraft":
            return row.state != ReportState.DRAFT
        return True


class StatementPolicy(RowPolicy):
    """Numbers are stated by those who answer for the report."""

    readers_of_all = READERS
    verbs = {"add": SIGNERS, "change": SIGNERS, "delete": SIGNERS}
