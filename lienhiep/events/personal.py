"""What this room keeps about a person: registrations, chairs, speakers and teachers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    CONSENT,
    DUTY,
    OFFICE,
    PUBLIC,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.reference import value_on
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.events.models import Conclusion, Conference, Registration, Teacher
from lienhiep.events.querysets import RegistrationQuerySet
from lienhiep.events.reference_codes import REGISTRATION_DAYS

TYPED = ("name", "organisation_name", "email", "phone")
"""What somebody typed into a registration; the person in the directory stands beside."""

NAMING = gettext_lazy("Saying who chaired, concluded or taught, as the minutes of an office do.")
WITH_THE_EVENT = gettext_lazy("As long as the record of the event.")
HOLDING = gettext_lazy("Preparing the event and letting participants in.")
FOR_A_TIME = gettext_lazy("Some days after the event, as the office has set; then taken out.")


@keeps_personal_data
def part_in_events(person: Any) -> Iterator[PersonalDatum]:
    """Yield what a person did at conferences and courses, and what they registered for.

    The name of a chair, speaker or teacher stands in the directory, where the pseudonym
    takes its place; the event, its history and its search entry repeat it.
    """
    if not isinstance(person, Person):
        return
    yield from _named(person)
    for registration in Registration.objects.filter(person=person).select_related(
        "conference", "course"
    ):
        yield from _registration(registration, str(person))


def _named(person: Person) -> Iterator[PersonalDatum]:
    for conference in Conference.objects.filter(chair=person):
        yield _of(conference, "chair", _("Chair of “%(event)s”") % {"event": conference}, person)
    for conclusion in Conclusion.objects.filter(speaker=person).select_related("conference"):
        label = _("Conclusion no. %(number)s of “%(event)s”") % {
            "number": conclusion.number,
            "event": conclusion.conference,
        }
        yield _of(conclusion, "speaker", label, person)
    for teacher in Teacher.objects.filter(person=person).select_related("course"):
        label = _("Teacher of “%(event)s”") % {"event": teacher.course}
        yield _of(teacher, "person", label, person, shown_in=(teacher.course,))


def _of(
    record: Any, field: str, label: str, person: Person, shown_in: tuple[Any, ...] = ()
) -> PersonalDatum:
    """Return a name that stands in the directory; the record is fed to the search anew."""
    return PersonalDatum(
        record=record,
        field=field,
        label=label,
        purpose=NAMING,
        retention=WITH_THE_EVENT,
        value=str(person),
        erase=lambda erasure, record=record: _under_pseudonym(record, erasure),
        shown_in=shown_in,
    )


def _registration(registration: Registration, name: str) -> Iterator[PersonalDatum]:
    yield PersonalDatum(
        record=registration,
        field="person",
        label=_("Registered for “%(event)s”") % {"event": registration.event},
        purpose=HOLDING,
        retention=FOR_A_TIME,
        value=name,
        erase=lambda erasure: _under_pseudonym(registration, erasure),
    )
    for field in TYPED:
        if value := getattr(registration, field):
            yield PersonalDatum(
                record=registration,
                field=field,
                label=Registration._meta.get_field(field).verbose_name,
                purpose=HOLDING,
                retention=FOR_A_TIME,
                value=value,
                erase=lambda erasure, field=field: _emptied(registration.pk, field),
                identifies=field != "organisation_name",
            )


def _under_pseudonym(record: Any, erasure: Erasure) -> None:
    """Let the record be found and shown under the name that the directory now has."""
    record.after_recorded()


def _emptied(pk: int, field: str) -> None:
    # Read anew: each field goes in its own turn, and the last must not undo the first.
    registration = Registration.objects.get(pk=pk)
    setattr(registration, field, "")
    registration.save()


processes(
    Processing(
        code="events.registrations",
        label=gettext_lazy("Registrations for events"),
        purpose=gettext_lazy("Preparing an event and letting participants in"),
        people=gettext_lazy("Participants"),
        data=gettext_lazy("Name, place of work, e-mail, telephone"),
        fields=(
            "events.registration.person",
            "events.registration.name",
            "events.registration.organisation_name",
            "events.registration.email",
            "events.registration.phone",
        ),
        basis=CONSENT,
        recipients=OFFICE,
        retention=gettext_lazy("Some days after the event, as the office has set"),
        count=count_of("events.registration"),
        consent="event_registration",
    )
)
processes(
    Processing(
        code="events.speakers",
        label=gettext_lazy("Chairs, speakers and teachers"),
        purpose=gettext_lazy("Saying who chaired, concluded or taught, as minutes do"),
        people=gettext_lazy("Chairs, speakers, teachers"),
        data=gettext_lazy("Full name"),
        fields=(
            "events.conference.chair",
            "events.conclusion.speaker",
            "events.teacher.person",
        ),
        basis=DUTY,
        recipients=PUBLIC,
        retention=gettext_lazy("As long as the record of the event"),
        count=count_of("events.teacher"),
    )
)


def _registrations_due(on: date) -> RegistrationQuerySet:
    days = value_on(REGISTRATION_DAYS, on, default=None)
    if days is None:
        return Registration.objects.none()
    return Registration.objects.held_before(on - timedelta(days=days)).order_by("pk")


forgets(
    RetentionRule(
        code="events.registrations",
        label=gettext_lazy("Names and addresses of past participants"),
        kept=gettext_lazy("Some days after the event, as the office has set"),
        due=_registrations_due,
        forget=lambda registration, by, reason: _forget(registration),
        shown=lambda registration: str(registration.event),
        by_itself=True,
    )
)


def _forget(registration: Registration) -> None:
    """Take out what was typed about somebody; the row stays and counts."""
    for name in TYPED:
        setattr(registration, name, "")
    registration.save()
