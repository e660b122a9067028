"""Loading the forms of honour."""

from __future__ import annotations

from datetime import date

from lienhiep.core.history import verb
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.honours.models import HonourForm
from lienhiep.honours.reference import known_forms
from lienhiep.honours.reference_codes import CHILD_AGE

LAW_ON_CHILDREN = "Luật Trẻ em 102/2016/QH13, Điều 1"


def load_forms() -> int:
    """Add the forms that are missing and the legal age of a child; return how many were added.

    What stands is left as it is: an office may have given a form another name or place.
    """
    known = set(HonourForm.objects.values_list("code", flat=True))
    rows = enumerate(known_forms(), start=1)
    missing = [(position, row) for position, row in rows if row["code"] not in known]
    with verb("honours.load_forms", by=None):
        for position, row in missing:
            HonourForm(
                code=row["code"],
                name=row["name"],
                kind=row["kind"],
                level=row["level"],
                for_collectives=row["whom"] != "persons",
                for_persons=row["whom"] != "collectives",
                position=position * 10,
                source=row["source"],
            ).save()
    if not ReferenceValue.objects.filter(code=CHILD_AGE).exists():
        set_reference(
            code=CHILD_AGE, value=16, valid_from=date(2017, 6, 1), source=LAW_ON_CHILDREN, by=None
        )
    return len(missing)
