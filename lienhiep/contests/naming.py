"""Whether somebody may be named in public: what the consents on record allow, today.

Asked each time that a page is made, so that a consent withdrawn takes effect at once. For
a child the representative consents, and from a stated age the child as well; where the
directory does not know the birth, the stricter rule holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.accounts.models import Consent
from lienhiep.contests.models import Entry


@dataclass(frozen=True)
class PublicByline:
    """Who made an entry, as the public may read it."""

    authors: tuple[str, ...]
    unit: str
    mentors: tuple[str, ...]
    is_whole: bool
    """Whether every author is named."""


def consenting(people: Iterable[int], purpose: str, *, of_children: bool) -> set[int]:
    """Return those of some persons whose consent to a purpose is in force.

    Where no children take part, each consents alone. Nobody is among them whose data may
    not be used for the time being, because a request to restrict their use was granted.
    """
    return Consent.objects.consenting(people, purpose, of_children=of_children)


def public_bylines(entries: Sequence[Entry]) -> dict[int, PublicByline]:
    """Return how each entry names its authors in public; one query for each kind of contest.

    A child without consent is "Contestant 2", and shows no school. The school or unit is
    named only where every author may be named: of two friends it would give away both.
    Load the entries with `with_names()`.
    """
    named: dict[bool, set[int]] = {}
    for of_children in (True, False):
        people = {
            row.person_id
            for entry in entries
            if entry.edition.contest.is_for_children == of_children
            for row in entry.authors.all()
        }
        named[of_children] = (
            consenting(people, ConsentPurpose.PUBLISH_NAME, of_children=of_children)
            if people
            else set()
        )
    grown_up = {row.person_id for entry in entries for row in entry.mentors.all()}
    mentors = (
        consenting(grown_up, ConsentPurpose.PUBLISH_NAME, of_children=False) if grown_up else set()
    )
    return {
        entry.pk: _byline(entry, named[entry.edition.contest.is_for_children], mentors)
        for entry in entries
    }


def public_byline(entry: Entry) -> PublicByline:
    """Return how one entry names its authors in public."""
    return public_bylines([entry])[entry.pk]


def may_show_photo(entry: Entry) -> bool:
    """Return whether every author agreed to the publication of pictures."""
    people = {row.person_id for row in entry.authors.all()}
    return bool(people) and people <= consenting(
        people,
        ConsentPurpose.PUBLISH_IMAGE,
        of_children=entry.edition.contest.is_for_children,
    )


def without_consent(entry: Entry, purpose: str) -> list[str]:
    """Return the names of the authors of an entry who have not agreed to a purpose."""
    authors = list(entry.authors.select_related("person"))
    agreed = consenting(
        [row.person_id for row in authors],
        purpose,
        of_children=entry.edition.contest.is_for_children,
    )
    return [str(row.person) for row in authors if row.person_id not in agreed]


def _byline(entry: Entry, named: set[int], mentors: set[int]) -> PublicByline:
    authors = list(entry.authors.all())
    is_whole = bool(authors) and all(row.person_id in named for row in authors)
    return PublicByline(
        authors=tuple(
            str(row.person)
            if row.person_id in named
            else _("Contestant %(number)s") % {"number": place}
            for place, row in enumerate(authors, start=1)
        ),
        unit=entry.unit_label if is_whole else "",
        mentors=tuple(str(row.person) for row in entry.mentors.all() if row.person_id in mentors),
        is_whole=is_whole,
    )
