"""What those who act for an association are told about documents and reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.associations.models import Seat
from lienhiep.core.notices import NoticeKind, notice_kind, tell_each
from lienhiep.office.models import OfficialDocument, Receipt

DOCUMENT_FORWARDED = notice_kind(
    "office.document_forwarded",
    _("A document was forwarded to you, please acknowledge it – %(record)s."),
    is_urgent=True,
)
DOCUMENT_RECALLED = notice_kind(
    "office.document_recalled", _("A document forwarded to you was recalled – %(record)s.")
)
RECEIPT_REOPENED = notice_kind(
    "office.receipt_reopened", _("The office asks you to acknowledge it again – %(record)s.")
)
REPORT_ASKED = notice_kind(
    "office.report_asked",
    _("The Union asks your association for a report – %(record)s."),
    is_urgent=True,
)
REPORT_GIVEN_BACK = notice_kind(
    "office.report_given_back",
    _("Your report was given back to be completed – %(record)s."),
    is_urgent=True,
)


def tell_associations(rows: Iterable[Any], what: NoticeKind, by: Any) -> None:
    """Tell those who act for each organisation about its own line or request, in one go."""
    tell_each(pairs=_pairs(rows), what=what, by=by)


def tell_of_recall(document: OfficialDocument, by: Any) -> None:
    """Tell everybody to whom a document was forwarded that it was recalled."""
    lines = Receipt.objects.standing().filter(dispatch__document=document)
    tell_associations(lines, DOCUMENT_RECALLED, by)


def _pairs(rows: Iterable[Any]) -> Iterator[tuple[User, Any]]:
    """Yield each account with the lines of the organisations for which it acts."""
    rows = list(rows)
    acting = Seat.objects.acting_for({row.organisation_id for row in rows})
    persons: dict[int, set[int]] = {}
    for organisation, person in acting.values_list("body__organisation", "person"):
        persons.setdefault(organisation, set()).add(person)
    every = {person for some in persons.values() for person in some}
    users = {user.person_id: user for user in User.objects.of_persons(every)}
    for row in rows:
        for person in sorted(persons.get(row.organisation_id, ())):
            if person in users:
                yield users[person], row
