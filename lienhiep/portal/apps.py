from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The public site's own pages."""

    name = "lienhiep.portal"
    label = "portal"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Say who may do what, and follow what editors do."""
        from lienhiep.portal.rules import register_policies  # models must be loaded first
        from lienhiep.portal.signal_handlers import connect  # as above

        register_policies()
        connect()
