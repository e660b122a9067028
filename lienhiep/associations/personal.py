"""What this room keeps about a person: seats, planning and appointment, and numbers given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.associations.choices import BodyKind
from lienhiep.associations.models import Appointment, MemberStatement, PlannedCadre, Seat
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    DUTY,
    OFFICE,
    PUBLIC,
    Processing,
    count_of,
    processes,
)
from lienhiep.directory.models import Person


@keeps_personal_data
def seats_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the seats of a person, with the second office that was written beside each.

    The name itself stands in the directory, where the pseudonym takes its place.
    """
    if not isinstance(person, Person):
        return
    for seat in Seat.objects.filter(person=person).select_related("body", "position", "person"):
        yield PersonalDatum(
            record=seat,
            field="person",
            label=_("Seat: %(position)s, %(body)s")
            % {"position": seat.position, "body": seat.body},
            purpose=_("Knowing who leads and acts for an organisation, and since when."),
            retention=_("As long as the history of the body is kept."),
            value=str(person),
            erase=lambda erasure, seat=seat: _under_pseudonym(seat, erasure),
        )
        if seat.other_office:
            yield PersonalDatum(
                record=seat,
                field="other_office",
                label=_("Second office beside a seat"),
                purpose=_("Telling readers of the site who the person is."),
                retention=_("As long as the seat is shown."),
                value=seat.other_office,
                erase=lambda erasure, seat=seat: _clear(seat, "other_office"),
            )


@keeps_personal_data
def cadre_files_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the plans in which a person stands, and their appointments."""
    if not isinstance(person, Person):
        return
    for planned in PlannedCadre.objects.filter(person=person).select_related("plan"):
        yield PersonalDatum(
            record=planned,
            field="person",
            label=_("Planned for: %(plan)s") % {"plan": planned.plan},
            purpose=_("Planning cadres, as the rules of the Party and the State ask."),
            retention=_("Five years after the term that was planned for."),
            value=str(person),
            erase=lambda erasure, planned=planned: _clear(planned, "reason"),
        )
    for appointment in Appointment.objects.filter(person=person).select_related("person"):
        yield PersonalDatum(
            record=appointment,
            field="person",
            label=_("Appointment: %(post)s") % {"post": appointment.post},
            purpose=_("Keeping the decisions on personnel."),
            retention=_("As long as personnel papers are kept."),
            value=str(person),
            erase=lambda erasure, row=appointment: _under_pseudonym(row, erasure),
        )


@keeps_personal_data
def statements_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the statements of members that a person gave for an association."""
    if not isinstance(person, Person):
        return
    for statement in MemberStatement.objects.filter(given_by=person).select_related("organisation"):
        yield PersonalDatum(
            record=statement,
            field="given_by",
            label=_("Gave the numbers of “%(statement)s”") % {"statement": statement},
            purpose=_("Asking back where a number is unclear."),
            retention=_("Five years."),
            value=str(person),
            erase=lambda erasure, row=statement: _clear(row, "given_by"),
        )


def _under_pseudonym(record: Any, erasure: Erasure) -> None:
    """Let the record be found and shown under the name that the directory now has."""
    record.person.refresh_from_db()
    record.after_recorded()


def _clear(record: Any, field: str) -> None:
    record.refresh_from_db()
    setattr(record, field, None if field == "given_by" else "")
    record.save()


processes(
    Processing(
        code="associations.seats",
        label=gettext_lazy("Seats in bodies of the Union and its associations"),
        purpose=gettext_lazy("Knowing who leads and acts for an organisation, and since when"),
        people=gettext_lazy("Officers of the Union and of its associations"),
        data=gettext_lazy("Name, position, days, second office"),
        fields=(
            "associations.seat.person",
            "associations.seat.other_office",
        ),
        basis=DUTY,
        recipients=PUBLIC,
        retention=gettext_lazy("As long as the history of the body is kept"),
        count=count_of("associations.seat"),
    )
)
processes(
    Processing(
        code="associations.party_cells",
        label=gettext_lazy("Seats in Party cells"),
        purpose=gettext_lazy("Work of the Party organisation of the Union"),
        people=gettext_lazy("Members of the committee of a Party cell"),
        data=gettext_lazy("That somebody sits in a Party cell (political view)"),
        fields=("associations.seat.body",),
        basis=DUTY,
        recipients=gettext_lazy(
            "Leaders and the office manager; never the public, masked in exports"
        ),
        retention=gettext_lazy("As long as the history of the body is kept"),
        count=lambda: Seat.objects.filter(body__kind=BodyKind.PARTY_CELL).count(),
        sensitive=True,
    )
)
processes(
    Processing(
        code="associations.cadres",
        label=gettext_lazy("Planning and appointment of cadres"),
        purpose=gettext_lazy("Planning cadres, as the rules of the Party and the State ask"),
        people=gettext_lazy("Cadres planned for or appointed"),
        data=gettext_lazy("Name, post, term, reason"),
        fields=(
            "associations.plannedcadre.person",
            "associations.appointment.person",
        ),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("Five years after the term that was planned for"),
        count=count_of("associations.plannedcadre"),
    )
)
processes(
    Processing(
        code="associations.statements",
        label=gettext_lazy("Who gave the numbers of members"),
        purpose=gettext_lazy("Asking back where a number is unclear"),
        people=gettext_lazy("Contact officers of associations"),
        data=gettext_lazy("Full name"),
        fields=("associations.memberstatement.given_by",),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("Five years"),
        count=count_of("associations.memberstatement"),
    )
)
