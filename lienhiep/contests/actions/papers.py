"""What comes in about an author after the entry: the day of birth, and signed consents."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.contests.actions.consent import ConsentGiven, record_consents
from lienhiep.contests.choices import EntryState
from lienhiep.contests.models import Entry, EntryAuthor
from lienhiep.contests.validators import validate_born_within
from lienhiep.core.history import verb
from lienhiep.core.locking import lock


def record_author_papers(
    *,
    entry: Entry,
    author: EntryAuthor,
    by: User,
    birth_date: date | None = None,
    consent: ConsentGiven | None = None,
) -> None:
    """Record an author's day of birth, read from the paper and given back, and consents.

    Consents may come at any time, such as one to publication after the prize. Refuses a
    birth outside the window of the edition.
    """
    with verb("contests.record_author_papers", by=by, about=entry):
        lock(entry)
        if author.entry_id != entry.pk:
            raise ValidationError({"author": _("Choose an author of this entry.")})
        if birth_date is None and (consent is None or not consent.purposes):
            raise ValidationError(_("Enter the day of birth, or tick what was agreed to."))
        if birth_date is not None:
            if entry.state != EntryState.RECEIVED:
                raise ValidationError(
                    {"birth_date": _("The papers of this entry have been checked already.")}
                )
            validate_born_within(birth_date, entry.edition.born_from, entry.edition.born_until)
            person = author.person
            person.birth_date = birth_date
            person.birth_year = birth_date.year
            person.full_clean()
            person.save()
        if consent is not None:
            record_consents(person=author.person, given=consent, by=by)
