from lienhiep.portal.views.contact import ContactView, contact_thanks
from lienhiep.portal.views.machines import manifest, robots, sitemap, sitemap_part
from lienhiep.portal.views.media import album, albums, video, videos
from lienhiep.portal.views.pages import accessibility, map_of_the_site
from lienhiep.portal.views.polls import PollVoteView, poll, polls
from lienhiep.portal.views.questions import AskView, question, question_thanks, questions
from lienhiep.portal.views.search import search_page, suggestions
from lienhiep.portal.views.subscriptions import (
    SubscribeView,
    leave,
    subscribe_thanks,
    subscription,
)

__all__ = [
    "AskView",
    "ContactView",
    "PollVoteView",
    "SubscribeView",
    "accessibility",
    "album",
    "albums",
    "contact_thanks",
    "leave",
    "manifest",
    "map_of_the_site",
    "poll",
    "polls",
    "question",
    "question_thanks",
    "questions",
    "robots",
    "search_page",
    "sitemap",
    "sitemap_part",
    "subscribe_thanks",
    "subscription",
    "suggestions",
    "video",
    "videos",
]
