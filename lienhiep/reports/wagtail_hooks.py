"""What the room of the reports hangs up in the back office."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lienhiep.reports.admin_views import default_template, figures_view
from lienhiep.reports.viewsets import ReportsGroup

VERBS = [
    ("reports.freeze_report", _("Sign and freeze"), _("Report signed and frozen")),
    ("reports.number_report", _("Write down the number"), _("Number of the report written down")),
    ("reports.show_report", _("Show on the site"), _("Report shown on the site")),
    ("reports.hide_report", _("Take from the site"), _("Report taken from the site")),
    ("reports.withdraw_report", _("Withdraw"), _("Report withdrawn")),
    ("reports.redraft_report", _("Begin a new draft"), _("New draft begun")),
]


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
    ]


@hooks.register("register_admin_menu_item")
def register_figures_menu() -> MenuItem:
    return MenuItem(
        _("The year in figures"), reverse("reports_figures"), icon_name="table", order=690
    )
