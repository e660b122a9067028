"""What the room of the reports hangs up in the back office."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets.row_buttons import adds_row_buttons
from lienhiep.reports.admin_views import (
    data_quality,
    default_template,
    figures_view,
    take_over,
)
from lienhiep.reports.models import KeyTask, Report, Statement, WordTemplate, WorkPlan
from lienhiep.reports.viewsets import ReportsGroup

VERBS = [
    ("reports.freeze_report", _("Sign and freeze"), _("Report signed and frozen")),
    ("reports.number_report", _("Write down the number"), _("Number of the report written down")),
    ("reports.show_report", _("Show on the site"), _("Report shown on the site")),
    ("reports.hide_report", _("Take from the site"), _("Report taken from the site")),
    ("reports.withdraw_report", _("Withdraw"), _("Report withdrawn")),
    ("reports.redraft_report", _("Begin a new draft"), _("New draft begun")),
    ("reports.approve_plan", _("Approve the plan of work"), _("Plan of work approved")),
    ("reports.reopen_plan", _("Take the approval back"), _("Approval of the plan taken back")),
    ("reports.take_over", _("Take into the plan of work"), _("Taken into the plan of work")),
    ("reports.complete_task", _("Record the completion"), _("Key task completed")),
    ("reports.reopen_task", _("Take the task up again"), _("Key task taken up again")),
    ("reports.drop_task", _("Drop the task"), _("Key task dropped")),
]

OWN = (KeyTask, Report, Statement, WordTemplate, WorkPlan)
"""Records of this room, which are not taken over into a plan by the general button."""


@hooks.register("register_admin_viewset")
def register_reports() -> ReportsGroup:
    return ReportsGroup()


@hooks.register("register_log_actions")
def register_verbs(actions: Any) -> None:
    for verb, label, message in VERBS:
        actions.register_action(verb, label, message)


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    return [
        path("figures/", figures_view, name="reports_figures"),
        path("figures/report-template/", default_template, name="reports_default_template"),
        path("figures/data-quality/", data_quality, name="reports_data_quality"),
        path("figures/take-over/<int:kind>/<int:pk>/", take_over, name="reports_take_over"),
    ]


@hooks.register("register_admin_menu_item")
def register_figures_menu() -> MenuItem:
    return MenuItem(
        _("The year in figures"), reverse("reports_figures"), icon_name="lh-figures", order=690
    )


@hooks.register("insert_global_admin_css")
def style_sheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("reports/admin.css"))


@adds_row_buttons
def take_over_button(user: Any, row: Any) -> Iterator[Button]:
    """Offer to take a record of another room into the plan of work."""
    if isinstance(row, OWN) or not policy_of(KeyTask).may(user, "take_over"):
        return
    if WorkPlan.objects.not_over().exists():
        kind = ContentType.objects.get_for_model(row)
        yield Button(
            _("Take into the plan of work"),
            url=reverse("reports_take_over", args=[kind.pk, row.pk]),
            icon_name="plus",
            priority=50,
        )
