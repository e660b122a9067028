"""Who acts, and what other rooms of the demonstration have: bodies, documents, associations."""

from __future__ import annotations

from datetime import date, datetime, time

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.associations.choices import BodyKind
from lienhiep.associations.models import Body
from lienhiep.core.period import ZONE
from lienhiep.core.text import fold
from lienhiep.demo import people
from lienhiep.demo.organisations import UNION, organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.office.models import OfficialDocument

HALL = "Hội trường Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"
MEETING_ROOM = "Phòng họp tầng 2, trụ sở Liên hiệp Hội"

BODY_NAMES = {
    BodyKind.EXECUTIVE: "Ban Chấp hành",
    BodyKind.STANDING: "Ban Thường vụ",
    BodyKind.PERMANENT: "Thường trực",
}


def officer() -> User:
    """Return who looks after conferences."""
    return people.account(Role.OFFICER)


def own_union() -> Organisation:
    """Return the Union itself."""
    return organisation(UNION)


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """Return a moment in Vietnam."""
    return datetime.combine(day, time(hour, minute), ZONE)


def body(kind: str) -> Body:
    """Return a body of the Union, made where no other room has made it."""
    found = Body.objects.filter(organisation=own_union(), kind=kind, until=None).first()
    if found is None:
        found = Body(organisation=own_union(), kind=kind, name=BODY_NAMES[BodyKind(kind)])
        found.save()
    return found


def document(symbol: str) -> OfficialDocument | None:
    """Return a document that the office has registered, or nothing where it has not."""
    if not symbol:
        return None
    return OfficialDocument.objects.filter(symbol=symbol).order_by("pk").first()


def association(words: str, name: str) -> Organisation:
    """Return the association whose name holds the words, made under a name where there is none."""
    known = Organisation.objects.of_kind(OrganisationKind.ASSOCIATION)
    found = known.filter(search_key__contains=fold(words)).order_by("pk").first()
    return found or organisation(name, OrganisationKind.ASSOCIATION)


def sister_union(province: str) -> Organisation:
    """Return the union of another province."""
    known = Organisation.objects.of_kind(OrganisationKind.SISTER_UNION)
    found = known.filter(search_key__contains=fold(province)).order_by("pk").first()
    return found or organisation(
        f"Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh {province}", OrganisationKind.SISTER_UNION
    )
