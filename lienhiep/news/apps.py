from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """The room of the news site (tin bài): see docs/rooms/news.md."""

    name = "lienhiep.news"
    label = "news"
    verbose_name = _("News")
