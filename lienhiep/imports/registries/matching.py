"""Finding the records that a row names: persons are matched, not doubled."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.text import fold
from lienhiep.directory.models import Organisation, Person
from lienhiep.directory.titles import join_titles, parted_titles

TELLING = ("birth_date", "email", "phone")
"""What tells two persons of one name apart, or shows that they are one."""


def split_titles(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of a person with titles moved out of the name."""
    titles, name = parted_titles(str(facts["full_name"]))
    known = str(facts.get("titles", ""))
    return {**facts, "full_name": name, "titles": known or join_titles(titles)}


def person_of(facts: dict[str, Any]) -> Person | None:
    """Return the person that a row speaks of, None where nobody of that name is known.

    Refuses where the same person would have two birth dates, and where several of one name
    are known and the row does not say which.
    """
    namesakes = list(Person.objects.named_like(str(facts["full_name"])))
    agreeing = [one for one in namesakes if _agrees(one, facts)]
    if len(agreeing) == 1:
        return agreeing[0]
    if len(agreeing) > 1:
        raise ValidationError(
            {
                "full_name": _(
                    "%(count)s persons of this name are known. Add the date of birth, the "
                    "e-mail address or the phone number."
                )
                % {"count": len(agreeing)}
            }
        )
    for one in namesakes:
        _refuse_contradiction(one, facts)
    return None


def known_organisation(field: str, name: str) -> Organisation | None:
    """Return the organisation of a name, short name or alias, None where there is none.

    Refuses a name that several bear.
    """
    found = list(Organisation.objects.named_like(name)[:3])
    exact = [one for one in found if fold(one.name) == fold(name)]
    if len(exact) == 1:
        return exact[0]
    if len(found) > 1:
        raise ValidationError(
            {field: _("Several organisations bear the name “%(name)s”.") % {"name": name}}
        )
    return found[0] if found else None


def organisation_of(field: str, name: str) -> Organisation:
    """Return the organisation of a name; refuse one that is not known."""
    found = known_organisation(field, name)
    if found is None:
        raise ValidationError(
            {
                field: _("No organisation “%(name)s” is known. Enter it in the directory first.")
                % {"name": name}
            }
        )
    return found


def _agrees(person: Person, facts: dict[str, Any]) -> bool:
    """Return whether a namesake may be the person: something agrees, and nothing contradicts.

    Where the row tells nothing but the name, or nothing is known of the namesake, they are
    taken for one.
    """
    told = {name: facts[name] for name in TELLING if facts.get(name)}
    known = {name: getattr(person, name) for name in told if getattr(person, name)}
    if "birth_date" in known and known["birth_date"] != told["birth_date"]:
        return False
    return not known or any(_same(name, known[name], told[name]) for name in known)


def _refuse_contradiction(person: Person, facts: dict[str, Any]) -> None:
    """Refuse two birth dates of one person: the same address or number with another date."""
    birth_date = facts.get("birth_date")
    if birth_date is None or person.birth_date in (None, birth_date):
        return
    for name in ("email", "phone"):
        if facts.get(name) and _same(name, getattr(person, name), facts[name]):
            raise ValidationError(
                {
                    "birth_date": _("%(person)s is on record as born on another day: %(day)s.")
                    % {"person": person, "day": f"{person.birth_date:%d/%m/%Y}"}
                }
            )


def _same(name: str, one: Any, other: Any) -> bool:
    if name == "birth_date":
        return bool(one == other)
    if name == "phone":
        return _digits(str(one)) == _digits(str(other))
    return str(one).casefold() == str(other).casefold()


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
