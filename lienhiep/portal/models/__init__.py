"""What the portal keeps: its pages, former addresses, and what readers write to the Union."""

from lienhiep.portal.models.contact import ContactKind, ContactMessage
from lienhiep.portal.models.former import FormerAddress
from lienhiep.portal.models.former_site import FormerEntry, FormerSite
from lienhiep.portal.models.media import Album, AlbumPicture, Video
from lienhiep.portal.models.pages import BasePage, HomePage, StandardPage
from lienhiep.portal.models.poll import Poll, PollOption, PollVote
from lienhiep.portal.models.question import Question, QuestionCategory
from lienhiep.portal.models.subscription import Subscription

__all__ = [
    "Album",
    "AlbumPicture",
    "BasePage",
    "ContactKind",
    "ContactMessage",
    "FormerAddress",
    "FormerEntry",
    "FormerSite",
    "HomePage",
    "Poll",
    "PollOption",
    "PollVote",
    "Question",
    "QuestionCategory",
    "StandardPage",
    "Subscription",
    "Video",
]
