"""What people do with the site's own records: one function for each verb."""

from lienhiep.portal.actions.loading import PollRow, load_polls
from lienhiep.portal.actions.site import forget_address, open_site, remember_address

__all__ = ["PollRow", "forget_address", "load_polls", "open_site", "remember_address"]
