"""The screens of the news in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.news.viewsets.article import NewsArticleViewSet
from lienhiep.news.viewsets.category import CategoryViewSet, TopicViewSet
from lienhiep.news.viewsets.comment import (
    CommentSettingsViewSet,
    CommentViewSet,
    CommentWordViewSet,
)
from lienhiep.news.viewsets.gathering import (
    ArticleGroupViewSet,
    PenNameViewSet,
    SourceViewSet,
    TagViewSet,
)


class NewsViewSetGroup(RoomGroup):
    """The room of the news in the menu."""

    menu_label = _("News")
    menu_icon = "lh-news"
    menu_order = 190
    items = (
        NewsArticleViewSet,
        CategoryViewSet,
        TopicViewSet,
        TagViewSet,
        ArticleGroupViewSet,
        PenNameViewSet,
        SourceViewSet,
        CommentViewSet,
        CommentWordViewSet,
        CommentSettingsViewSet,
    )
