"""What the lists of the room are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day
from lienhiep.privacy.models import Breach, RetentionRun


class BreachFilterSet(RowFilterSet):
    """By whether it is closed, and by what was concerned."""

    closed = django_filters.BooleanFilter(
        label=_("Breach closed"), field_name="closed_on", lookup_expr="isnull", exclude=True
    )
    is_sensitive = django_filters.BooleanFilter(label=_("Sensitive data among them"))
    since = from_day("found_at", _("Found since"))

    class Meta:
        model = Breach
        fields = ["closed", "is_sensitive", "since"]


class RetentionRunFilterSet(RowFilterSet):
    """By whether it is over."""

    finished = django_filters.BooleanFilter(
        label=_("Run finished"), field_name="finished_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = RetentionRun
        fields = ["finished"]
