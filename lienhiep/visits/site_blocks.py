"""What the counter of visits shows at the foot of every page."""

from __future__ import annotations

from lienhiep.core.site_blocks import SiteBlock, foot_block
from lienhiep.visits.figures import numbers_now


@foot_block(order=90)
def counter() -> SiteBlock:
    """Show who is on line, and the visits of today, of this month and in total."""
    return SiteBlock("visits/includes/counter.html", {"numbers": numbers_now()})
