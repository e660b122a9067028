"""The verbs of an article, as buttons of its page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowVerb
from lienhiep.news import actions
from lienhiep.news.forms.verbs import (
    ExpiryForm,
    FeatureForm,
    HotForm,
    ScheduleForm,
    SourceRemovedForm,
    SubmitForm,
)

VERBS = [
    RowVerb(
        "submit_article",
        _("Submit for review"),
        actions.submit_article,
        "article",
        form_class=SubmitForm,
        icon="success",
        explanation=_("The editors are told, and it waits for them."),
        done=_("The editors have it."),
    ),
    RowVerb(
        "return_article",
        _("Return with remarks"),
        actions.return_article,
        "article",
        form_class=ReasonForm,
        icon="rotate",
        explanation=_("Who submitted it is told, and reads the remarks."),
        many=True,
    ),
    RowVerb(
        "approve_article",
        _("Approve the article"),
        actions.approve_article,
        "article",
        icon="check",
        explanation=_("It may be published as it stands. Who submitted it is told."),
        many=True,
    ),
    RowVerb(
        "publish_article",
        _("Publish the article"),
        actions.publish_article,
        "article",
        icon="upload",
        explanation=_("Readers see the newest draft at once."),
        done=_("The article stands on the site."),
        many=True,
    ),
    RowVerb(
        "schedule_article",
        _("Publish later"),
        actions.schedule_article,
        "article",
        form_class=ScheduleForm,
        icon="calendar-check",
        explanation=_("The newest draft of that moment is published by itself."),
    ),
    RowVerb(
        "unschedule_article",
        _("Do not publish by itself"),
        actions.unschedule_article,
        "article",
        icon="resubmit",
    ),
    RowVerb(
        "mark_hot",
        _("Mark as hot news"),
        actions.mark_hot,
        "article",
        form_class=HotForm,
        icon="pick",
    ),
    RowVerb(
        "unmark_hot",
        _("Take the hot mark off"),
        actions.unmark_hot,
        "article",
        icon="resubmit",
        many=True,
    ),
    RowVerb(
        "feature_article",
        _("Set at the head of the site"),
        actions.feature_article,
        "article",
        form_class=FeatureForm,
        icon="thumbtack",
        explanation=_("It takes the place of the article that stands there now."),
        shown=lambda article: article.featured_at is None,
    ),
    RowVerb(
        "unfeature_article",
        _("Take from the head of the site"),
        actions.unfeature_article,
        "article",
        icon="thumbtack-crossed",
    ),
    RowVerb(
        "set_expiry",
        _("Set until when lists show it"),
        actions.set_expiry,
        "article",
        form_class=ExpiryForm,
        icon="time",
    ),
    RowVerb(
        "archive_article",
        _("Archive the article"),
        actions.archive_article,
        "article",
        icon="folder-inverse",
        explanation=_(
            "It leaves the front page, lists and feeds, and stays at its address with a note."
        ),
        many=True,
    ),
    RowVerb(
        "unarchive_article",
        _("Show in lists again"),
        actions.unarchive_article,
        "article",
        icon="folder-open-inverse",
        many=True,
    ),
    RowVerb(
        "note_source_removed",
        _("The source took it off"),
        actions.note_source_removed,
        "article",
        form_class=SourceRemovedForm,
        icon="warning",
        explanation=_("From this moment runs the time in which it must leave this site too."),
    ),
    RowVerb(
        "note_source_stands",
        _("It stands at the source again"),
        actions.note_source_stands,
        "article",
        icon="resubmit",
    ),
    RowVerb(
        "close_comments",
        _("Close comments"),
        actions.close_comments,
        "article",
        icon="lock",
        explanation=_("Nobody can write more; the comments that are shown stay."),
    ),
    RowVerb(
        "open_comments",
        _("Open comments"),
        actions.open_comments,
        "article",
        icon="lock-open",
    ),
    RowVerb(
        "unpublish_article",
        _("Take off the site"),
        actions.unpublish_article,
        "article",
        form_class=ReasonForm,
        icon="cross",
        explanation=_("It leaves lists, search and figures at once, and can be published again."),
        serious=True,
        many=True,
    ),
]
"""The verbs of an article in the order of its life; the policy says which are offered."""
