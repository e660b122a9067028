from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """The room of the journal (tập san): see docs/rooms/journal.md."""

    name = "lienhiep.journal"
    label = "journal"
    verbose_name = _("Journal")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.journal.rules import register_policies  # models must be loaded first

        register_policies()
