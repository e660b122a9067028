from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """The room that counts visits (lượt truy cập): see docs/rooms/visits.md."""

    name = "lienhiep.visits"
    label = "visits"
    verbose_name = _("Visits to the site")
