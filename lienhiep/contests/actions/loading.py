"""Many entries at once, from a spreadsheet or an older system."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import Consent, User
from lienhiep.contests.actions.entry import (
    AuthorRow,
    author_of,
    contact_of,
    next_code,
    validate_authors,
    validate_may_enter,
)
from lienhiep.contests.choices import EntryChannel
from lienhiep.contests.consent_texts import TEXT_VERSION, TEXTS
from lienhiep.contests.models import ContestField, Edition, Entry, Mentor
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import validate_not_before, validate_not_in_future
from lienhiep.directory.models import Organisation, Person


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """An entry as an older list has it, checked already or not."""

    title: str
    field: ContestField
    authors: Sequence[AuthorRow]
    received_on: date
    accepted_on: date | None = None
    mentors: Sequence[Person] = ()
    unit: Organisation | None = None
    channel: str = EntryChannel.SCHOOL
    summary: str = ""
    is_mountain_area: bool = False
    facts: dict[str, Any] = dataclasses.field(default_factory=dict)


def load_entries(*, edition: Edition, rows: Sequence[EntryRow], by: User) -> list[Entry]:
    """Receive many entries in one act, with their authors and consents.

    The rows come out as if each had gone through `receive_entry` (and `accept_entry` where
    they say so); a refusal names the row, and then nothing at all is loaded.
    """
    with verb("contests.load_entries", by=by, about=edition) as act:
        lock(edition)
        entries = [_checked(row, edition, number, by) for number, row in enumerate(rows, start=1)]
        authors, contacts, mentors = [], [], []
        for entry, row in zip(entries, rows, strict=True):
            of_entry = [
                author_of(entry, author, position)
                for position, author in enumerate(row.authors, start=1)
            ]
            guiding = [
                Mentor(entry=entry, person=person, position=position)
                for position, person in enumerate(row.mentors, start=1)
            ]
            contacts += [
                contact_of(author, typed.contact)
                for author, typed in zip(of_entry, row.authors, strict=True)
                if typed.contact is not None
            ]
            # Held in memory first, so that its people may read the entry at once.
            entry.authors.set(of_entry)
            entry.mentors.set(guiding)
            authors += of_entry
            mentors += guiding
        record_all(entries)
        record_all(authors)
        record_all(contacts)
        record_all(mentors)
        record_all(_consents(rows))
        act.note(entries=len(entries))
    return entries


def _checked(row: EntryRow, edition: Edition, number: int, by: User) -> Entry:
    """Return the entry of a row, or refuse with the number of the row."""
    entry = Entry(
        edition=edition,
        field=row.field,
        title=row.title,
        unit=row.unit,
        summary=row.summary,
        channel=row.channel,
        received_on=row.received_on,
        accepted_on=row.accepted_on,
        is_mountain_area=row.is_mountain_area,
        **row.facts,
    )
    try:
        validate_may_enter(edition, row.received_on)
        validate_authors(edition, row.authors)
        entry.code = next_code(edition, by)
        entry.clean_fields(exclude=["edition", "field", "unit", "commune"])
        entry.clean()
        validate_not_in_future("accepted_on", row.accepted_on)
        validate_not_before("accepted_on", row.accepted_on, row.received_on)
    except ValidationError as refusal:
        raise ValidationError(
            _("Row %(number)s, “%(title)s”: %(why)s")
            % {"number": number, "title": row.title, "why": " ".join(refusal.messages)}
        ) from refusal
    return entry


def _consents(rows: Sequence[EntryRow]) -> list[Consent]:
    """Return the consents of all authors that do not stand yet, each once."""
    people = {author.person.pk for row in rows for author in row.authors}
    known = set(
        Consent.objects.in_force()
        .filter(person__in=people, text_version=TEXT_VERSION)
        .values_list("person", "purpose")
    )
    consents = []
    for author in (author for row in rows for author in row.authors):
        given = author.consent
        for purpose in sorted(given.purposes) if given is not None else ():
            if (author.person.pk, purpose) in known:
                continue
            known.add((author.person.pk, purpose))
            consent = Consent(
                person=author.person,
                purpose=purpose,
                text=str(TEXTS[purpose]),
                text_version=TEXT_VERSION,
                channel=given.channel,
                given_by=given.given_by,
                giver_name=given.giver_name,
                given_at=given.given_at or timezone.now(),
            )
            consent.clean_fields(exclude=["person", "user"])
            consents.append(consent)
    return consents
