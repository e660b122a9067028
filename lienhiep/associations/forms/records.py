"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the desk and the demonstration, so that the
rule and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from lienhiep.associations.actions import (
    appoint,
    fill_seat,
    plan_congress,
    record_persons_admitted,
    state_members,
)
from lienhiep.associations.models import (
    Appointment,
    Congress,
    MemberStatement,
    PersonsAdmitted,
    Seat,
)
from lienhiep.core.forms import OfficeAdminModelForm


class SeatForm(OfficeAdminModelForm):
    """A new seat is filled; an existing one is edited."""

    def save(self, commit: bool = True) -> Seat:
        """Fill the seat, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = fill_seat(by=self.for_user, **self.facts())
        return self.instance


class CongressForm(OfficeAdminModelForm):
    """A new congress is planned; an existing one is edited."""

    def save(self, commit: bool = True) -> Congress:
        """Plan the congress, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = plan_congress(by=self.for_user, **self.facts())
        return self.instance


class MemberStatementForm(OfficeAdminModelForm):
    """New numbers are stated; existing ones are edited."""

    def save(self, commit: bool = True) -> MemberStatement:
        """State the numbers, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = state_members(by=self.for_user, **self.facts())
        return self.instance


class PersonsAdmittedForm(OfficeAdminModelForm):
    """A new number of persons admitted is recorded; an existing one is edited."""

    def save(self, commit: bool = True) -> PersonsAdmitted:
        """Record the number, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = record_persons_admitted(by=self.for_user, **self.facts())
        return self.instance


class AppointmentForm(OfficeAdminModelForm):
    """A new appointment is recorded; an existing one is edited."""

    def save(self, commit: bool = True) -> Appointment:
        """Record the appointment, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts: dict[str, Any] = self.facts()
        self.instance = appoint(by=self.for_user, **facts)
        return self.instance
