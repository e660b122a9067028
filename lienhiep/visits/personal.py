"""What counting visits keeps about a reader: nothing that tells who it was."""

from django.utils.translation import gettext_lazy

from lienhiep.core.processing import DUTY, OFFICE, Processing, count_of, processes

processes(
    Processing(
        code="visits.counting",
        label=gettext_lazy("Counting of visits"),
        purpose=gettext_lazy("Knowing how often the site is read"),
        people=gettext_lazy("Readers of the site"),
        data=gettext_lazy("A number that changes each day; no address is kept"),
        fields=(),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("Daily totals"),
        count=count_of("visits.recentvisitor"),
    )
)
