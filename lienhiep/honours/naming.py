"""What the public site calls those who are honoured: children unnamed without a consent."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.accounts.models import Consent
from lienhiep.accounts.querysets import people_restricted
from lienhiep.honours.childhood import is_child_on
from lienhiep.honours.models import Honour


def public_names(honours: Iterable[Honour]) -> dict[int, str]:
    """Return what each honour's subject may be called in public, by the id of the honour.

    A child is named only where a consent to it is in force this very moment; asked anew each
    time, in one question for a whole page, because it may be withdrawn any day.
    """
    rows = list(honours)
    allowed = _with_consent(rows)
    return {row.pk: str(row.subject) if row.pk in allowed else _withheld(row) for row in rows}


def may_be_described(honours: Iterable[Honour]) -> set[int]:
    """Return the ids of the honours whose post, class or school may be told in public."""
    return _with_consent(list(honours))


def _with_consent(rows: list[Honour]) -> set[int]:
    children = {row.person_id for row in rows if row.person_id is not None and is_of_child(row)}
    agreed = (
        Consent.objects.consenting(children, ConsentPurpose.PUBLISH_NAME, of_children=True)
        if children
        else set()
    )
    restricted = people_restricted(row.person_id for row in rows if row.person_id is not None)
    return {
        row.pk
        for row in rows
        if row.person_id not in restricted and (not is_of_child(row) or row.person_id in agreed)
    }


def is_of_child(honour: Honour) -> bool:
    """Return whether the subject was a child at the decision, as the directory knows it today."""
    if honour.person_id is None:
        return False
    return honour.concerns_child or is_child_on(honour.person, honour.decided_on)


def _withheld(honour: Honour) -> str:
    """Return what stands in the place of a name that may not be shown."""
    return _("A pupil") if is_of_child(honour) else _("Name withheld")
