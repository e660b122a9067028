"""The screens of this room in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.associations.viewsets.body import (
    BodyViewSet,
    PositionViewSet,
    SeatViewSet,
    TermViewSet,
)
from lienhiep.associations.viewsets.cadre import AppointmentViewSet, CadrePlanViewSet
from lienhiep.associations.viewsets.congress import CongressViewSet
from lienhiep.associations.viewsets.member import AdmissionViewSet, MembershipViewSet
from lienhiep.associations.viewsets.statement import (
    MemberStatementViewSet,
    PersonsAdmittedViewSet,
)
from lienhiep.core.viewsets import RoomGroup


class AssociationsViewSetGroup(RoomGroup):
    """The room of the associations in the menu."""

    menu_label = _("Member associations")
    menu_icon = "lh-associations"
    menu_order = 150
    items = (
        MembershipViewSet,
        AdmissionViewSet,
        MemberStatementViewSet,
        PersonsAdmittedViewSet,
        CongressViewSet,
        TermViewSet,
        BodyViewSet,
        SeatViewSet,
        PositionViewSet,
        CadrePlanViewSet,
        AppointmentViewSet,
    )
