"""The lists of states and kinds of the journal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far the making of an issue has come before its signature.

    What comes after (signed, printed, published, withdrawn) follows from dates and is
    never typed: see `IssueState`.
    """

    PLANNED = "planned", _("Planned")
    COLLECTING = "collecting", _("Collecting manuscripts")
    EDITING = "editing", _("Being edited")
    LAYOUT = "layout", _("Page layout")


class IssueState(models.TextChoices):
    """Where an issue stands, derived from its stage and its dates."""

    PLANNED = "planned", _("Planned")
    COLLECTING = "collecting", _("Collecting manuscripts")
    EDITING = "editing", _("Being edited")
    LAYOUT = "layout", _("Page layout")
    SIGNED = "signed", _("Signed for print")
    PRINTED = "printed", _("Back from the printer")
    PUBLISHED = "published", _("Published and sent out")
    WITHDRAWN = "withdrawn", _("Withdrawn from circulation")


class ArticleKind(models.TextChoices):
    """An article has something to say; news tells what happened."""

    ARTICLE = "article", _("Article")
    NEWS = "news", _("News item")


class ArticleState(models.TextChoices):
    """The fate of a manuscript, derived from its decisions and from its issue."""

    RECEIVED = "received", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted for print")
    REFUSED = "refused", _("Manuscript refused")
    PLACED = "placed", _("Placed in an issue")
    PUBLISHED = "published", _("Article in print")


class Channel(models.TextChoices):
    """How a manuscript reached the office."""

    DESK = "desk", _("Sent at the contributor's desk")
    EMAIL = "email", _("By e-mail")
    POST = "post", _("By post or by hand")
    ORDERED = "ordered", _("Written to order")


class AuthorRole(models.TextChoices):
    """What a contributor did for an article."""

    AUTHOR = "author", _("Author")
    COMPILER = "compiler", _("Compiler")
    TRANSLATOR = "translator", _("Translator")
    PHOTOGRAPHER = "photographer", _("Photographer")


class RecipientKind(models.TextChoices):
    """Who receives the journal; the order is that of the annual report."""

    COMMUNES = "communes", _("Communes, wards and townships")
    DEPARTMENTS = "departments", _("Departments and agencies of the province")
    EXCHANGE = "exchange", _("Exchange with sister unions")
    OTHERS = "others", _("Other recipients")


class LicenceKind(models.TextChoices):
    """The form of publication that a licence is for. "Tập san" is not a form of the press law."""

    BULLETIN = "bulletin", _("Information bulletin")
    SPECIAL = "special", _("Special publication")
    JOURNAL = "journal", _("Periodical")
    DOCUMENT = "document", _("Non-commercial publication")


IN_PREPARATION = frozenset(
    {IssueState.PLANNED, IssueState.COLLECTING, IssueState.EDITING, IssueState.LAYOUT}
)
"""The states in which the contents of an issue may still change."""

ISSUE_VERBS: dict[str, frozenset[IssueState]] = {
    "move_issue": IN_PREPARATION,
    "sign_for_print": frozenset({IssueState.LAYOUT}),
    "mark_printed": frozenset({IssueState.SIGNED}),
    "record_deposit": frozenset({IssueState.PRINTED, IssueState.PUBLISHED}),
    "publish_issue": frozenset({IssueState.PRINTED}),
    "snapshot_distribution": frozenset({IssueState.PRINTED, IssueState.PUBLISHED}),
    "deliver_issue": frozenset({IssueState.PUBLISHED}),
    "reopen_issue": frozenset({IssueState.SIGNED, IssueState.PRINTED, IssueState.PUBLISHED}),
    "withdraw_issue": frozenset({IssueState.PUBLISHED}),
    "restore_issue": frozenset({IssueState.WITHDRAWN}),
}
"""The states that admit each verb of an issue: asked by the actions and by the buttons."""

ARTICLE_VERBS: dict[str, frozenset[ArticleState]] = {
    "accept_article": frozenset({ArticleState.RECEIVED}),
    "refuse_article": frozenset({ArticleState.RECEIVED, ArticleState.ACCEPTED}),
    "take_back_decision": frozenset({ArticleState.ACCEPTED, ArticleState.REFUSED}),
    "place_article": frozenset({ArticleState.ACCEPTED, ArticleState.PLACED}),
    "take_out_article": frozenset({ArticleState.PLACED}),
    "ask_for_proof": frozenset({ArticleState.PLACED}),
    "answer_proof": frozenset({ArticleState.PLACED}),
}
"""The states that admit each verb of an article."""
