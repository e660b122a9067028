"""An entry received, its papers checked, and withdrawn by its authors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.contests.actions.consent import ConsentGiven, record_consents
from lienhiep.contests.choices import EDITION_VERBS, ENTRY_VERBS, EntryChannel
from lienhiep.contests.models import (
    ContestField,
    Edition,
    Entry,
    EntryAuthor,
    Mentor,
    RepresentativeContact,
)
from lienhiep.contests.notices import (
    ENTRY_ADMITTED,
    ENTRY_CHECKED_AGAIN,
    ENTRY_RECEIVED,
    ENTRY_REFUSED,
    tell_people_of,
)
from lienhiep.contests.papers import missing_papers
from lienhiep.contests.validators import validate_born_within
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.numbering import take_number
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, Person

CODES = "contests.entry"
"""The book of codes; each edition has its own series."""


class Contact(NamedTuple):
    """Whom to call about a child."""

    name: str
    phone: str
    relation: str = ""


class AuthorRow(NamedTuple):
    """An author as the form has them; the day of birth stands with the person."""

    person: Person
    class_name: str = ""
    school: Organisation | None = None
    is_leader: bool = False
    contact: Contact | None = None
    consent: ConsentGiven | None = None


def receive_entry(
    *,
    edition: Edition,
    field: ContestField,
    title: str,
    authors: Sequence[AuthorRow],
    on: date,
    by: User,
    mentors: Sequence[Person] = (),
    channel: str = EntryChannel.POST,
    description: RecordFile | None = None,
    photo: RecordFile | None = None,
    sent_by: User | None = None,
    **facts: Any,
) -> Entry:
    """Record an entry on the day it came in (of a letter, the postmark), and give it its code.

    Refuses a day outside the term, more authors than the rules admit, and an author whose
    known birth lies outside the window. Consents are recorded with it, each by itself.
    """
    validate_not_in_future("on", on)
    with verb("contests.receive_entry", by=by) as act:
        lock(edition)
        validate_may_enter(edition, on)
        validate_authors(edition, authors)
        entry = Entry(
            edition=edition,
            field=field,
            title=title,
            received_on=on,
            channel=channel,
            description=description,
            photo=photo,
            sent_by=sent_by,
            **facts,
        )
        entry.code = next_code(edition, by)
        entry.full_clean()
        entry.save()
        act.about(entry)
        for position, row in enumerate(authors, start=1):
            author = author_of(entry, row, position)
            author.full_clean()
            author.save()
            if row.contact is not None:
                contact = contact_of(author, row.contact)
                contact.full_clean()
                contact.save()
            if row.consent is not None:
                record_consents(person=row.person, given=row.consent, by=by)
        for position, person in enumerate(mentors, start=1):
            mentor = Mentor(entry=entry, person=person, position=position)
            mentor.full_clean()
            mentor.save()
        tell_people_of(entry, ENTRY_RECEIVED, by)
    return entry


def add_papers(
    *,
    entry: Entry,
    by: User,
    description: RecordFile | None = None,
    photo: RecordFile | None = None,
) -> None:
    """Add or replace the files of an entry until its papers have been checked."""
    with verb("contests.add_papers", by=by, about=entry):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["accept_entry"])
        if description is None and photo is None:
            raise ValidationError(_("Choose a file to add."))
        entry.description = description or entry.description
        entry.photo = photo or entry.photo
        entry.save()


def accept_entry(*, entry: Entry, on: date, by: User) -> None:
    """Admit an entry whose papers are in order.

    Refuses while something is missing, and says what; and an author born outside the window.
    """
    validate_not_in_future("on", on)
    with verb("contests.accept_entry", by=by, about=entry):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["accept_entry"])
        validate_not_before("on", on, entry.received_on)
        if missing := missing_papers(entry):
            raise ValidationError(_("Still missing: %(what)s.") % {"what": "; ".join(missing)})
        for author in entry.authors.select_related("person"):
            _validate_birth(entry.edition, author.person)
        entry.accepted_on = on
        entry.save()
        tell_people_of(entry, ENTRY_ADMITTED, by)


def refuse_entry(*, entry: Entry, on: date, reason: str, by: User) -> None:
    """Refuse an entry that the rules do not admit; its authors read the reason."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.refuse_entry", by=by, about=entry, reason=reason):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["refuse_entry"])
        validate_not_before("on", on, entry.received_on)
        _validate_without_prize(entry)
        entry.accepted_on = None
        entry.refused_on = on
        entry.refusal_reason = reason
        entry.save()
        tell_people_of(entry, ENTRY_REFUSED, by)


