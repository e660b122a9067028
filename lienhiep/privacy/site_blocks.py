"""What stands at the foot of every page: the way to the policy on personal data."""

from __future__ import annotations

from lienhiep.core.site_blocks import SiteBlock, foot_block


@foot_block(order=95)
def policy_link() -> SiteBlock:
    """Lead to the policy."""
    return SiteBlock("privacy/includes/foot.html")
