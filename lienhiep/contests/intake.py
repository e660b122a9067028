"""From what was typed to the records that an entry is received with."""

from __future__ import annotations

from datetime import date
from typing import Any

from lienhiep.accounts.choices import ConsentChannel, ConsentGiver, ConsentPurpose
from lienhiep.accounts.models import User
from lienhiep.contests.actions import AuthorRow, ConsentGiven, Contact, receive_entry
from lienhiep.contests.models import Edition, Entry
from lienhiep.core.history import verb
from lienhiep.directory.models import Organisation, Person


def receive_typed(form: Any, *, on: date, by: User, channel: str, own: bool) -> Entry:
    """Receive the entry of a form; at the desk the first author is who sends it (`own`).

    Persons who are not on record are added with it: both, or neither.
    """
    facts = form.cleaned_data
    field = facts["field"]
    typed = [row for place in form.places if (row := form.author(place)).get("name")]
    with verb("contests.receive_entry", by=by):
        return receive_entry(
            edition=field.edition,
            field=field,
            title=facts["title"],
            summary=facts["summary"],
            **_unit(facts["unit_text"]),
            commune=facts["commune"],
            is_mountain_area=facts["is_mountain_area"],
            description=facts["description"],
            photo=facts["photo"],
            authors=[
                _author(
                    row,
                    field.edition,
                    sender=by.person if own and place == 0 else None,
                    is_leader=place == 0 and len(typed) > 1,
                    own=own,
                )
                for place, row in enumerate(typed)
            ],
            mentors=[
                _adult(name) for name in (facts["mentor_1"], facts["mentor_2"]) if name.strip()
            ],
            channel=channel,
            sent_by=by if own else None,
            on=on,
            by=by,
        )


def _unit(words: str) -> dict[str, Any]:
    """Return the organisation that is meant, where just one is called so; else the words."""
    found = list(Organisation.objects.named_like(words)[:2]) if words else []
    return {"unit": found[0]} if len(found) == 1 else {"unit_text": words}


def _author(
    typed: dict[str, Any],
    edition: Edition,
    *,
    sender: Person | None,
    is_leader: bool,
    own: bool,
) -> AuthorRow:
    born = typed.get("birth_date")
    person = sender or _child(typed["name"], born)
    if sender is not None and sender.birth_date is None and born is not None:
        sender.birth_date = born
        sender.save()
    contact = None
    if typed.get("contact_name") and typed.get("contact_phone"):
        contact = Contact(
            typed["contact_name"], typed["contact_phone"], typed.get("contact_relation", "")
        )
    return AuthorRow(
        person=person,
        class_name=typed.get("class_name", ""),
        is_leader=is_leader,
        contact=contact,
        consent=_consent(typed, edition, own=own),
    )


def _consent(typed: dict[str, Any], edition: Edition, *, own: bool) -> ConsentGiven | None:
    purposes = frozenset(one for one in ConsentPurpose.values if typed.get(f"agrees_{one}"))
    if not purposes:
        return None
    of_child = edition.contest.is_for_children and bool(typed.get("contact_name"))
    return ConsentGiven(
        purposes=purposes,
        given_by=ConsentGiver.BOTH if of_child else ConsentGiver.SELF,
        giver_name=typed["contact_name"] if of_child else "",
        relation=typed.get("contact_relation", "") if of_child else "",
        channel=ConsentChannel.WEBSITE if own else ConsentChannel.PAPER,
    )


def _child(name: str, born: date | None) -> Person:
    """Return the person of this name and birth, added where none is on record.

    Without a birth namesakes cannot be told apart, so a new person is added; the office
    merges doubles.
    """
    if born is not None:
        found = Person.objects.named_like(name).filter(birth_date=born).order_by("pk").first()
        if found is not None:
            return found
    person = Person(full_name=name, birth_date=born)
    person.full_clean(exclude=["sort_key", "search_key"])
    person.save()
    return person


def _adult(name: str) -> Person:
    """Return the mentor of this name who guided an entry before, added where there is none."""
    found = Person.objects.named_like(name).filter(contest_mentorings__isnull=False).distinct()
    if len(known := list(found[:2])) == 1:
        return known[0]
    person = Person(full_name=name)
    person.full_clean(exclude=["sort_key", "search_key"])
    person.save()
    return person
