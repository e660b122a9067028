"""What the portal hangs up in the back office."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.core.viewsets import RowModelViewSet
from lienhiep.portal.models import SiteIdentity


class SiteIdentityViewSet(RowModelViewSet):
    """Who the Union is."""

    model = SiteIdentity
    name = "site-identity"
    icon = "home"
    menu_label = _("The Union on the site")
    menu_order = 900
    add_to_admin_menu = True
    list_display = ["name", "short_name", "email"]
    list_export = ["name", "short_name", "address", "phone", "email"]
    form_fields = [
        "name",
        "short_name",
        "address",
        "phone",
        "email",
        "legal_footer",
        "is_demonstration",
    ]


@hooks.register("register_admin_viewset")
def register_identity():
    return SiteIdentityViewSet()


@hooks.register("insert_global_admin_css")
def our_look():
    return format_html('<link rel="stylesheet" href="{}">', static("core/css/admin.css"))
