"""What the first hour hangs up in the back office."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from lienhiep.core.models import union_identity
from lienhiep.setup import admin_views
from lienhiep.setup.panel import SetupPanel
from lienhiep.setup.rules import may_set_up
from lienhiep.setup.steps import STEPS, something_is_missing

TITLE = pgettext_lazy("setup", "Set up your Union")

VERBS = {
    "setup.make_first_account": (
        pgettext_lazy("setup", "Make the first account"),
        pgettext_lazy("setup", "First account made"),
    ),
    "setup.archive_demonstration": (
        pgettext_lazy("setup", "Archive the demonstration"),
        pgettext_lazy("setup", "Demonstration archived"),
    ),
    "setup.begin_anew": (
        pgettext_lazy("setup", "Begin with one's own Union"),
        pgettext_lazy("setup", "Begun in the place of the demonstration"),
    ),
    "setup.clear_files": (
        pgettext_lazy("setup", "Remove the files of the demonstration"),
        pgettext_lazy("setup", "Files of the demonstration removed"),
    ),
    "setup.set_names": (
        pgettext_lazy("setup", "Say who the Union is"),
        pgettext_lazy("setup", "Names and address recorded"),
    ),
    "setup.put_picture": (
        pgettext_lazy("setup", "Put a picture of the Union"),
        pgettext_lazy("setup", "Picture of the Union recorded"),
    ),
    "setup.remove_picture": (
        pgettext_lazy("setup", "Remove a picture of the Union"),
        pgettext_lazy("setup", "Picture of the Union removed"),
    ),
    "setup.enter_associations": (
        pgettext_lazy("setup", "Enter associations"),
        pgettext_lazy("setup", "Associations entered"),
    ),
    "setup.set_menu": (
        pgettext_lazy("setup", "Set the menu of the site"),
        pgettext_lazy("setup", "Menu of the site set"),
    ),
    "setup.write_pages": (
        pgettext_lazy("setup", "Begin pages of the site"),
        pgettext_lazy("setup", "Pages of the site begun"),
    ),
    "setup.set_footer": (
        pgettext_lazy("setup", "Write the legal footer"),
        pgettext_lazy("setup", "Legal footer written"),
    ),
    "setup.carry_number_over": (
        pgettext_lazy("setup", "Go on after the last number on paper"),
        pgettext_lazy("setup", "Last number on paper recorded"),
    ),
    "setup.leave_out_step": (
        pgettext_lazy("setup", "Leave a step out"),
        pgettext_lazy("setup", "Step left out"),
    ),
    "setup.take_up_step": (
        pgettext_lazy("setup", "Take a step up again"),
        pgettext_lazy("setup", "Step taken up again"),
    ),
}


class SetupMenuItem(MenuItem):
    """The way to the first hour, for the administrator alone."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_set_up(request.user)


class UnfinishedMenuItem(SetupMenuItem):
    """The same in the main menu, as long as something is missing."""

    def is_shown(self, request: HttpRequest) -> bool:
        return super().is_shown(request) and something_is_missing(union_identity())


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    steps = [
        path(f"setup/{step.code}/", getattr(admin_views, step.code), name=f"setup_{step.code}")
        for step in STEPS
    ]
    return [
        path("setup/", admin_views.overview, name="setup_overview"),
        path("setup/begin/", admin_views.begin, name="setup_begin"),
        *steps,
        path("setup/<slug:code>/leave-out/", admin_views.leave_out, name="setup_leave_out"),
        path("setup/<slug:code>/take-up/", admin_views.take_up, name="setup_take_up"),
    ]


@hooks.register("register_admin_menu_item")
def register_unfinished() -> MenuItem:
    return UnfinishedMenuItem(
        TITLE, reverse("setup_overview"), name="setup", icon_name="list-ol", order=2
    )


@hooks.register("register_settings_menu_item")
def register_setting() -> MenuItem:
    return SetupMenuItem(
        TITLE, reverse("setup_overview"), name="setup-again", icon_name="list-ol", order=1
    )


@hooks.register("construct_homepage_panels")
def offer_the_first_hour(request: HttpRequest, panels: list[Component]) -> None:
    """Stand above everything while something is missing."""
    if may_set_up(request.user) and something_is_missing(union_identity()):
        panels.insert(0, SetupPanel())


@hooks.register("register_log_actions")
def register_verbs(actions: Any) -> None:
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("insert_global_admin_css")
def our_look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("setup/setup.css"))
