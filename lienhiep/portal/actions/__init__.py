"""What people do with the site's own records: one function for each verb."""

from lienhiep.portal.actions.contact import (
    answer_message,
    assign_message,
    close_message,
    mark_as_spam,
    reopen_message,
    send_message,
)
from lienhiep.portal.actions.loading import PollRow, load_polls
from lienhiep.portal.actions.media import (
    publish_album,
    publish_video,
    put_into_album,
    start_album,
    withdraw_album,
    withdraw_video,
)
from lienhiep.portal.actions.polls import vote_in_poll
from lienhiep.portal.actions.questions import (
    ask_question,
    publish_answer,
    refuse_question,
    withdraw_answer,
)
from lienhiep.portal.actions.site import forget_address, open_site, remember_address
from lienhiep.portal.actions.subscriptions import (
    ask_subscription,
    change_subscription,
    confirm_subscription,
    end_subscription,
)

__all__ = [
    "PollRow",
    "answer_message",
    "ask_question",
    "ask_subscription",
    "assign_message",
    "change_subscription",
    "close_message",
    "confirm_subscription",
    "end_subscription",
    "forget_address",
    "load_polls",
    "mark_as_spam",
    "open_site",
    "publish_album",
    "publish_answer",
    "publish_video",
    "put_into_album",
    "refuse_question",
    "remember_address",
    "reopen_message",
    "send_message",
    "start_album",
    "vote_in_poll",
    "withdraw_album",
    "withdraw_answer",
    "withdraw_video",
]
