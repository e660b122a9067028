"""Sending an issue out, and keeping what was sent as it was then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
)
from lienhiep.directory.models import Organisation, OrganisationName
from lienhiep.journal.choices import ISSUE_VERBS
from lienhiep.journal.models import (
    Delivery,
    DistributionLine,
    DistributionList,
    Issue,
    ReceivedExchange,
)


def snapshot_distribution(
    *, issue: Issue, on: date, by: User, distribution_list: DistributionList | None = None
) -> list[Delivery]:
    """Copy the distribution list as it stands on a day into lines of the issue.

    Without a list, the one in force on that day is taken. A line not sent yet is replaced;
    refuses once anything has been sent, because what was sent is not rewritten.
    """
    with verb("journal.snapshot_distribution", by=by, about=issue) as act:
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["snapshot_distribution"])
        if issue.has_been_sent:
            raise ValidationError(
                _("Copies of %(issue)s have been sent already.") % {"issue": issue}
            )
        issue.deliveries.all().delete()
        made = _take_snapshot(issue, distribution_list, on)
        act.note(**_totals(made))
    return made


def deliver_issue(*, issue: Issue, on: date, by: User) -> None:
    """Record that the copies of a published issue were sent, to every line not sent before.

    Takes the snapshot of the list first where there is none. Refuses more copies than were
    printed.
    """
    validate_not_in_future("on", on)
    with verb("journal.deliver_issue", by=by, about=issue) as act:
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["deliver_issue"])
        validate_not_before("on", on, issue.published_on)
        if issue.deliveries.exists():
            sent = _send_lines(issue, on)
        else:
            sent = _take_snapshot(issue, None, on, sent_on=on)
        if not sent:
            raise ValidationError(_("Every line of %(issue)s was sent.") % {"issue": issue})
        _validate_copies_suffice(issue)
        act.note(**_totals(sent))


def record_exchange(
    *,
    organisation: Organisation,
    title: str,
    number_label: str,
    on: date,
    by: User,
    copies: int = 1,
) -> ReceivedExchange:
    """Record a journal that a sister union sent in exchange for ours."""
    validate_not_in_future("on", on)
    with verb("journal.record_exchange", by=by) as act:
        received = ReceivedExchange(
            organisation=organisation,
            title=title,
            number_label=number_label,
            received_on=on,
            copies=copies,
        )
        received.full_clean()
        received.save()
        act.about(received)
    return received


def _take_snapshot(
    issue: Issue, chosen: DistributionList | None, on: date, sent_on: date | None = None
) -> list[Delivery]:
    """Write the lines of the list chosen, or of the one in force on the day."""
    chosen = chosen or DistributionList.objects.valid_on(on).first()
    if chosen is None:
        raise ValidationError({"on": _("No distribution list is in force on that day.")})
    lines = list(_lines_of(chosen, issue, on))
    if not lines:
        raise ValidationError(_("The list %(list)s names nobody yet.") % {"list": chosen})
    for line in lines:
        line.sent_on = sent_on
        line.tidy()
    # A snapshot is one fact with one entry in the history of the issue, not a hundred.
    return record_all(lines)


def _send_lines(issue: Issue, on: date) -> list[Delivery]:
    """Put the day on every line not sent before."""
    waiting = list(issue.deliveries.filter(sent_on=None))
    for line in waiting:
        line.sent_on = on
        line.save()
    return waiting


def _totals(lines: list[Delivery]) -> dict[str, int]:
    """Return what the entry in the history says of the lines."""
    return {
        "lines": len(lines),
        "places": sum(line.places for line in lines),
        "copies": sum(line.copies for line in lines),
    }


def _lines_of(chosen: DistributionList, issue: Issue, on: date) -> Iterator[Delivery]:
    """Yield the lines of a snapshot; a recipient named twice receives the first line only."""
    named: set[int] = set()
    for line in chosen.lines.select_related("group", "organisation", "statement"):
        if line.statement is not None:
            yield _stated_places(line, issue)
            continue
        organisations = _organisations_of(line, on)
        names = _names_on(organisations, on)
        for organisation in organisations:
            if organisation.pk not in named:
                named.add(organisation.pk)
                yield Delivery(
                    issue=issue,
                    kind=line.kind,
                    organisation=organisation,
                    recipient=names.get(organisation.pk, organisation.name),
                    address=organisation.address,
                    places=1,
                    copies=line.copies_each,
                )


def _organisations_of(line: DistributionLine, on: date) -> list[Organisation]:
    if line.group is not None:
        return list(line.group.members_on(on))
    return [line.organisation] if line.organisation is not None else []


def _names_on(organisations: list[Organisation], on: date) -> dict[int, str]:
    """Return the former names borne on the day: one query, not one for each organisation."""
    dated = OrganisationName.objects.on(on).filter(organisation__in=organisations)
    return dict(dated.order_by("valid_from").values_list("organisation", "name"))


def _stated_places(line: DistributionLine, issue: Issue) -> Delivery:
    return Delivery(
        issue=issue,
        kind=line.kind,
        statement=line.statement,
        recipient=line.label or str(line.statement),
        places=line.statement.number,
        copies=line.statement.number * line.copies_each,
    )


def _validate_copies_suffice(issue: Issue) -> None:
    copies = sum(issue.deliveries.values_list("copies", flat=True))
    if copies > issue.print_run:
        raise ValidationError(
            _("The lines take %(copies)s copies, only %(printed)s were printed.")
            % {"copies": copies, "printed": issue.print_run}
        )
