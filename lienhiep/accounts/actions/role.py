"""Giving and ending roles, with their days."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import sync_groups_of
from lienhiep.accounts.models import RoleGrant, User
from lienhiep.accounts.notices import ROLE_ENDED, ROLE_GIVEN, tell_of_role
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.core.principals import forget_principals


def grant_role(
    *,
    user: User,
    role: str,
    by: User | None,
    since: date | None = None,
    until: date | None = None,
    reason: str = "",
) -> RoleGrant:
    """Give somebody a role from a day, today unless said, perhaps to a day.

    Refuses a role that the person holds already on one of these days, and a role
    that somebody would give to themselves.
    """
    grant = RoleGrant(
        user=user, role=role, since=since or today(), until=until, granted_by=by, reason=reason
    )
    _refuse_own_role(user, by)
    grant.full_clean(exclude=["user", "granted_by"], validate_constraints=False)
    if grant.until and grant.until < grant.since:
        raise ValidationError({"until": _("The last day cannot be before the first.")})
    with verb("accounts.grant_role", by=by, about=user, reason=reason) as act:
        # Of two who give the role at the same moment, the second sees the first one's.
        User.objects.select_for_update().get(pk=user.pk)
        _refuse_overlap(grant)
        grant.save()
        act.note(role=role)
        _take_effect(user)
        tell_of_role(user, ROLE_GIVEN, role, by)
    return grant


def end_role(
    *, grant: RoleGrant, by: User | None, until: date | None = None, reason: str = ""
) -> RoleGrant:
    """Let a role end with a day; that day, today unless said, still belongs to it.

    A role that has not begun on that day is ended before it begins, by taking it out.
    """
    last = until or today()
    with verb("accounts.end_role", by=by, about=grant.user, reason=reason) as act:
        refuse_without_administrator(without_grant=grant, on=max(last, today()))
        act.note(role=grant.role)
        if last < grant.since:
            grant.delete()
        else:
            grant.until = last
            grant.save()
        _take_effect(grant.user)
        tell_of_role(grant.user, ROLE_ENDED, grant.role, by)
    return grant


def refuse_without_administrator(
    *, on: date, without: User | None = None, without_grant: RoleGrant | None = None
) -> None:
    """Refuse to leave the office with nobody who can look after accounts.

    Call it inside the transaction that takes an administrator away: the rows stay
    locked, so that two administrators cannot end each other at the same moment.
    """
    lasting = Q(until=None) | Q(until__gt=on)
    administrators = list(
        RoleGrant.objects.select_for_update(of=("self",)).filter(
            lasting, role=Role.ADMINISTRATOR, user__is_active=True
        )
    )
    remaining = [
        grant
        for grant in administrators
        if (without is None or grant.user_id != without.pk)
        and (without_grant is None or grant.pk != without_grant.pk)
    ]
    if administrators and not remaining:
        raise ValidationError(
            _("This is the only administrator. Give the role to somebody else first.")
        )


def _refuse_own_role(user: User, by: User | None) -> None:
    if by is not None and by.pk == user.pk:
        raise ValidationError(_("Nobody gives a role to themselves. Ask another administrator."))


def _refuse_overlap(grant: RoleGrant) -> None:
    """A role is held once at a time; a second grant would hide when the first one ended."""
    same = RoleGrant.objects.filter(user_id=grant.user_id, role=grant.role).not_over_by(grant.since)
    if grant.until is not None:
        same = same.filter(since__lte=grant.until)
    held = same.first()
    if held is not None:
        raise ValidationError(
            {
                "role": _("The role is held already, since %(day)s.")
                % {"day": date_format(held.since, "DATE_FORMAT")}
            }
        )


def _take_effect(user: User) -> None:
    forget_principals(user)
    sync_groups_of(user, on=today())
