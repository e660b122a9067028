from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The desk: the page that gathers what waits for somebody."""

    name = "lienhiep.desk"
    label = "desk"
    verbose_name = _("Desk")
