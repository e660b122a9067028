from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The public site's own pages."""

    name = "lienhiep.portal"
    label = "portal"
    verbose_name = _("Site")

    def ready(self):
        """Register who may do what."""
        from lienhiep.core.rules import register_policy
        from lienhiep.portal.models import SiteIdentity
        from lienhiep.portal.rules import SiteIdentityPolicy

        register_policy(SiteIdentity, SiteIdentityPolicy)
