"""What the news put on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.core.principals import role_key
from lienhiep.core.shortcuts import register_home_figures, register_shortcuts, to_list, to_new
from lienhiep.news.models import NewsArticle
from lienhiep.news.rules import EDITORS, WRITERS

ICON = "lh-news"

register_shortcuts(
    to_new(NewsArticle, _("Write a news article"), icon=ICON, order=118, keys=WRITERS),
    to_list(NewsArticle, _("News articles"), icon=ICON, order=155, keys=EDITORS),
)
register_home_figures(
    {role_key(Role.EDITOR): ("E06", "E07"), role_key(Role.LEADER): ("E06",)}, order=190
)
