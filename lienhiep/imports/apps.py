from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """The room of what comes in from elsewhere (nhập dữ liệu): see docs/rooms/imports.md."""

    name = "lienhiep.imports"
    label = "imports"
    verbose_name = _("Imports")

    def ready(self) -> None:
        """Say who may do what, and which registries take spreadsheets."""
        from lienhiep.imports import registries  # noqa: F401  (they hang themselves up)
        from lienhiep.imports.rules import register_policies  # models must be loaded first

        register_policies()
