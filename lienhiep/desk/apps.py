from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """See the page of this room in docs/rooms."""

    name = "lienhiep.desk"
    label = "desk"
    verbose_name = _("Desk")
