"""What waits at the news for its editors, since when and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lienhiep.core.desk import Door, desk_address, desk_doors
from lienhiep.core.period import local_day
from lienhiep.core.principals import principals
from lienhiep.core.reference import value_on
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.news.choices import CommentState, ReviewState
from lienhiep.news.models import Comment, NewsArticle
from lienhiep.news.reference_codes import COMMENT_HOURS, DRAFT_DAYS, REVIEW_DAYS
from lienhiep.news.rules import CONTRIBUTORS, EDITORS, WRITERS, comments_are_shown
from lienhiep.news.sourcing import removal_due

ROOM = "news"


@waits
def drafts_that_lie(user: Any, on: date) -> Iterator[Waiting]:
    """Yield drafts that have lain longer than the office wants, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    days = value_on(DRAFT_DAYS, on, default=None)
    if days is None:
        return
    drafts = NewsArticle.objects.never_published().being_written()
    drafts = drafts.select_related("latest_revision")
    for article in drafts.order_by("pk"):
        touched = _touched(article, on)
        if touched + timedelta(days=days) <= on:
            what = _("Finish or delete the draft “%(title)s”") % {"title": article.title}
            yield _item(article, what, touched, touched + timedelta(days=days))


@waits
def changes_to_publish(user: Any, on: date) -> Iterator[Waiting]:
    """Yield published articles with changes that readers do not see yet, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    opened = NewsArticle.objects.open_to_readers().being_written()
    changed = opened.filter(has_unpublished_changes=True)
    for article in changed.select_related("latest_revision").order_by("pk"):
        what = _("Publish the changes of “%(title)s”") % {"title": article.title}
        yield _item(article, what, _touched(article, on), None)


@waits
def articles_to_come(user: Any, on: date) -> Iterator[Waiting]:
    """Yield articles that are to be published later, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    coming = NewsArticle.objects.filter(scheduled_for__isnull=False)
    for article in coming.select_related("latest_revision").order_by("scheduled_for"):
        what = _("“%(title)s” is published by itself") % {"title": article.title}
        due = local_day(article.scheduled_for) if article.scheduled_for else None
        yield _item(article, what, _touched(article, on), due)


@waits
def hot_news_beyond_end(user: Any, on: date) -> Iterator[Waiting]:
    """Yield what is still marked as hot though its last hot day is over, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    for article in NewsArticle.objects.hot_beyond_end(on).order_by("hot_until"):
        what = _("“%(title)s” is hot news no longer: take the mark off") % {"title": article.title}
        yield _item(article, what, article.hot_since or on, None)


@waits
def drafts_to_review(user: Any, on: date) -> Iterator[Waiting]:
    """Yield what was submitted, to those who may approve it, with the day it should be done."""
    if not principals(user, on) & EDITORS:
        return
    days = value_on(REVIEW_DAYS, on, default=None)
    submitted = NewsArticle.objects.filter(review=ReviewState.SUBMITTED)
    for article in submitted.defer("body").order_by("review_at"):
        since = local_day(article.review_at) if article.review_at else on
        due = since + timedelta(days=days) if days is not None else None
        what = _("Review “%(title)s”") % {"title": article.title}
        yield _item(article, what, since, due)


@waits
def sources_that_took_off(user: Any, on: date) -> Iterator[Waiting]:
    """Yield articles on the site that their source took off, to the editors; late by the hour."""
    if not principals(user, on) & EDITORS:
        return
    removed = NewsArticle.objects.open_to_readers().filter(source_removed_at__isnull=False)
    for article in removed.order_by("source_removed_at"):
        until = removal_due(article)
        what = _("The source took off “%(title)s”: take it off the site") % {"title": article.title}
        if until is not None:
            what = _("%(what)s until %(when)s") % {
                "what": what,
                "when": date_format(timezone.localtime(until), "DATETIME_FORMAT"),
            }
        since = local_day(article.source_removed_at) if article.source_removed_at else on
        due = local_day(until) if until else since
        if until is not None and until < timezone.now() and due >= on:
            due = on - timedelta(days=1)  # late by the hour, though its day is not over
        yield _item(article, what, since, due)


@waits
def drafts_that_came_back(user: Any, on: date) -> Iterator[Waiting]:
    """Yield what was returned with remarks, to who submitted it."""
    if not principals(user, on) & (WRITERS | CONTRIBUTORS):
        return
    returned = NewsArticle.objects.filter(review=ReviewState.RETURNED, submitted_by=user)
    for article in returned.defer("body").order_by("review_at"):
        what = _("Work over “%(title)s”: it came back with remarks") % {"title": article.title}
        since = local_day(article.review_at) if article.review_at else on
        item = _item(article, what, since, None)
        yield replace(item, url=piece_at_desk(article, user) or item.url)


@waits
def approved_to_publish(user: Any, on: date) -> Iterator[Waiting]:
    """Yield what is approved and neither published nor scheduled, to the editors."""
    if not principals(user, on) & EDITORS:
        return
    approved = NewsArticle.objects.filter(review=ReviewState.APPROVED, scheduled_for=None)
    for article in approved.defer("body").order_by("review_at"):
        what = _("Publish “%(title)s”, which is approved") % {"title": article.title}
        yield _item(article, what, local_day(article.review_at) if article.review_at else on, None)


@waits
def comments_to_decide(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the comments that wait and those that readers reported, as two things to do."""
    if not principals(user, on) & EDITORS or not comments_are_shown():
        return
    url = reverse("news_comment:queue")
    waiting = Comment.objects.waiting()
    if (oldest := waiting.first()) is not None:
        n = waiting.count()
        what = ngettext("%(n)s comment waits", "%(n)s comments wait", n) % {"n": n}
        since = local_day(oldest.written_at)
        hours = value_on(COMMENT_HOURS, on, default=None)
        due = local_day(oldest.written_at + timedelta(hours=hours)) if hours else None
        yield Waiting(what=what, since=since, due=due, url=url, room=ROOM)
    reported = Comment.objects.reported().filter(state=CommentState.SHOWN)
    if n := reported.count():
        what = ngettext("%(n)s comment was reported", "%(n)s comments were reported", n)
        first = reported.order_by("reports__made_at").values_list("reports__made_at", flat=True)
        since = local_day(first[0])
        yield Waiting(what=what % {"n": n}, since=since, due=since, url=url, room=ROOM)


@desk_doors
def pieces_desk(user: Any) -> Iterator[Door]:
    """Yield the desk of the news to those who may write pieces there."""
    if policy_of(NewsArticle).may(user, "write_piece"):
        yield Door(
            label=gettext_lazy("My pieces for the site"),
            about=gettext_lazy("Write for the news, and see what became of it."),
            url=reverse("news:desk"),
        )


@desk_address(NewsArticle)
def piece_at_desk(article: NewsArticle, user: Any) -> str:
    """Return where a contributor finds a piece of theirs."""
    is_own = article.submitted_by_id == user.pk and not user.may_enter_back_office
    return reverse("news:desk_piece", args=[article.pk]) if is_own else ""


def _touched(article: NewsArticle, on: date) -> date:
    """Return the day on which an article was last written at."""
    revision = article.latest_revision
    return local_day(revision.created_at) if revision is not None else on


def _item(article: NewsArticle, what: str, since: date, due: date | None) -> Waiting:
    return Waiting(
        what=what,
        since=since,
        due=due,
        url=admin_row_url(article) or "",
        room=ROOM,
        record=article,
    )
