"""What contests do in the background."""

from __future__ import annotations

import logging

from django.utils.translation import gettext_lazy as _

from lienhiep.contests.actions import forget_contacts
from lienhiep.core.jobs import scheduled
from lienhiep.core.period import today

logger = logging.getLogger(__name__)


@scheduled(
    "contests.forget_contacts",
    label=_("Forget the contacts of children's representatives"),
    daily_at="01:20",
)
def forget_old_contacts() -> int:
    """Delete the contacts whose time is over."""
    gone = forget_contacts(on=today())
    if gone:
        logger.info("%d contacts of representatives were deleted after their time.", gone)
    return gone
