"""What the counter of visits tells for the annual report: E07."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Summed, figure
from lienhiep.core.period import Period
from lienhiep.visits.models import DailyTally

INFORMATION = _("Information and dissemination")
DAY_OF_VISIT = _("the day of the visit")


@figure(
    "E07",
    "visits.visits_total",
    label=_("Visits to the site, in total"),
    unit=_("site visits"),
    section=INFORMATION,
    counting_date=DAY_OF_VISIT,
    stands_at_data_date=True,
)
def visits_total(period: Period) -> Summed:
    """The counter of visits at the end: the balance carried over and all visits since."""
    return Summed(queryset=DailyTally.objects.making_up_total(period.end), amount="visits")


@figure(
    "E07a",
    "visits.visits_in_period",
    label=_("Visits to the site in the period"),
    unit=_("site visits"),
    section=INFORMATION,
    counting_date=DAY_OF_VISIT,
)
def visits_in_period(period: Period) -> Summed:
    """Pages of the site answered to people on the days of the period, machines left out."""
    return Summed(queryset=DailyTally.objects.of_people().in_period(period), amount="visits")
