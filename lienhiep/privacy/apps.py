from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """The room of personal data (dữ liệu cá nhân): see docs/rooms/privacy.md."""

    name = "lienhiep.privacy"
    label = "privacy"
    verbose_name = _("Personal data")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.privacy import reference_codes  # noqa: F401
        from lienhiep.privacy.rules import register_policies  # models must be loaded first

        register_policies()
