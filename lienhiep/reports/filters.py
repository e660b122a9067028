"""What the lists of plans and tasks are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import Role
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.reports.choices import Area, TaskState
from lienhiep.reports.models import KeyTask


class KeyTaskFilterSet(RowFilterSet):
    """Key tasks by year, state, area, who leads and day."""

    year = django_filters.NumberFilter(field_name="plan__year", label=_("Year of the plan"))
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the task"), choices=TaskState.choices
    )
    area = django_filters.MultipleChoiceFilter(label=_("Area of work"), choices=Area.choices)
    lead_role = django_filters.MultipleChoiceFilter(label=_("Lies with"), choices=Role.choices)
    due_from = from_day("due_on", _("Due from"))
    due_until = until_day("due_on", _("Due until"))

    class Meta:
        model = KeyTask
        fields = ["year", "state_code", "area", "lead_role"]
