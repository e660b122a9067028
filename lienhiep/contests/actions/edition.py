"""Opening an edition of a contest, closing it with its results, and calling it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.contests.choices import EDITION_VERBS, OrganiserPart
from lienhiep.contests.models import (
    Contest,
    ContestField,
    Criterion,
    Edition,
    EditionOrganiser,
    PrizeLevel,
)
from lienhiep.contests.notices import tell_results
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation
from lienhiep.office.models import OfficialDocument

COPIED: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "organisers": (EditionOrganiser, ("organisation_id", "part", "position")),
    "fields": (ContestField, ("name", "position")),
    "levels": (PrizeLevel, ("rank", "at_most", "amount")),
    "criteria": (Criterion, ("name", "max_points", "weight", "position")),
}
"""What a new edition takes over from the one before, line by line, unless it is given."""


def open_edition(
    *,
    contest: Contest,
    year_label: str,
    opens_on: date,
    deadline: date,
    by: User,
    organisers: Sequence[tuple[Organisation, str]] | None = None,
    fields: Sequence[str] | None = None,
    levels: Sequence[tuple[str, int | None, int]] | None = None,
    criteria: Sequence[tuple[str, int, int]] | None = None,
    **facts: Any,
) -> Edition:
    """Open an edition of a contest.

    What is not given (`organisers`, `fields`, `levels` as rank, most and money, `criteria`
    as name, points and weight) is taken over from the edition before.
    """
    with verb("contests.open_edition", by=by) as act:
        before = contest.editions.filter(deadline__lt=deadline).order_by("-deadline").first()
        edition = Edition(
            contest=contest, year_label=year_label, opens_on=opens_on, deadline=deadline, **facts
        )
        edition.full_clean()
        edition.save()
        act.about(edition)
        given = {
            "organisers": _organisers(organisers),
            "fields": _numbered(fields, "name"),
            "levels": _named(levels, "rank", "at_most", "amount"),
            "criteria": _numbered(criteria, "name", "max_points", "weight"),
        }
        for name, (model, copied) in COPIED.items():
            rows = given[name]
            if rows is None and before is not None:
                rows = list(getattr(before, name).values(*copied))
            for row in rows or []:
                line = model(edition=edition, **row)
                line.full_clean()
                line.save()
    return edition


def publish_results(
    *, edition: Edition, on: date, by: User, document: OfficialDocument | None = None
) -> None:
    """Publish the results of an edition: every prize decided until then stands on the site.

    Refuses before the deadline, without a prize (of a national edition the province may have
    won none), and on a day before a decision. Entries of ours in a national edition of which
    no prize is recorded are taken to have won none.
    """
    validate_not_in_future("on", on)
    with verb("contests.publish_results", by=by, about=edition, reason=""):
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["publish_results"])
        if on <= edition.deadline:
            raise ValidationError({"on": _("The results come after the deadline.")})
        prizes = list(edition.prizes.standing().with_names())
        if not prizes and not edition.is_national:
            raise ValidationError(_("No prize has been decided yet."))
        for prize in prizes:
            validate_not_before("on", on, prize.decided_on)
        edition.results_published_on = on
        edition.result_document = document
        edition.save()
        for prize in prizes:
            prize.published_on = prize.published_on or on
            prize.document = prize.document or document
            prize.save()
        for nomination in edition.nominations.without_result():
            nomination.result_on = max(on, nomination.sent_on)
            nomination.save()
        tell_results(edition, prizes, by)


def take_back_results(*, edition: Edition, reason: str, by: User) -> None:
    """Take back a publication made by mistake; prizes leave the site, their decisions stay."""
    validate_reason("reason", reason)
    with verb("contests.take_back_results", by=by, about=edition, reason=reason):
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["take_back_results"])
        edition.results_published_on = None
        edition.result_document = None
        edition.save()
        for prize in edition.prizes.standing().filter(published_on__isnull=False):
            prize.published_on = None
            prize.save()


def cancel_edition(*, edition: Edition, on: date, reason: str, by: User) -> None:
    """Call an edition off; it leaves the site, its entries stay as they are."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.cancel_edition", by=by, about=edition, reason=reason):
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["cancel_edition"])
        if edition.prizes.standing().exists():
            raise ValidationError(_("Prizes have been decided. Withdraw them first."))
        edition.cancelled_on = on
        edition.cancellation_reason = reason
        edition.save()


def restore_edition(*, edition: Edition, reason: str, by: User) -> None:
    """Take back a cancellation."""
    validate_reason("reason", reason)
    with verb("contests.restore_edition", by=by, about=edition, reason=reason):
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["restore_edition"])
        edition.cancelled_on = None
        edition.cancellation_reason = ""
        edition.save()


def _organisers(given: Sequence[tuple[Organisation, str]] | None) -> list[dict[str, Any]] | None:
    if given is None:
        return None
    return [
        {"organisation": one, "part": OrganiserPart(part), "position": position}
        for position, (one, part) in enumerate(given, start=1)
    ]


def _named(given: Sequence[Any] | None, *names: str) -> list[dict[str, Any]] | None:
    if given is None:
        return None
    rows = [row if isinstance(row, tuple) else (row,) for row in given]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _numbered(given: Sequence[Any] | None, *names: str) -> list[dict[str, Any]] | None:
    rows = _named(given, *names)
    if rows is None:
        return None
    return [{**row, "position": position} for position, row in enumerate(rows, start=1)]
