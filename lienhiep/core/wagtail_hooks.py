"""What the ground floor hangs up in the back office."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem, reports_menu
from wagtail.admin.ui.fields import register_display_class

from lienhiep.core.files import RecordFileField
from lienhiep.core.files.display import RecordFileDisplay
from lienhiep.core.reference_screens import ReferenceValueViewSet
from lienhiep.core.wagtail_labels import translate_bare_labels

register_display_class(RecordFileField, display_class=RecordFileDisplay)
translate_bare_labels()


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


@hooks.register("construct_help_menu")
def leave_out_help_from_elsewhere(request, items):
    """Wagtail's guide and news are in English and on another site; the keys stay."""
    items[:] = [item for item in items if not item.url.startswith("http")]


@hooks.register("construct_main_menu")
def name_wagtails_reports(request, items):
    """Reports are the room of that name; what Wagtail calls so is about pages and the site."""
    for item in items:
        if getattr(item, "menu", None) is reports_menu:
            item.label = _("System reports")


@hooks.register("construct_main_menu")
def leave_out_the_list_of_snippets(request, items):
    """Records with drafts stand in the menu of their own room; a list of kinds says nothing."""
    items[:] = [item for item in items if item.name != "snippets"]
