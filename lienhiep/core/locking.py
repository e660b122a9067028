"""Two people who act on one record at once act one after the other."""

from __future__ import annotations

from lienhiep.core.history import Recorded


def lock(record: Recorded) -> None:
    """Read a record as it stands now, and hold it until the act is over.

    Call it first inside the act. Without it a form sent twice would publish twice, because
    both requests loaded the record before either had written.
    """
    record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update())
