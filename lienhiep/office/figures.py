"""What the e-office counts for the annual report: A03 to A06.

Secret documents and complaint letters enter no figure: not even their number may be told.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Cause, Counted, Ratio, figure
from lienhiep.core.figures.sections import HEADINGS
from lienhiep.core.period import Period
from lienhiep.office.models import (
    Dispatch,
    OfficialDocument,
    Receipt,
    ResolutionReview,
    ReviewRequest,
)

POLITICAL = HEADINGS["A"]
FORWARDING = _("the day of forwarding")
DOCUMENTS = _("official documents")
ITS_SENDING = (Cause("dispatch"), Cause("dispatch__document"))


@figure(
    "A03",
    "office.documents_forwarded",
    label=_("Party, State and province documents forwarded to members"),
    unit=DOCUMENTS,
    section=POLITICAL,
    counting_date=FORWARDING,
)
def documents_forwarded(period: Period) -> Counted:
    """Documents of Party, State and province forwarded to members in the period, each once."""
    sendings = Dispatch.objects.sent_in(period).order_by().values("pk")
    return Counted(
        queryset=OfficialDocument.objects.forwarded_in(period),
        by="origin",
        caused_by=(Cause("dispatches", among=sendings),),
    )


@figure(
    "A03a",
    "office.sendings",
    label=_("Sendings of these documents to members"),
    unit=_("sendings"),
    section=POLITICAL,
    counting_date=FORWARDING,
)
def sendings(period: Period) -> Counted:
    """Sendings of these documents in the period: one for each document and association."""
    return Counted(queryset=Receipt.objects.forwarded_in(period), caused_by=ITS_SENDING)


@figure(
    "A04",
    "office.acknowledged",
    label=_("Sendings acknowledged by members"),
    unit=_("sendings"),
    section=POLITICAL,
    counting_date=FORWARDING,
)
def acknowledged(period: Period) -> Ratio:
    """Sendings of the period that the association acknowledged, of all sendings."""
    return Ratio(
        queryset=Receipt.objects.forwarded_in(period).acknowledged(),
        whole=sendings(period),
        caused_by=ITS_SENDING,
    )


@figure(
    "A04a",
    "office.acknowledged_in_time",
    label=_("Sendings acknowledged in time"),
    unit=_("sendings"),
    section=POLITICAL,
    counting_date=FORWARDING,
)
def acknowledged_in_time(period: Period) -> Ratio:
    """Sendings of the period acknowledged by the day asked for, of all sendings."""
    return Ratio(
        queryset=Receipt.objects.forwarded_in(period).in_time(),
        whole=sendings(period),
        caused_by=ITS_SENDING,
    )


@figure(
    "A05",
    "office.documents",
    label=_("Documents received and issued"),
    unit=DOCUMENTS,
    section=POLITICAL,
    counting_date=_("the day of arrival, or the date of a document issued"),
)
def documents(period: Period) -> Counted:
    """Documents that the Union received or issued in the period, void ones left out."""
    both = OfficialDocument.objects.received_in(period) | OfficialDocument.objects.issued_in(period)
    return Counted(queryset=both.general(), by="direction")


@figure(
    "A05a",
    "office.documents_received",
    label=_("Documents received"),
    unit=DOCUMENTS,
    section=POLITICAL,
    counting_date=_("the day of arrival"),
)
def documents_received(period: Period) -> Counted:
    """Documents entered in the registers of arrivals in the period, by level of origin."""
    return Counted(queryset=OfficialDocument.objects.received_in(period).general(), by="origin")


@figure(
    "A05b",
    "office.documents_issued",
    label=_("Documents issued"),
    unit=DOCUMENTS,
    section=POLITICAL,
    counting_date=_("the date of the document"),
)
def documents_issued(period: Period) -> Counted:
    """Documents that the Union issued with a number in the period, by kind."""
    return Counted(queryset=OfficialDocument.objects.issued_in(period).general(), by="kind")


@figure(
    "A06",
    "office.reviews_concluded",
    label=_("Resolutions and directives reviewed"),
    unit=_("resolutions and directives"),
    section=POLITICAL,
    counting_date=_("the day of the conclusion"),
)
def reviews_concluded(period: Period) -> Counted:
    """Reviews of resolutions and directives concluded in the period, midway and final."""
    return Counted(
        queryset=ResolutionReview.objects.concluded_in(period),
        by="kind",
        caused_by=(Cause("document"),),
    )


@figure(
    "A06a",
    "office.reports_collected",
    label=_("Reports collected for these reviews"),
    unit=_("reports of members"),
    section=POLITICAL,
    counting_date=_("the day the report was received"),
)
def reports_collected(period: Period) -> Counted:
    """Reports of associations received in the period for reviews of resolutions."""
    return Counted(queryset=ReviewRequest.objects.received_in(period), caused_by=(Cause("review"),))
