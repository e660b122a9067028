"""What the guide hangs up in the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.guide.menu import ContentsItem, ScreenItem


@hooks.register("register_help_menu_item")
def register_screen_item():
    return ScreenItem(_("Help with this screen"), order=10)


@hooks.register("register_help_menu_item")
def register_contents_item():
    return ContentsItem(_("User guide"), order=20)
