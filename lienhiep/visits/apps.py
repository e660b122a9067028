from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """The room that counts visits (lượt truy cập): see docs/rooms/visits.md."""

    name = "lienhiep.visits"
    label = "visits"
    verbose_name = _("Visits to the site")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.visits.rules import register_policies  # models must be loaded first

        register_policies()
