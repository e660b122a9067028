"""Member associations typed in a few rows, by the same way as from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.core.models import UnionIdentity
from lienhiep.imports.registries.associations import ASSOCIATIONS
from lienhiep.setup.actions.staff import RowsRefused


def enter_associations(*, rows: Sequence[dict[str, Any]], by: Any) -> list[Model]:
    """Enter associations and their membership; all or none.

    Each row has `name`, `since` and perhaps `short_name`, `founded_on`, `email`. Refuses one
    that is a member already.
    """
    refused: dict[int, ValidationError] = {}
    made: list[Model] = []
    union = UnionIdentity.objects.get(pk=1)
    with transaction.atomic(), verb("setup.enter_associations", by=by, about=union) as act:
        for place, row in enumerate(rows):
            facts = {name: value for name, value in row.items() if value}
            try:
                with transaction.atomic():
                    if ASSOCIATIONS.find(facts) is not None:
                        raise ValidationError({"name": _("This is a member already.")})
                    made.append(ASSOCIATIONS.make(facts, by)[-1])
            except ValidationError as refusal:
                refused[place] = refusal
        if refused:
            raise RowsRefused(refused)
        act.note(associations=len(made))
    return made
