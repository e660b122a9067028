"""Every change that is stored raises the generation of what the site shows.

Nobody has to remember to: each saved or deleted row of whatever kind does, once its
transaction is over, unless its kind is named here as none that readers see. So a kind that is
forgotten costs a page made anew, never an old page.

A model says of itself:

* `shown_to_readers = False`: nothing public follows from its rows;
* `readers_may_wait = True`: a new or changed row may be seen half a second later. Rows that
  are deleted, and records that lose a reader key, never wait.
"""

from __future__ import annotations

from typing import Any

from django.db import connections, models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save

from lienhiep.core.page_cache.generations import Kind, generations

NOT_SHOWN = frozenset(
    {
        "account.emailaddress",
        "accounts.onetimecode",
        "accounts.signin",
        "core.job",
        "core.keptform",
        "core.notice",
        "core.numberbook",
        "core.numberentry",
        "core.recordkey",
        "core.scheduledtask",
        "core.searchentry",
        "core.searchkey",
        "core.sentform",
        "core.siterendition",
        "desk.duemail",
        "django_tasks_database.dbtaskresult",
        "imports.carriedrecord",
        "imports.importedrecord",
        "imports.importrow",
        "imports.siteimportline",
        "mfa.authenticator",
        "modelsearch.indexentry",
        "reports.checkcount",
        "sessions.session",
        "visits.recentvisitor",
        "visits.segmentcursor",
        "wagtailadmin.editingsession",
        "wagtailadmin.formstate",
        "wagtailcore.apitoken",
        "wagtailcore.comment",
        "wagtailcore.commentreply",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.pagesubscription",
        "wagtailcore.referenceindex",
        "wagtailcore.revision",
        "wagtailcore.taskstate",
        "wagtailcore.uploadedfile",
        "wagtailcore.workflowstate",
        "wagtailimages.rendition",
        "wagtailsearch.indexentry",
        "wagtailsearch.sqliteftsindexentry",
        "wagtailusers.userprofile",
    }
)
"""Kinds that follow from others, or that only the office sees. A rendition is made by the page
that shows it, which must not make itself old."""

LOOKED_BACK = 5
"""Others may have put something down meanwhile; so far back it is looked for."""

OF_SIGNING_IN = frozenset({"last_login"})


def content_changed(*, may_wait: bool = False, using: str | None = None) -> None:
    """Let pages be made anew once the transaction is over.

    For what leaves no trace in signals: rows stored or changed many at once.
    """
    _after_commit(_raise_soft if may_wait else _raise_hard, using)


def _after_commit(raising: Any, using: str | None) -> None:
    """Raise after the transaction; once for many rows of one.

    What was put down before in the same transaction lasts at least as long as what would be
    put down now: whichever part is undone, the later one is undone with it.
    """
    waiting = connections[using or "default"].run_on_commit
    if not any(entry[1] is raising for entry in waiting[-LOOKED_BACK:]):
        transaction.on_commit(raising, using=using)


def _raise_soft() -> None:
    generations().raise_(Kind.SOFT)


def _raise_hard() -> None:
    generations().raise_(Kind.HARD)


def is_shown(model: type[models.Model]) -> bool:
    """Return whether readers may see something that follows from rows of this kind."""
    return getattr(model, "shown_to_readers", True) and model._meta.label_lower not in NOT_SHOWN


def on_saved(sender: Any, using: str, update_fields: Any = None, **_more: Any) -> None:
    """Take in a saved row."""
    if is_shown(sender) and not (update_fields and OF_SIGNING_IN.issuperset(update_fields)):
        content_changed(may_wait=getattr(sender, "readers_may_wait", False), using=using)


def on_deleted(sender: Any, using: str, **_more: Any) -> None:
    """Take in a deleted row."""
    if is_shown(sender):
        content_changed(using=using)


def on_related(sender: Any, action: str, using: str, **_more: Any) -> None:
    """Take in rows put together or taken apart."""
    if action.startswith("post_") and is_shown(sender):
        content_changed(using=using)


def on_anew(**_more: Any) -> None:
    """Forget all pages where tables were made or emptied."""
    _raise_hard()


def on_moved(**_more: Any) -> None:
    """Take in a page that was moved, of which the tree alone is written."""
    content_changed()


def connect() -> None:
    """Listen to everything that is stored."""
    from wagtail.signals import post_page_move  # models must be loaded first

    post_save.connect(on_saved, dispatch_uid="page_cache.saved")
    post_delete.connect(on_deleted, dispatch_uid="page_cache.deleted")
    m2m_changed.connect(on_related, dispatch_uid="page_cache.related")
    post_migrate.connect(on_anew, dispatch_uid="page_cache.anew")
    post_page_move.connect(on_moved, dispatch_uid="page_cache.moved")
