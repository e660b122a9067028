"""The dated values that the desk asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import today
from lienhiep.core.reference import expect_reference, value_on

NOTICE_DAYS = "desk.notice_days"

DAYS_KEPT = 180
"""How long a notice is kept while the office has stated nothing else; a habit, no rule."""

expect_reference(
    NOTICE_DAYS,
    of=int,
    label=_("Days that notices are kept"),
    description=_("Counted from the day on which a notice was told; afterwards it is deleted."),
)


def days_kept(on: date | None = None) -> int:
    """Return for how many days notices are kept."""
    return int(value_on(NOTICE_DAYS, on or today(), default=DAYS_KEPT))
