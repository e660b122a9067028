"""The screens of this room in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.events.viewsets.conference import ConclusionViewSet, ConferenceViewSet
from lienhiep.events.viewsets.course import CourseViewSet
from lienhiep.events.viewsets.people import AttendanceViewSet, RegistrationViewSet
from lienhiep.events.viewsets.relations import (
    CharityViewSet,
    DelegationViewSet,
    ProgrammeViewSet,
    SponsorshipViewSet,
)


class EventsViewSetGroup(RoomGroup):
    """The room of conferences, courses and partners in the menu."""

    menu_label = _("Conferences and partners")
    menu_icon = "lh-events"
    menu_order = 240
    items = (
        ConferenceViewSet,
        ConclusionViewSet,
        CourseViewSet,
        RegistrationViewSet,
        AttendanceViewSet,
        ProgrammeViewSet,
        SponsorshipViewSet,
        DelegationViewSet,
        CharityViewSet,
    )
