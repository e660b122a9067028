"""What the ground floor hangs up in the back office."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.fields import register_display_class

from lienhiep.core.files import RecordFileField
from lienhiep.core.files.display import RecordFileDisplay
from lienhiep.core.reference_screens import ReferenceValueViewSet

register_display_class(RecordFileField, display_class=RecordFileDisplay)


@hooks.register("register_admin_viewset")
def register_reference_screen():
    return ReferenceValueViewSet()


@hooks.register("register_log_actions")
def register_verbs(actions):
    actions.register_action(
        "core.set_reference", _("State a reference value"), _("Reference value stated")
    )
    actions.register_action(
        "core.erase_person", _("Erase personal data"), _("Personal data erased")
    )
    actions.register_action("core.withdraw_file", _("Withdraw a file"), _("File withdrawn"))
    actions.register_action("core.destroy_file", _("Destroy a file"), _("File destroyed"))


@hooks.register("register_admin_urls")
def register_job_pages():
    return [path("cong-viec-nen/", include("lienhiep.core.jobs.urls"))]


@hooks.register("register_settings_menu_item")
def register_job_menu():
    return MenuItem(_("Background work"), reverse("core_jobs:list"), icon_name="tasks", order=900)
