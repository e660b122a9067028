"""What cannot be right in the journal and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.journal.models import Issue, YearPlan
from lienhiep.journal.validators import WHOLE


@data_check("journal.shares_add_up", label=gettext_lazy("Planned shares add up to 100 %"))
def shares_add_up() -> Iterator[Finding]:
    """Find plans whose shares by subject add up to something else."""
    totals = YearPlan.objects.annotate(total=Sum("targets__share")).exclude(total=None)
    for plan in totals.exclude(total=WHOLE):
        yield Finding(
            _("The shares of %(plan)s add up to %(total)s %%.")
            % {"plan": plan, "total": plan.total},
            plan,
        )


@data_check("journal.numbers_held", label=gettext_lazy("Issues hold their numbers"))
def numbers_held() -> Iterator[Finding]:
    """Find issues whose held numbers are not those on the cover."""
    for issue in Issue.objects.prefetch_related("held_numbers"):
        held = sorted((row.year, row.number) for row in issue.held_numbers.all())
        if held != [(issue.year, number) for number in issue.numbers]:
            yield Finding(_("%(issue)s does not hold its numbers.") % {"issue": issue}, issue)
