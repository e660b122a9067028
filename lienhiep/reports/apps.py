from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """See the page of this room in docs/rooms."""

    name = "lienhiep.reports"
    label = "reports"
    verbose_name = _("Reports")
