from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Conferences, courses, partners (hội nghị, tập huấn): see docs/rooms/events.md."""

    name = "lienhiep.events"
    label = "events"
    verbose_name = _("Conferences and partners")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.events.rules import register_policies  # models must be loaded first

        register_policies()
