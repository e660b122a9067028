from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HonoursConfig(AppConfig):
    """The room of commendations and honours (khen thưởng, tôn vinh): see docs/rooms/honours.md."""

    name = "lienhiep.honours"
    label = "honours"
    verbose_name = _("Commendation")

    def ready(self) -> None:
        """Say who may read and do what, before Wagtail asks."""
        from lienhiep.honours.rules import register_policies  # models must be loaded first

        register_policies()
