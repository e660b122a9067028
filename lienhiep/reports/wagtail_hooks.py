"""What the room of the reports hangs up in the back office."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lienhiep.reports.admin_views import figures_view
from lienhiep.reports.viewsets import ReportsGroup


@hooks.register("register_admin_viewset")
def register_reports():
    return ReportsGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    actions.register_action(
        "reports.freeze_report", _("Sign and freeze"), _("Report signed and frozen")
    )
    actions.register_action("reports.withdraw_report", _("Withdraw"), _("Report withdrawn"))
    actions.register_action("reports.redraft_report", _("Begin a new draft"), _("New draft begun"))


@hooks.register("register_admin_urls")
def register_figures_page():
    return [path("figures/", figures_view, name="reports_figures")]


@hooks.register("register_admin_menu_item")
def register_figures_menu():
    return MenuItem(
        _("The year in figures"), reverse("reports_figures"), icon_name="table", order=690
    )
