"""What the list of the counter is narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally


class DailyTallyFilterSet(RowFilterSet):
    """Rows by kind and day."""

    kind = django_filters.MultipleChoiceFilter(label=_("Kind of row"), choices=TallyKind.choices)
    day_from = from_day("day", _("Visits from"))
    day_until = until_day("day", _("Visits until"))

    class Meta:
        model = DailyTally
        fields = ["kind"]
