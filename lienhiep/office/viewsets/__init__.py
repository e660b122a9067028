"""The screens of the e-office in the back office: one viewset for each kind of record."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RoomGroup
from lienhiep.office.viewsets.book import DocumentKindViewSet, RegisterBookViewSet
from lienhiep.office.viewsets.dispatch import DispatchViewSet, ReceiptViewSet
from lienhiep.office.viewsets.document import DocumentViewSet
from lienhiep.office.viewsets.registers import IncomingViewSet, OutgoingViewSet
from lienhiep.office.viewsets.review import ReviewRequestViewSet, ReviewViewSet


class OfficeViewSetGroup(RoomGroup):
    """The room of documents in the menu."""

    menu_label = _("E-office")
    menu_icon = "lh-office"
    menu_order = 100
    items = (
        DocumentViewSet,
        IncomingViewSet,
        OutgoingViewSet,
        DispatchViewSet,
        ReceiptViewSet,
        ReviewViewSet,
        ReviewRequestViewSet,
        RegisterBookViewSet,
        DocumentKindViewSet,
    )
