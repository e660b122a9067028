from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """The room of the news site (tin bài): see docs/rooms/news.md."""

    name = "lienhiep.news"
    label = "news"
    verbose_name = _("News")
    site_styles = ("news/news.css",)

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.news.rules import register_policies  # models must be loaded first

        register_policies()
