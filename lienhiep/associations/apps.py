from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssociationsConfig(AppConfig):
    """The room of the member associations (hội thành viên): see docs/rooms/associations.md."""

    name = "lienhiep.associations"
    label = "associations"
    verbose_name = _("Member associations")

    def ready(self) -> None:
        """Say which keys follow from seats, and who may do what, before anybody asks."""
        from lienhiep.associations.keys import seat_keys  # models must be loaded first
        from lienhiep.associations.rules import register_policies
        from lienhiep.core.principals import register_principals

        register_principals(seat_keys)
        register_policies()
