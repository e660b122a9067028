"""A new name, with the old one kept for the time in which it was borne."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.core.text import clean
from lienhiep.directory.choices import NameKind
from lienhiep.directory.models import Organisation, OrganisationName, Person, PersonName

ONE_DAY = timedelta(days=1)


def rename_organisation(
    *,
    organisation: Organisation,
    name: str,
    on: date,
    by: Any,
    short_name: str = "",
    decision: str = "",
) -> Organisation:
    """Give an organisation a new name from a day on; papers of before keep the old one.

    Refuses a day in the future (the name would not hold yet), one before an earlier change
    of name, and the name that it bears already.
    """
    _refuse_merged(organisation)
    name = clean(name)
    if not name or name == organisation.name:
        raise ValidationError({"name": _("Write a name that differs from the present one.")})
    if on > today():
        raise ValidationError({"on": _("Record the new name when it has come into force.")})
    last = organisation.names.order_by("valid_to").last()
    start = last.valid_to + ONE_DAY if last else organisation.founded_on
    if start is not None and on <= start:
        raise ValidationError({"on": _("The name has changed after this day already.")})
    with verb("directory.rename_organisation", by=by, about=organisation, reason=decision):
        OrganisationName.objects.create(
            organisation=organisation,
            name=organisation.name,
            short_name=organisation.short_name,
            valid_from=start,
            valid_to=on - ONE_DAY,
            decision=clean(decision),
        )
        organisation.name = name
        organisation.short_name = clean(short_name)
        organisation.save()
    return organisation


def rename_person(*, person: Person, full_name: str, on: date, by: Any, reason: str = "") -> Person:
    """Give a person another name from a day on; the old one is kept as a former name.

    Returns the person as it then stands. Refuses a day in the future and the name that the
    person bears already. A slip of the pen is no new name: correct it on the form.
    """
    _refuse_merged(person)
    if on > today():
        raise ValidationError({"on": _("Record the new name when it has come into force.")})
    renamed = Person.objects.get(pk=person.pk)
    before = renamed.full_name
    renamed.full_name = full_name
    # What overrode the given name was taken from the old name.
    renamed.given_override = ""
    renamed.clean()
    if renamed.full_name == before:
        raise ValidationError({"full_name": _("Write a name that differs from the present one.")})
    former = renamed.names.filter(kind=NameKind.FORMER).exclude(valid_to=None)
    last_day = former.aggregate(last=Max("valid_to"))["last"]
    if last_day is not None and on <= last_day:
        raise ValidationError({"on": _("The name has changed after this day already.")})
    with verb("directory.rename_person", by=by, about=person, reason=reason):
        PersonName.objects.create(
            person=renamed,
            name=before,
            kind=NameKind.FORMER,
            valid_from=last_day + ONE_DAY if last_day else None,
            valid_to=on - ONE_DAY,
        )
        renamed.save()
    return renamed


def _refuse_merged(record: Any) -> None:
    if record.is_merged:
        raise ValidationError(
            _("“%(record)s” was merged into another record; change that one.") % {"record": record}
        )
