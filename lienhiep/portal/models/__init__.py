"""What the portal keeps: its pages, and addresses at which a page stood."""

from lienhiep.portal.models.former import FormerAddress
from lienhiep.portal.models.pages import BasePage, HomePage, StandardPage

__all__ = ["BasePage", "FormerAddress", "HomePage", "StandardPage"]
