from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    """The room of official documents (văn bản): see docs/rooms/office.md."""

    name = "lienhiep.office"
    label = "office"
    verbose_name = _("E-office")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.office.rules import register_policies  # models must be loaded first

        register_policies()
