"""The lists of kinds and states of the news."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    """Where an article comes from; codes never change.

    A page that re-publishes others is an aggregated one by decree 147/2024/NĐ-CP, with duties
    of its own; so this is a fact of each article.
    """

    OWN = "own", _("Written by the Union")
    QUOTED = "quoted", _("Quoted from the press")
    OFFICIAL = "official", _("Official text")


class ArticleState(models.TextChoices):
    """Where an article stands, derived from its dates."""

    DRAFT = "draft", _("News draft")
    SCHEDULED = "scheduled", _("To be published later")
    PUBLISHED = "published", _("On the site")
    CHANGED = "changed", _("On the site, with changes not published yet")
    WITHDRAWN = "withdrawn", _("Taken off the site")


class CommentState(models.TextChoices):
    """Where a comment stands; codes never change."""

    WAITING = "waiting", _("Comment waiting")
    SHOWN = "shown", _("Comment shown")
    REFUSED = "refused", _("Comment not shown")
    WITHDRAWN = "withdrawn", _("Comment taken back")


class ReportGround(models.TextChoices):
    """What a reader finds wrong with a comment; codes never change."""

    INSULT = "insult", _("It insults somebody")
    FALSE = "false", _("It is untrue")
    SPAM = "spam", _("It advertises")
    PRIVATE = "private", _("It tells of somebody's private life")
    OTHER = "other", _("Something else")


class CommentMark(models.TextChoices):
    """What an editor looks at twice in a comment; codes never change."""

    LINK = "link", _("has a link")
    WORD = "word", _("has an unwelcome word")
    CAPITALS = "capitals", _("is written in capitals")


class AttachmentKind(models.TextChoices):
    """What readers do with a file of an article; codes never change."""

    READING = "reading", _("To read")
    FORM = "form", _("Form to fill in")
    VOICE = "voice", _("To listen to")


ON_SITE = frozenset({ArticleState.PUBLISHED, ArticleState.CHANGED})

ARTICLE_VERBS: dict[str, frozenset[ArticleState]] = {
    "publish_article": frozenset(ArticleState) - {ArticleState.PUBLISHED},
    "schedule_article": frozenset({ArticleState.DRAFT, ArticleState.SCHEDULED}),
    "unschedule_article": frozenset({ArticleState.SCHEDULED}),
    "unpublish_article": ON_SITE,
    "mark_hot": ON_SITE,
    "unmark_hot": frozenset(ArticleState),
    "feature_article": ON_SITE,
    "unfeature_article": frozenset(ArticleState),
    "open_comments": frozenset(ArticleState),
    "close_comments": frozenset(ArticleState),
}
"""The states that admit each verb of an article: asked by the actions and by the buttons."""

COMMENT_VERBS: dict[str, frozenset[CommentState]] = {
    "show_comment": frozenset({CommentState.WAITING, CommentState.REFUSED}),
    "refuse_comment": frozenset({CommentState.WAITING, CommentState.SHOWN}),
    "answer_comment": frozenset({CommentState.SHOWN}),
    "settle_reports": frozenset(CommentState),
    "erase_comment": frozenset(CommentState),
}
"""The states that admit each verb of a comment."""
