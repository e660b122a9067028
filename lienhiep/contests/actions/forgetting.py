"""Forgetting what is no longer needed: whom to call about a child."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.contests.models import Edition, RepresentativeContact
from lienhiep.contests.reference_codes import CONTACT_KEPT_DAYS
from lienhiep.core.history import verb
from lienhiep.core.reference import value_on


def forget_contacts(*, on: date) -> int:
    """Delete the contacts of representatives whose time is over; return how many went.

    The time runs from the publication of the results. Where the reference data state none,
    nothing goes.
    """
    days = value_on(CONTACT_KEPT_DAYS, on, default=None)
    if days is None:
        return 0
    over = RepresentativeContact.objects.of_editions_published_by(on - timedelta(days=days))
    gone = 0
    editions = Edition.objects.filter(entries__authors__contact__in=over).distinct()
    for edition in editions:
        with verb("contests.forget_contacts", by=None, about=edition) as act:
            rows = over.filter(author__entry__edition=edition)
            count = len(rows)
            for row in rows:
                row.delete()
            act.note(contacts=count)
        gone += count
    return gone
