from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The public site's own pages."""

    name = "lienhiep.portal"
    label = "portal"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Follow what editors do."""
        from lienhiep.portal.signal_handlers import connect  # models must be loaded first

        connect()
