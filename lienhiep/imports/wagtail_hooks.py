"""What the room hangs up in the back office: its screens and the names of its verbs."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.imports.admin_views import recap, template
from lienhiep.imports.viewsets import ImportsGroup

VERBS = {
    "imports.take_in_file": (_("Send a spreadsheet in"), _("Sent a spreadsheet in")),
    "imports.recheck_batch": (_("Try it out again"), _("Tried the rows out again")),
    "imports.load_batch": (_("Record the rows"), _("Recorded rows of a spreadsheet")),
    "imports.load_row": (_("Record a row"), _("Recorded a row of a spreadsheet")),
    "imports.undo_batch": (_("Take the import back"), _("Took back rows of a spreadsheet")),
    "imports.begin_site_import": (
        _("Begin to bring a former site over"),
        _("Began to bring a former site over"),
    ),
    "imports.carry_over": (
        _("Bring a former site over"),
        _("Brought records of a former site over"),
    ),
    "imports.undo_row": (_("Take a row back"), _("Took back a row of a spreadsheet")),
}


@hooks.register("register_admin_viewset")
def register_imports() -> ImportsGroup:
    """Put the room into the menu."""
    return ImportsGroup()


@hooks.register("register_log_actions")
def register_verbs(actions: Any) -> None:
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    """Hand out templates and outcomes."""
    return [
        path("imports/template/<slug:code>/", template, name="imports_template"),
        path("imports/outcome/<int:pk>/", recap, name="imports_recap"),
    ]