def take_back_check(*, entry: Entry, reason: str, by: User) -> None:
    """Take back an admission or a refusal, so that the entry waits to be checked again."""
    validate_reason("reason", reason)
    with verb("contests.take_back_check", by=by, about=entry, reason=reason):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["take_back_check"])
        _validate_without_prize(entry)
        if entry.scores.filter(submitted_on__isnull=False).exists():
            raise ValidationError(_("Jurors have scored this entry already."))
        entry.accepted_on = None
        entry.refused_on = None
        entry.refusal_reason = ""
        entry.save()
        tell_people_of(entry, ENTRY_CHECKED_AGAIN, by)


def withdraw_entry(*, entry: Entry, on: date, reason: str, by: User) -> None:
    """Withdraw an entry in the name of its authors; it counts and is judged no more."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.withdraw_entry", by=by, about=entry, reason=reason):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["withdraw_entry"])
        validate_not_before("on", on, entry.received_on)
        _validate_without_prize(entry)
        entry.withdrawn_on = on
        entry.withdrawal_reason = reason
        entry.save()


def restore_entry(*, entry: Entry, reason: str, by: User) -> None:
    """Take back a withdrawal; the entry stands where it stood before."""
    validate_reason("reason", reason)
    with verb("contests.restore_entry", by=by, about=entry, reason=reason):
        lock(entry)
        validate_has_state(entry, *ENTRY_VERBS["restore_entry"])
        entry.withdrawn_on = None
        entry.withdrawal_reason = ""
        entry.save()


def validate_may_enter(edition: Edition, on: date) -> None:
    """Refuse a day outside the term, and an edition that is over or called off."""
    validate_has_state(edition, *EDITION_VERBS["receive_entry"])
    validate_not_before("on", on, edition.opens_on)
    if on > edition.deadline:
        raise ValidationError(
            {"on": _("The last day for entries of %(edition)s is over.") % {"edition": edition}}
        )


def validate_authors(edition: Edition, authors: Sequence[AuthorRow]) -> None:
    """Refuse an entry of nobody, of too many, or of somebody twice."""
    if not authors:
        raise ValidationError(_("Name at least one author."))
    if edition.max_authors is not None and len(authors) > edition.max_authors:
        raise ValidationError(
            _("The rules admit at most %(most)s authors.") % {"most": edition.max_authors}
        )
    if len({row.person.pk for row in authors}) < len(authors):
        raise ValidationError(_("An author stands here twice."))
    for row in authors:
        _validate_birth(edition, row.person)


def next_code(edition: Edition, by: User) -> str:
    """Give the next code of an edition: the last digits of its years, and a number."""
    number = take_number(book=CODES, term=str(edition.pk), by=by)
    return f"{edition.year_label[-2:]}-{number:03}"


def author_of(entry: Entry, row: AuthorRow, position: int) -> EntryAuthor:
    """Return the author's row, not saved yet."""
    return EntryAuthor(
        entry=entry,
        person=row.person,
        class_name=row.class_name,
        school=row.school,
        is_leader=row.is_leader,
        position=position,
    )


def contact_of(author: EntryAuthor, contact: Contact) -> RepresentativeContact:
    """Return the contact's row, not saved yet."""
    return RepresentativeContact(
        author=author, name=contact.name, relation=contact.relation, phone=contact.phone
    )


def _validate_birth(edition: Edition, person: Person) -> None:
    if person.birth_date is not None:
        validate_born_within(person.birth_date, edition.born_from, edition.born_until)


def _validate_without_prize(entry: Entry) -> None:
    if entry.prizes.standing().exists():
        raise ValidationError(_("This entry has a prize. Withdraw the prize first."))
