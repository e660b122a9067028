from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HonoursConfig(AppConfig):
    """The room of commendations and honours (khen thưởng, tôn vinh): see docs/rooms/honours.md."""

    name = "lienhiep.honours"
    label = "honours"
    verbose_name = _("Commendation")
