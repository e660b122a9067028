"""The screens of the directory in the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.directory.viewsets.merge import MergeViewSet
from lienhiep.directory.viewsets.organisation import DirectoryGroupViewSet, OrganisationViewSet
from lienhiep.directory.viewsets.person import PersonViewSet
from lienhiep.directory.viewsets.unit import (
    UnitChangeViewSet,
    UnitStatementViewSet,
    UnitViewSet,
)


class DirectoryViewSetGroup(RoomGroup):
    """The directory in the menu."""

    menu_label = _("Directory")
    menu_icon = "lh-directory"
    menu_order = 600
    items = (
        PersonViewSet,
        OrganisationViewSet,
        DirectoryGroupViewSet,
        UnitViewSet,
        UnitChangeViewSet,
        UnitStatementViewSet,
        MergeViewSet,
    )
