"""What an entry still lacks before it can be admitted."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests.choices import EntryChannel
from lienhiep.contests.models import Edition, Entry
from lienhiep.contests.naming import without_consent


def missing_papers(entry: Entry) -> list[str]:
    """Return what is missing, each in a few words for the office and the contestant alike.

    A file that came on paper has its explanation on paper; one sent at the desk brings it
    along. Names are those of the entry's own people, who read this.
    """
    missing = []
    authors = list(entry.authors.select_related("person"))
    if not authors:
        missing.append(_("the authors"))
    if entry.channel == EntryChannel.DESK and entry.description_id is None:
        missing.append(_("the written explanation"))
    if has_window(entry.edition):
        missing += [
            _("the day of birth of %(name)s") % {"name": row.person}
            for row in authors
            if row.person.birth_date is None
        ]
    if entry.edition.contest.is_for_children:
        missing += [
            _("the consent to take part of %(name)s and the representative") % {"name": name}
            for name in without_consent(entry, ConsentPurpose.CONTEST_ENTRY)
        ]
    return missing


def has_window(edition: Edition) -> bool:
    """Return whether the rules of an edition admit authors by their birth."""
    return edition.born_from is not None or edition.born_until is not None


def is_within_window(edition: Edition, born: date | None) -> bool | None:
    """Return whether somebody of this birth may enter; None where the birth is not known."""
    if born is None:
        return None if has_window(edition) else True
    return (edition.born_from is None or born >= edition.born_from) and (
        edition.born_until is None or born <= edition.born_until
    )
