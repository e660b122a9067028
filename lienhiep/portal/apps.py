from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The public site's own pages."""

    name = "lienhiep.portal"
    label = "portal"
    verbose_name = _("Site")
