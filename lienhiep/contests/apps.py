from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContestsConfig(AppConfig):
    """Contests and awards (cuộc thi, giải thưởng): see docs/rooms/contests.md."""

    name = "lienhiep.contests"
    label = "contests"
    verbose_name = _("Contests and awards")
