"""What cannot be right in the news and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import PRESS_BODIES
from lienhiep.news.sourcing import is_aggregated, press_bodies_quoted, removed_late


@data_check("news.published_complete", label=gettext_lazy("Published articles are complete"))
def published_incomplete() -> Iterator[Finding]:
    """Find articles on the site that no list or summary can show well."""
    opened = NewsArticle.objects.open_to_readers()
    for article in opened.filter(category=None):
        yield Finding(_("“%(title)s” has no main category.") % {"title": article.title}, article)
    for article in opened.filter(lead=""):
        yield Finding(_("“%(title)s” has no lead.") % {"title": article.title}, article)


@data_check("news.sources_named", label=gettext_lazy("What others wrote names its source"))
def sources_missing() -> Iterator[Finding]:
    """Find what is quoted on the site without saying from where."""
    others = NewsArticle.objects.open_to_readers().exclude(source_kind=SourceKind.OWN)
    for article in others.filter(source_name=""):
        message = _("“%(title)s” does not name its source.") % {"title": article.title}
        yield Finding(message, article)


@data_check("news.hot_ends", label=gettext_lazy("Hot news has its end"))
def hot_without_end() -> Iterator[Finding]:
    """Find hot news that would stay hot for ever."""
    for article in NewsArticle.objects.filter(hot_since__isnull=False, hot_until=None):
        yield Finding(
            _("“%(title)s” is hot news without an end.") % {"title": article.title}, article
        )


@data_check("news.published_in_past", label=gettext_lazy("No news of days to come"))
def published_in_future() -> Iterator[Finding]:
    """Find publications, here or at the source, that lie in the future."""
    now = timezone.now()
    later = Q(published_at__gt=now) | Q(source_published_at__gt=now)
    for article in NewsArticle.objects.filter(later):
        yield Finding(
            _("“%(title)s” was published in the future.") % {"title": article.title}, article
        )


@data_check("news.press_bodies", label=gettext_lazy("An aggregated site quotes enough sources"))
def too_few_press_bodies() -> Iterator[Finding]:
    """Find that an aggregated site quotes fewer press bodies than the law asks for."""
    least = value_on(PRESS_BODIES, today(), default=None)
    if not is_aggregated() or least is None:
        return
    quoted = press_bodies_quoted(today())
    if 0 < len(quoted) < least:
        yield Finding(
            _("In thirty days %(n)s press bodies were quoted, at least %(least)s should be.")
            % {"n": len(quoted), "least": least}
        )


@data_check("news.links_to_source", label=gettext_lazy("What is quoted leads to its source"))
def quoted_without_link() -> Iterator[Finding]:
    """Find articles quoted from the press without link or hour of the source."""
    if not is_aggregated():
        return
    quoted = NewsArticle.objects.open_to_readers().filter(source_kind=SourceKind.QUOTED)
    for article in quoted.filter(Q(source_url="") | Q(source_published_at=None)):
        message = _("“%(title)s” lacks the link or the hour of its source.")
        yield Finding(message % {"title": article.title}, article)


@data_check("news.removed_in_time", label=gettext_lazy("What its source took off left in time"))
def left_late() -> Iterator[Finding]:
    """Find articles that left the site later than the rule admits after their source did."""
    for article, late in removed_late():
        yield Finding(
            _("“%(title)s” left the site %(minutes)s minutes too late.")
            % {"title": article.title, "minutes": int(late.total_seconds() // 60)},
            article,
        )
