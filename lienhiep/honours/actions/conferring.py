"""Handing honours over: one day and one occasion for a whole decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.text import clean
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.honours.choices import HONOUR_VERBS
from lienhiep.honours.models import Honour, Nomination


def confer_honours(
    *, honours: Sequence[Honour], on: date, by: User, occasion: str = ""
) -> list[Honour]:
    """Hand over several honours on one day: all of them, or none where one does not admit it."""
    validate_not_in_future("on", on)
    if not honours:
        raise ValidationError(_("Nothing of this decision is left to hand over."))
    with verb("honours.confer_honours", by=by, about=honours[0]) as act:
        for honour in honours:
            lock(honour)
            validate_has_state(honour, *HONOUR_VERBS["confer_honours"])
            validate_not_before("on", on, honour.decided_on)
            honour.conferred_on, honour.occasion = on, clean(occasion)
            honour.save()
            if honour is not honours[0]:
                act.also_about(honour)
    return list(honours)


def confer_decision(
    *, honour: Honour, on: date, by: User, occasion: str = "", whole_decision: bool = True
) -> list[Honour]:
    """Hand over an honour, with all others of its decision that are still to be handed over."""
    left = Honour.objects.of_one_decision(honour).to_confer()
    chosen = [honour]
    if whole_decision:
        chosen += list(left.exclude(pk=honour.pk).order_by("pk"))
    return confer_honours(honours=chosen, on=on, occasion=occasion, by=by)


def confer_nomination(
    *, nomination: Nomination, on: date, by: User, occasion: str = ""
) -> list[Honour]:
    """Hand over all honours that came of a nomination."""
    with verb("honours.confer_honours", by=by, about=nomination):
        lock(nomination)
        left = Honour.objects.filter(nominee__nomination=nomination).to_confer().order_by("pk")
        return confer_honours(honours=list(left), on=on, occasion=occasion, by=by)


def take_back_conferral(
    *, honour: Honour, reason: str, by: User, whole_decision: bool = False
) -> None:
    """Take back a day of handing over recorded by mistake, of this honour or of all with it."""
    validate_reason("reason", reason)
    with verb("honours.take_back_conferral", by=by, about=honour, reason=reason) as act:
        lock(honour)
        validate_has_state(honour, *HONOUR_VERBS["take_back_conferral"])
        others = Honour.objects.of_one_decision(honour).filter(
            conferred_on=honour.conferred_on, revoked_on=None
        )
        alike = list(others.exclude(pk=honour.pk)) if whole_decision else []
        for one in [honour, *alike]:
            one.conferred_on, one.occasion = None, ""
            one.save()
            if one is not honour:
                act.also_about(one)
