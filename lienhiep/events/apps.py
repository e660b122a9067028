from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Conferences, courses, partners (hội nghị, tập huấn): see docs/rooms/events.md."""

    name = "lienhiep.events"
    label = "events"
    verbose_name = _("Conferences and partners")
