from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisoryConfig(AppConfig):
    """Advice, critique, social appraisal, science tasks: see docs/rooms/advisory.md."""

    name = "lienhiep.advisory"
    label = "advisory"
    verbose_name = _("Advice and science")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.advisory.rules import register_policies  # models must be loaded first

        register_policies()
