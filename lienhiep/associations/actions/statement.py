"""What associations state: their members once a year, and persons admitted meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import StatementChannel
from lienhiep.associations.models import Membership, MemberStatement, PersonsAdmitted
from lienhiep.associations.notices import (
    STATEMENT_RESTORED,
    STATEMENT_TAKEN_BACK,
    tell_association,
)
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import validate_reason
from lienhiep.directory.models import Organisation, Person


def state_members(
    *,
    organisation: Organisation,
    on: date,
    members: int,
    by: User,
    given_by: Person | None = None,
    channel: str = StatementChannel.OFFICE,
    **parts: Any,
) -> MemberStatement:
    """Record how many members an association has as of a day.

    `parts` may hold women, young, professors, doctors, masters, branches and a note. Refuses
    an organisation that does not belong to the Union, and a day stated already.
    """
    with verb("associations.state_members", by=by) as act:
        _validate_belongs(organisation, on, "on")
        statement = MemberStatement(
            organisation=organisation,
            on=on,
            members=members,
            given_by=given_by,
            channel=channel,
            **parts,
        )
        statement.full_clean()
        statement.save()
        act.about(statement)
    return statement


def record_persons_admitted(
    *,
    organisation: Organisation,
    since: date,
    until: date,
    number: int,
    by: User,
    channel: str = StatementChannel.OFFICE,
    source: str = "",
) -> PersonsAdmitted:
    """Record how many persons an association admitted between two days.

    Refuses days that another statement counts already, so that nobody is counted twice.
    """
    with verb("associations.record_persons_admitted", by=by) as act:
        _validate_belongs(organisation, until, "until")
        admitted = PersonsAdmitted(
            organisation=organisation,
            since=since,
            until=until,
            number=number,
            channel=channel,
            source=source,
        )
        admitted.full_clean()
        admitted.save()
        act.about(admitted)
    return admitted


def take_back_statement(
    *, statement: MemberStatement | PersonsAdmitted, reason: str, by: User
) -> None:
    """Take back a statement that was wrong; it counts no more, and another may take its place."""
    validate_reason("reason", reason)
    with verb("associations.take_back_statement", by=by, about=statement, reason=reason):
        lock(statement)
        if statement.taken_back_on is not None:
            raise ValidationError(_("This statement was taken back already."))
        statement.taken_back_on = today()
        statement.taken_back_reason = reason
        statement.save()
        tell_association(statement, STATEMENT_TAKEN_BACK, by)


def restore_statement(
    *, statement: MemberStatement | PersonsAdmitted, reason: str, by: User
) -> None:
    """Let a statement count again that was taken back; refuses where another took its place."""
    validate_reason("reason", reason)
    with verb("associations.restore_statement", by=by, about=statement, reason=reason):
        lock(statement)
        if statement.taken_back_on is None:
            raise ValidationError(_("This statement was not taken back."))
        statement.taken_back_on = None
        statement.taken_back_reason = ""
        statement.full_clean()
        statement.save()
        tell_association(statement, STATEMENT_RESTORED, by)


def _validate_belongs(organisation: Organisation, day: date, field: str) -> None:
    if not Membership.objects.active_on(day).filter(organisation=organisation).exists():
        raise ValidationError(
            {field: _("%(who)s did not belong to the Union on that day.") % {"who": organisation}}
        )
