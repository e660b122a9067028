"""What the news count for the annual report: E06.

An article that was taken off the site counts nowhere; a report frozen before shows the
difference. Published again, it counts by its first publication as before.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Counted, figure
from lienhiep.core.period import Period
from lienhiep.news.models import NewsArticle

INFORMATION = _("Information and dissemination")
FIRST_PUBLICATION = _("the day of first publication on the site")


@figure(
    "E06",
    "news.articles_published",
    label=_("Articles published on the site"),
    unit=_("articles of the site"),
    section=INFORMATION,
    counting_date=FIRST_PUBLICATION,
)
def articles_published(period: Period) -> Counted:
    """Articles first published on the site in the period, by main category."""
    return Counted(queryset=NewsArticle.objects.published_in(period), by="category")


@figure(
    "E06a",
    "news.articles_by_origin",
    label=_("Articles published on the site, by origin"),
    unit=_("articles of the site"),
    section=INFORMATION,
    counting_date=FIRST_PUBLICATION,
)
def articles_by_origin(period: Period) -> Counted:
    """Articles first published in the period: written by the Union, quoted, official texts."""
    return Counted(queryset=NewsArticle.objects.published_in(period), by="source_kind")
