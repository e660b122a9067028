"""An organisation leaves the Union, or is put back into it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.associations.choices import LeavingGround
from lienhiep.associations.models import Membership
from lienhiep.associations.validators import validate_later
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_reason


def leave_union(
    *,
    membership: Membership,
    on: date,
    ground: str,
    reason: str,
    by: User,
    decision: str = "",
) -> None:
    """Record from which day on an organisation no longer belongs to the Union.

    The day before is the last of its membership; those who acted for it here do so no more
    from that day on. A day to come is taken, because decisions name one.
    """
    validate_reason("reason", reason)
    with verb("associations.leave_union", by=by, about=membership, reason=reason):
        lock(membership)
        if membership.until is not None:
            raise ValidationError(_("%(who)s has left the Union already.") % {"who": membership})
        validate_later("on", on, membership.since)
        membership.until = on - timedelta(days=1)
        membership.leaving_ground = LeavingGround(ground)
        membership.leaving_reason = reason
        membership.leaving_decision = decision
        membership.full_clean()
        membership.save()


def return_to_union(*, membership: Membership, reason: str, by: User) -> None:
    """Take back that an organisation left, where that was recorded by mistake.

    An organisation that really comes back is admitted anew and has a second membership;
    refuses where it has one already.
    """
    validate_reason("reason", reason)
    with verb("associations.return_to_union", by=by, about=membership, reason=reason):
        lock(membership)
        if membership.until is None:
            raise ValidationError(_("%(who)s has not left the Union.") % {"who": membership})
        membership.until = None
        membership.leaving_ground = membership.leaving_reason = membership.leaving_decision = ""
        membership.full_clean()
        membership.save()
