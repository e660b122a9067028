from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The desk: the page that gathers what waits for somebody, and what they were told."""

    name = "lienhiep.desk"
    label = "desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        """Say who may do what, before anybody asks."""
        from lienhiep.desk.rules import register_policies

        register_policies()
