from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """See the page of this room in docs/rooms."""

    name = "lienhiep.journal"
    label = "journal"
    verbose_name = _("Journal")
