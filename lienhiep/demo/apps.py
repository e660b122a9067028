from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemonstrationConfig(AppConfig):
    """See the page of this room in docs/rooms."""

    name = "lienhiep.demo"
    label = "demo"
    verbose_name = _("Demonstration")
