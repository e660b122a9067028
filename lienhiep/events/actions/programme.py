"""Coordination programmes: prepared, signed, carried out, ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation
from lienhiep.events.choices import PROGRAMME_VERBS
from lienhiep.events.models import CoordinationProgramme, ProgrammePartner, ProgrammeResult


def prepare_programme(
    *,
    title: str,
    partners: Iterable[Organisation],
    by: User,
    content: str = "",
    prepared_since: date | None = None,
    document: Any = None,
    is_public: bool = True,
) -> CoordinationProgramme:
    """Begin to prepare a coordination programme with one partner or several."""
    since = prepared_since or today()
    validate_not_in_future("prepared_since", since)
    chosen = list(dict.fromkeys(partners))
    if not chosen:
        raise ValidationError({"partners": _("Name at least one partner.")})
    with verb("events.prepare_programme", by=by) as act:
        programme = CoordinationProgramme(
            title=title,
            content=content,
            prepared_since=since,
            document=document,
            is_public=is_public,
        )
        programme.full_clean()
        programme.save()
        act.about(programme)
        for organisation in chosen:
            ProgrammePartner(programme=programme, organisation=organisation).save()
    return programme


def sign_programme(
    *,
    programme: CoordinationProgramme,
    on: date,
    by: User,
    valid_from: date | None = None,
    valid_until: date | None = None,
    document: Any = None,
) -> None:
    """Record that both sides signed (ký kết), and the days for which the programme holds.

    Without a first day it holds from the signature on; without a last day until it is ended.
    """
    validate_not_in_future("on", on)
    with verb("events.sign_programme", by=by, about=programme):
        lock(programme)
        validate_has_state(programme, *PROGRAMME_VERBS["sign_programme"])
        validate_not_before("on", on, programme.prepared_since)
        if not programme.partners.exists():
            raise ValidationError(_("Name at least one partner."))
        programme.signed_on = on
        programme.valid_from = valid_from or on
        programme.valid_until = valid_until
        programme.document = document or programme.document
        validate_not_before("valid_from", programme.valid_from, on)
        programme.full_clean()
        programme.save()


def undo_signing(*, programme: CoordinationProgramme, reason: str, by: User) -> None:
    """Take back a signature recorded by mistake; refuses once results are on record."""
    validate_reason("reason", reason)
    with verb("events.undo_signing", by=by, about=programme, reason=reason):
        lock(programme)
        validate_has_state(programme, *PROGRAMME_VERBS["undo_signing"])
        if programme.results.exists():
            raise ValidationError(_("Results of this programme are on record. End it instead."))
        programme.signed_on = programme.valid_from = programme.valid_until = None
        programme.save()


def record_result(*, programme: CoordinationProgramme, year: int, text: str, by: User) -> None:
    """Record what the programme brought in a year, or put another text in its place."""
    with verb("events.record_result", by=by, about=programme):
        lock(programme)
        validate_has_state(programme, *PROGRAMME_VERBS["record_result"])
        if not programme.valid_from.year <= year <= today().year:
            raise ValidationError({"year": _("The programme was not in force in that year.")})
        standing = programme.results.filter(year=year).first()
        result = standing or ProgrammeResult(programme=programme, year=year)
        result.text = text
        result.full_clean()
        result.save()


def end_programme(*, programme: CoordinationProgramme, on: date, reason: str, by: User) -> None:
    """End a programme before its time, or one without a last day; it is in force no longer."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("events.end_programme", by=by, about=programme, reason=reason):
        lock(programme)
        validate_has_state(programme, *PROGRAMME_VERBS["end_programme"])
        validate_not_before("on", on, programme.signed_on)
        programme.ended_on = on
        programme.end_reason = reason
        programme.save()


def resume_programme(
    *, programme: CoordinationProgramme, reason: str, by: User, valid_until: date | None = None
) -> None:
    """Let an ended programme hold again: ended by mistake, or prolonged to a later last day."""
    validate_reason("reason", reason)
    with verb("events.resume_programme", by=by, about=programme, reason=reason):
        lock(programme)
        validate_has_state(programme, *PROGRAMME_VERBS["resume_programme"])
        programme.ended_on = None
        programme.end_reason = ""
        programme.valid_until = valid_until or programme.valid_until
        if programme.valid_until is not None and programme.valid_until < today():
            raise ValidationError(
                {"valid_until": _("Write the last day until which the programme is prolonged.")}
            )
        programme.full_clean()
        programme.save()
