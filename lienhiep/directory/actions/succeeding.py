"""Who became whom when administrative units changed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.directory.models import AdministrativeUnit, UnitChange, UnitSuccession
from lienhiep.directory.models.unit import WHOLE

ONE_DAY = timedelta(days=1)


def record_succession(
    *,
    change: UnitChange,
    old: AdministrativeUnit,
    new: AdministrativeUnit,
    by: Any,
    share: Decimal | int = WHOLE,
) -> UnitSuccession:
    """Record that an old unit, or a share of it in percent, became (part of) a new one.

    The old unit ends on the day before the change where it has no end yet, and where the
    shares given make it whole. Refuses a new unit that is not in force on the day of the
    change, an old one that ended earlier or goes on after it, and shares of more than 100 %.
    """
    last_day = change.effective - ONE_DAY
    if new.valid_from > change.effective or (new.valid_to and new.valid_to < change.effective):
        raise ValidationError({"new": _("This unit is not in force on the day of the change.")})
    if old.valid_from > last_day or (old.valid_to and old.valid_to != last_day):
        raise ValidationError({"old": _("This unit does not end on the day before the change.")})
    given = change.successions.filter(old=old).aggregate(total=Sum("share"))["total"] or 0
    if given + Decimal(share) > WHOLE:
        raise ValidationError(
            {"share": _("The shares of the old unit would add up to more than 100 percent.")}
        )
    succession = UnitSuccession(change=change, old=old, new=new, share=share)
    succession.full_clean()
    with verb("directory.record_succession", by=by, about=change):
        succession.save()
        if old.valid_to is None and given + Decimal(share) == WHOLE:
            old.valid_to = last_day
            old.save()
    return succession
