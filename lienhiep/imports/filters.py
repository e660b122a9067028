"""What the list of spreadsheets is narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.imports.choices import BatchState
from lienhiep.imports.models import ImportBatch
from lienhiep.imports.spreadsheets.sheets import sheet_choices


class ImportBatchFilterSet(RowFilterSet):
    """Spreadsheets by registry, state and day."""

    sheet = django_filters.MultipleChoiceFilter(label=_("What the rows are"), choices=sheet_choices)
    state_code = django_filters.MultipleChoiceFilter(label=_("State"), choices=BatchState.choices)
    sent_from = from_day("sent_at__date", _("Sent in from"))
    sent_until = until_day("sent_at__date", _("Sent in until"))

    class Meta:
        model = ImportBatch
        fields = ["sheet", "state_code"]
