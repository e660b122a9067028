"""The front page as it stands until an editor composes it."""

from __future__ import annotations

from typing import Any

from lienhiep.core.site_blocks import front_block_codes

OWN = ("journal", "figures", "reports")


def uncomposed() -> list[dict[str, Any]]:
    """Return the rooms' blocks in their own order, then the journal, the figures, the reports."""
    rooms = [{"type": "room", "value": {"code": code}} for code in front_block_codes()]
    return rooms + [{"type": name, "value": {}} for name in OWN]
