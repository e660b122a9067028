"""What the directory keeps about a person, and what goes when it is to be erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from lienhiep.core.personal import Erase, Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    DUTY,
    OFFICE,
    Processing,
    count_of,
    processes,
)
from lienhiep.directory.models import MergeRecord, Person

NAMING = _("Naming people in the Union's records")
REACHING = _("Writing to somebody and calling them")
PERSONNEL = _("Telling persons of one name apart; personnel papers")
WHILE_NEEDED = _("As long as the person has to do with the Union")
WITH_RECORDS = _("As long as the records that name the person")
PROOF = _("Proof of which records were made one")

EMPTY: dict[str, Any] = {
    "titles": "",
    "given_override": "",
    "sex": "",
    "birth_date": None,
    "birth_year": None,
    "email": "",
    "phone": "",
    "address": "",
    "note": "",
}
"""What each field of a person holds when nothing is known."""

PURPOSES = {
    "full_name": (NAMING, WITH_RECORDS),
    "titles": (NAMING, WITH_RECORDS),
    "given_override": (NAMING, WITH_RECORDS),
    "sex": (PERSONNEL, WHILE_NEEDED),
    "birth_date": (PERSONNEL, WHILE_NEEDED),
    "birth_year": (PERSONNEL, WHILE_NEEDED),
    "email": (REACHING, WHILE_NEEDED),
    "phone": (REACHING, WHILE_NEEDED),
    "address": (REACHING, WHILE_NEEDED),
    "note": (PERSONNEL, WHILE_NEEDED),
}

# A word such as "female", a title or a year stands in thousands of other texts.
NO_TRACE = frozenset({"sex", "titles", "birth_year", "given_override"})


@keeps_personal_data
def of_person(person: Any) -> Iterator[PersonalDatum]:
    """Yield the person's own record, and the records of the same person merged into it."""
    if not isinstance(person, Person):
        return
    for record in (person, *person.merged_records.all()):
        yield from _own_fields(record)
        yield from _names(record)
        yield from _workplaces(record)
        yield from _merges(record)


def _own_fields(person: Person) -> Iterator[PersonalDatum]:
    for name, (purpose, retention) in PURPOSES.items():
        value = getattr(person, name)
        if value in (None, ""):
            continue
        yield PersonalDatum(
            record=person,
            field=name,
            label=Person._meta.get_field(name).verbose_name,
            purpose=purpose,
            retention=retention,
            value=value,
            erase=_emptying(person.pk, name),
            identifies=name not in NO_TRACE,
        )


def _emptying(pk: int, name: str) -> Erase:
    def empty(erasure: Erasure) -> None:
        # Read anew: each field is erased in its own turn, and the last must not undo the first.
        person = Person.objects.get(pk=pk)
        setattr(person, name, erasure.pseudonym if name == "full_name" else EMPTY[name])
        person.save()

    return empty


def _names(person: Person) -> Iterator[PersonalDatum]:
    for name in person.names.all():
        yield PersonalDatum(
            record=name,
            field="name",
            label=name._meta.get_field("name").verbose_name,
            purpose=NAMING,
            retention=WITH_RECORDS,
            value=name.name,
            erase=_deleting(name),
            shown_in=(person,),
        )


def _workplaces(person: Person) -> Iterator[PersonalDatum]:
    for workplace in person.affiliations.select_related("organisation"):
        yield PersonalDatum(
            record=workplace,
            field="organisation",
            label=workplace._meta.verbose_name,
            purpose=NAMING,
            retention=WHILE_NEEDED,
            value=str(workplace),
            erase=_deleting(workplace),
            shown_in=(person,),
            identifies=False,
        )


def _merges(person: Person) -> Iterator[PersonalDatum]:
    """Yield what was written when records of the person were merged or parted."""
    of_persons = MergeRecord.objects.filter(kind="person")
    for merge in of_persons.filter(Q(winner_id=person.pk) | Q(loser_id=person.pk)):
        yield PersonalDatum(
            record=merge,
            field="reason",
            label=merge._meta.get_field("reason").verbose_name,
            purpose=PROOF,
            retention=WITH_RECORDS,
            value=merge.reason,
            erase=_emptying_merge(merge.pk),
            identifies=False,
        )


def _emptying_merge(pk: int) -> Erase:
    def empty(erasure: Erasure) -> None:
        merge = MergeRecord.objects.get(pk=pk)
        merge.reason, merge.left = "", []
        merge.save()

    return empty


def _deleting(row: Any) -> Callable[[Erasure], None]:
    def delete(erasure: Erasure) -> None:
        type(row).objects.filter(pk=row.pk).delete()

    return delete


processes(
    Processing(
        code="directory.persons",
        label=gettext_lazy("Directory of persons"),
        purpose=gettext_lazy("Naming people in the records of the Union and reaching them"),
        people=gettext_lazy("Members, officers, experts, contributors, contestants, partners"),
        data=gettext_lazy(
            "Name, titles, sex, birth, e-mail, telephone, address, place of work, note"
        ),
        fields=(
            "directory.person.full_name",
            "directory.person.titles",
            "directory.person.given_override",
            "directory.person.sex",
            "directory.person.birth_date",
            "directory.person.birth_year",
            "directory.person.email",
            "directory.person.phone",
            "directory.person.address",
            "directory.person.note",
            "directory.personname.name",
            "directory.affiliation.organisation",
            "directory.mergerecord.reason",
        ),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("As long as the person has to do with the Union"),
        count=count_of("directory.person"),
    )
)
