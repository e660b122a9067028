"""What the news show on the front page: the article at its head, hot news, and each category."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import today
from lienhiep.core.site_blocks import SiteBlock, front_block
from lienhiep.news.reading import (
    cards_of,
    category_columns,
    groups_on_front,
    head_article,
    hot_articles,
    newest_articles,
)

NEWEST = 4


@front_block("news.head", label=_("News: main article, hot news, newest"), order=10)
def head_of_the_news() -> SiteBlock | None:
    """Show the article at the head, hot news beside it, and the newest."""
    head = head_article()
    if head is None:
        return None
    hot = [article for article in hot_articles(today()) if article.pk != head.pk]
    shown = {head.pk, *(article.pk for article in hot)}
    newest = [
        article for article in newest_articles(NEWEST + len(shown)) if article.pk not in shown
    ]
    return SiteBlock(
        "news/includes/front_head.html",
        {
            "head": cards_of([head], main=True)[0],
            "hot": cards_of(hot),
            "newest": [card | {"with_picture": True} for card in cards_of(newest[:NEWEST])],
        },
    )


@front_block("news.hot", label=_("News: hot news alone"), order=15, unasked=False)
def hot_news() -> SiteBlock | None:
    """Show the hot news of today, for a narrow place."""
    hot = hot_articles(today())
    return SiteBlock("news/includes/front_hot.html", {"hot": cards_of(hot)}) if hot else None


@front_block("news.groups", label=_("News: groups of articles picked by hand"), order=30)
def groups_of_articles() -> SiteBlock | None:
    """Show the groups that an editor has set onto the front page."""
    columns = groups_on_front()
    return SiteBlock("news/includes/front_groups.html", {"columns": columns}) if columns else None


@front_block("news.categories", label=_("News: by category"), order=40)
def news_by_category() -> SiteBlock | None:
    """Show the newest articles of each category that stands in menus."""
    columns = category_columns()
    return (
        SiteBlock("news/includes/front_categories.html", {"columns": columns}) if columns else None
    )
