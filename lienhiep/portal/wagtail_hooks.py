"""What the portal hangs up in the back office."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.core.models import UnionIdentity
from lienhiep.core.viewsets import RowModelViewSet


class UnionIdentityViewSet(RowModelViewSet):
    """Who the Union is."""

    model = UnionIdentity
    icon = "home"
    menu_label = _("The Union")
    menu_order = 900
    add_to_admin_menu = True
    list_display = ["name", "short_name", "email"]
    list_export = ["name", "short_name", "address", "phone", "email"]
    form_fields = [
        "name",
        "short_name",
        "symbol",
        "superior",
        "place",
        "address",
        "phone",
        "email",
        "legal_footer",
        "is_demonstration",
    ]


@hooks.register("register_admin_viewset")
def register_identity():
    return UnionIdentityViewSet()


@hooks.register("insert_global_admin_css")
def our_look():
    return format_html('<link rel="stylesheet" href="{}">', static("core/css/admin.css"))
