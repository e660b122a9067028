"""What the ground floor hangs up in the back office."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.fields import register_display_class

from lienhiep.core.files import RecordFileField
from lienhiep.core.files.display import RecordFileDisplay
from lienhiep.core.files.downloads import send_part
from lienhiep.core.office_home.panels import BesidePanel, FiguresPanel
from lienhiep.core.office_search import search_view
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
    return [
        path("cong-viec-nen/", include("lienhiep.core.jobs.urls")),
        path("tim/", search_view, name="core_search"),
    ]


@hooks.register("construct_homepage_panels")
def put_the_days_work_first(request, panels):
    """Our parts come first; of Wagtail's own each is empty unless it concerns the reader."""
    panels += [BesidePanel(), FiguresPanel()]


ICONS = (
    "accounts",
    "advisory",
    "associations",
    "contests",
    "desk",
    "directory",
    "events",
    "figures",
    "honours",
    "imports",
    "journal",
    "news",
    "office",
    "reports",
    "union",
    "values",
    "visits",
)


@hooks.register("register_icons")
def register_room_icons(icons):
    """One drawing for each room, so that no two stand for the same."""
    return [*icons, *(f"core/icons/{name}.svg" for name in ICONS)]


@hooks.register("insert_global_admin_js")
def name_what_has_no_name():
    return format_html(
        '<script src="{}" defer></script><script src="{}" defer></script>',
        static("core/js/admin-names.js"),
        static("core/js/pick.js"),
    )


@hooks.register("register_settings_menu_item")
def register_job_menu():
    return MenuItem(_("Background work"), reverse("core_jobs:list"), icon_name="tasks", order=900)


@hooks.register("construct_help_menu")
def leave_out_help_from_elsewhere(request, items):
    """Wagtail's guide and news are in English and on another site; the keys stay."""
    items[:] = [item for item in items if not item.url.startswith("http")]


WAGTAILS_OWN = {
    "explorer": (pgettext_lazy("menu", "Pages of the site"), "site", 192),
    "images": (pgettext_lazy("menu", "Pictures"), "image", 193),
    "documents": (pgettext_lazy("menu", "Files to download"), "download", 194),
    "reports": (pgettext_lazy("menu", "Traces of the system"), "history", 9000),
    "settings": (pgettext_lazy("menu", "Settings"), "cogs", 9100),
}
"""Label, icon and place of Wagtail's own entries, beside the room they belong to.

Reports are the room of that name; what Wagtail calls so is about pages and the site.
"""


@hooks.register("construct_main_menu")
def put_wagtails_own_in_order(request, items):
    """Give Wagtail's own entries words, drawings and places that go with the rooms'."""
    for item in items:
        if item.name in WAGTAILS_OWN:
            item.label, item.icon_name, item.order = WAGTAILS_OWN[item.name]


@hooks.register("construct_main_menu")
def leave_out_the_list_of_snippets(request, items):
    """Records with drafts stand in the menu of their own room; a list of kinds says nothing."""
    items[:] = [item for item in items if item.name != "snippets"]


@hooks.register("before_serve_document")
def send_part_to_players(document, request):
    """Let films and sounds of the library be played wherever they are begun."""
    return send_part(document, request)
