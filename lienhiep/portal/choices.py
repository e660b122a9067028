"""What is chosen among: blocks of the front page as the registries offer them, and states."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core import site_blocks
from lienhiep.core.figures import all_figures
from lienhiep.core.principals import ANYONE
from lienhiep.core.search.registry import declarations


class Side(models.TextChoices):
    """On which side of the words a picture stands."""

    START = "start", _("Left of the text")
    END = "end", _("Right of the text")


class PollState(models.TextChoices):
    """Where a poll stands; derived from its days."""

    DRAFT = "draft", _("Poll in preparation")
    COMING = "coming", _("Poll opens later")
    OPEN = "open", _("Poll open")
    CLOSED = "closed", _("Poll closed")


class ContactState(models.TextChoices):
    """Where a letter to the office stands; codes never change."""

    NEW = "new", _("Letter not read yet")
    ASSIGNED = "assigned", _("Letter given to somebody")
    ANSWERED = "answered", _("Letter answered")
    CLOSED = "closed", _("Letter closed without an answer")
    SPAM = "spam", _("Letter is advertising")


class QuestionState(models.TextChoices):
    """Where a question of a reader stands; codes never change."""

    WAITING = "waiting", _("Question waiting")
    PUBLISHED = "published", _("Question answered on the site")
    REFUSED = "refused", _("Question not answered here")


class DigestRhythm(models.TextChoices):
    """How often a digest goes out; codes never change."""

    DAILY = "daily", _("Each morning")
    WEEKLY = "weekly", _("Each Monday morning")


class SubscriptionState(models.TextChoices):
    """Where a subscription stands; codes never change."""

    ASKED = "asked", _("Subscription not confirmed yet")
    CONFIRMED = "confirmed", _("Subscription confirmed")
    ENDED = "ended", _("Subscription ended")


CONTACT_VERBS: dict[str, frozenset[ContactState]] = {
    "assign_message": frozenset({ContactState.NEW, ContactState.ASSIGNED}),
    "answer_message": frozenset({ContactState.NEW, ContactState.ASSIGNED}),
    "close_message": frozenset({ContactState.NEW, ContactState.ASSIGNED}),
    "mark_as_spam": frozenset({ContactState.NEW, ContactState.ASSIGNED}),
    "reopen_message": frozenset({ContactState.CLOSED, ContactState.SPAM}),
}
"""The states that admit each verb of a letter: asked by the actions and by the buttons."""

QUESTION_VERBS: dict[str, frozenset[QuestionState]] = {
    "publish_answer": frozenset({QuestionState.WAITING, QuestionState.REFUSED}),
    "refuse_question": frozenset({QuestionState.WAITING}),
    "withdraw_answer": frozenset({QuestionState.PUBLISHED}),
}
"""The states that admit each verb of a question."""


def front_block_choices() -> list[tuple[str, Any]]:
    """Return the rooms' blocks by their codes."""
    return site_blocks.front_block_choices()


def figure_choices() -> list[tuple[str, str]]:
    """Return the figures that anybody may see, by their codes."""
    public = (one for one in all_figures() if ANYONE in one.readers)
    return [(one.code, f"{one.code} · {one.label}") for one in public]


def kind_choices() -> list[tuple[str, Any]]:
    """Return the kinds of record that stand in the search table."""
    return [(one.kind, one.label) for one in declarations()]
