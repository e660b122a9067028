from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContestsConfig(AppConfig):
    """Contests and awards (cuộc thi, giải thưởng): see docs/rooms/contests.md."""

    name = "lienhiep.contests"
    label = "contests"
    verbose_name = _("Contests and awards")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.contests.rules import register_policies  # models must be loaded first

        register_policies()
