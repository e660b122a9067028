from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssociationsConfig(AppConfig):
    """The room of the member associations (hội thành viên): see docs/rooms/associations.md."""

    name = "lienhiep.associations"
    label = "associations"
    verbose_name = _("Member associations")
