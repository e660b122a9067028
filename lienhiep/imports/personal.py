"""What rows of spreadsheets keep about a person, and how it is emptied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from lienhiep.core.personal import Erase, Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    DUTY,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.reference import value_on
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.imports.models import ImportRow
from lienhiep.imports.querysets import RowQuerySet
from lienhiep.imports.reference_codes import KEEP_DAYS


@keeps_personal_data
def of_imported_person(person: Any) -> Iterator[PersonalDatum]:
    """Yield the rows of spreadsheets that made this person's record or speak of it."""
    if not isinstance(person, Person):
        return
    kind = ContentType.objects.get_for_model(Person)
    rows = ImportRow.objects.filter(
        records__content_type=kind, records__object_id=person.pk
    ).exclude(cells={})
    for row in rows.select_related("batch").distinct():
        yield PersonalDatum(
            record=row.batch,
            field="rows",
            label=ImportRow._meta.verbose_name,
            purpose=_("Correcting a spreadsheet and taking it back"),
            retention=_("As many days as the office has set for rows of spreadsheets"),
            value="; ".join(str(cell) for cell in row.cells.values()),
            erase=_emptying(row.pk),
            identifies=False,
        )


def _emptying(pk: int) -> Erase:
    def empty(erasure: Erasure) -> None:
        ImportRow.objects.filter(pk=pk).update(cells={}, messages=[])

    return empty


processes(
    Processing(
        code="imports.rows",
        label=gettext_lazy("Rows of spreadsheets"),
        purpose=gettext_lazy("Correcting a spreadsheet and taking it back"),
        people=gettext_lazy("Whoever stands in the spreadsheet"),
        data=gettext_lazy("What was typed in the rows"),
        fields=("imports.importbatch.rows",),
        basis=DUTY,
        recipients=gettext_lazy("Who sent it in"),
        retention=gettext_lazy("As many days as the office has set"),
        count=count_of("imports.importrow"),
    )
)

DAYS_OF_A_YEAR = 365
"""Days while the office has set none."""


def _rows_due(on: date) -> RowQuerySet:
    days = value_on(KEEP_DAYS, on, default=DAYS_OF_A_YEAR)
    before = timezone.now() - timedelta(days=days)
    return ImportRow.objects.filter(batch__sent_at__lt=before).exclude(cells={}).order_by("pk")


forgets(
    RetentionRule(
        code="imports.rows",
        label=gettext_lazy("Rows of spreadsheets sent in long ago"),
        kept=gettext_lazy("As many days as the office has set"),
        due=_rows_due,
        forget=lambda row, by, reason: _empty_row(row.pk),
        shown=lambda row: f"{row.batch}, {row.number}",
        by_itself=True,
    )
)


def _empty_row(pk: int) -> None:
    ImportRow.objects.filter(pk=pk).update(cells={}, messages=[])
