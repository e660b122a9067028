"""What an editor composes the front page from."""

from lienhiep.portal.blocks.front import FrontBlocks

__all__ = ["FrontBlocks"]
