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


class ReviewState(models.TextChoices):
    """Where the newest draft of an article stands between who writes and who publishes.

    Beside the article's life on the site: changes of what is published are reviewed as well.
    """

    NONE = "", _("Not submitted for review")
    SUBMITTED = "submitted", _("Waiting for review")
    RETURNED = "returned", _("Returned with remarks")
    APPROVED = "approved", _("Approved, not published yet")


class ArticleState(models.TextChoices):
    """Where an article stands, derived from its dates."""

    DRAFT = "draft", _("News draft")
    SUBMITTED = "submitted", _("Waiting for review")
    RETURNED = "returned", _("Returned with remarks")
    APPROVED = "approved", _("Approved, not published yet")
    SCHEDULED = "scheduled", _("To be published later")
    PUBLISHED = "published", _("On the site")
    CHANGED = "changed", _("On the site, with changes not published yet")
    ARCHIVED = "archived", _("Archived, no longer in lists")
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


UNDER_WORK = frozenset(ArticleState) - {
    ArticleState.PUBLISHED,
    ArticleState.ARCHIVED,
    ArticleState.WITHDRAWN,
}
"""What is written or decided on; remarks on the text are for these."""

CURRENT = frozenset({ArticleState.PUBLISHED, ArticleState.CHANGED})
"""What lists, feeds and the front page show."""

ON_SITE = CURRENT | {ArticleState.ARCHIVED}
"""What readers may open."""

NOT_YET = frozenset(
    {
        ArticleState.DRAFT,
        ArticleState.SUBMITTED,
        ArticleState.RETURNED,
        ArticleState.APPROVED,
    }
)
"""What was never on the site and waits for no moment."""

EVERY = frozenset(ArticleState)

ARTICLE_VERBS: dict[str, frozenset[ArticleState]] = {
    "submit_article": EVERY - {ArticleState.PUBLISHED, ArticleState.SCHEDULED},
    "return_article": EVERY - {ArticleState.PUBLISHED, ArticleState.SCHEDULED},
    "approve_article": EVERY - {ArticleState.PUBLISHED, ArticleState.SCHEDULED},
    "publish_article": EVERY - {ArticleState.PUBLISHED},
    "schedule_article": NOT_YET | {ArticleState.SCHEDULED},
    "unschedule_article": frozenset({ArticleState.SCHEDULED}),
    "set_expiry": EVERY - {ArticleState.ARCHIVED, ArticleState.WITHDRAWN},
    "archive_article": CURRENT,
    "unarchive_article": frozenset({ArticleState.ARCHIVED}),
    "unpublish_article": ON_SITE,
    "mark_hot": CURRENT,
    "unmark_hot": EVERY,
    "feature_article": CURRENT,
    "unfeature_article": EVERY,
    "note_source_removed": ON_SITE,
    "note_source_stands": EVERY,
    "open_comments": EVERY,
    "close_comments": EVERY,
    "set_royalty": EVERY,
    "move_article": EVERY,
}
"""The states that admit each verb of an article: asked by the actions and by the buttons."""

PIECE_OPEN = frozenset({ArticleState.DRAFT, ArticleState.RETURNED})
"""While a contributor may work at a piece."""

ADMITTING: dict[str, frozenset[ReviewState]] = {
    "submit_article": frozenset({ReviewState.NONE, ReviewState.RETURNED}),
    "return_article": frozenset({ReviewState.SUBMITTED, ReviewState.APPROVED}),
    "approve_article": frozenset({ReviewState.SUBMITTED}),
}
"""The states of the review that admit a verb of it."""

COMMENT_VERBS: dict[str, frozenset[CommentState]] = {
    "show_comment": frozenset({CommentState.WAITING, CommentState.REFUSED}),
    "refuse_comment": frozenset({CommentState.WAITING, CommentState.SHOWN}),
    "answer_comment": frozenset({CommentState.SHOWN}),
    "settle_reports": frozenset(CommentState),
    "erase_comment": frozenset(CommentState),
}
"""The states that admit each verb of a comment."""
