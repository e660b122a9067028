"""What rows of spreadsheets keep about a person, and how it is emptied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from lienhiep.core.personal import Erase, Erasure, PersonalDatum, keeps_personal_data
from lienhiep.directory.models import Person
from lienhiep.imports.models import ImportRow


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
