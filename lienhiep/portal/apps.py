from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """See the page of this room in docs/rooms."""

    name = "lienhiep.portal"
    label = "portal"
    verbose_name = _("Portal")
