"""Records named inside another record: where the reader may not see them, they are withheld.

An article that everybody reads may name a person whom not everybody may look up; a link
is then shown as being there, and not to whom it leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import principals

WITHHELD: Promise = _("(not open to you)")

AT_ONCE = 500
"""How many records are asked about in one question to the database."""


def reads_all(model: type[models.Model], user: Any) -> bool:
    """Return whether this reader may see every row of a kind."""
    return not issubclass(model, Guarded) or bool(principals(user) & model.policy().readers_of_all)


def visible_among(model: Any, pks: Iterable[Any], user: Any) -> set[Any]:
    """Return those of the ids that this reader may see."""
    asked = list(set(pks))
    seen: set[Any] = set()
    for start in range(0, len(asked), AT_ONCE):
        some = model.objects.filter(pk__in=asked[start : start + AT_ONCE])
        seen.update(some.visible_to(user).values_list("pk", flat=True))
    return seen


def named_only(row: Guarded, user: Any) -> Any:
    """Return what stands in the place of a record that this reader may not see."""
    return row.name_for(user) or WITHHELD


def shown_to(user: Any, value: Any) -> Any:
    """Return a value of a record's page without what this reader may not see."""
    if isinstance(value, Guarded):
        return value if value.policy().can_view(user, value) else named_only(value, user)
    if isinstance(value, models.Manager):
        value = value.all()
    if isinstance(value, models.QuerySet) and issubclass(value.model, Guarded):
        return value.visible_to(user)
    return value


class Sight:
    """What one reader sees of the records named in a list, asked once for each column."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self._seen: dict[tuple[str, type[models.Model]], set[Any]] = {}

    def of(self, column: str, value: Any, peers: Callable[[], Iterable[Any]]) -> Any:
        """Return the value of a cell, or what stands in its place.

        `peers` gives the values of the same column in every row shown, so that one
        question to the database serves them all.
        """
        if not isinstance(value, Guarded) or reads_all(type(value), self.user):
            return value
        key = (column, type(value))
        if key not in self._seen:
            pks = [peer.pk for peer in peers() if type(peer) is type(value)]
            self._seen[key] = visible_among(type(value), pks, self.user)
        return value if value.pk in self._seen[key] else named_only(value, self.user)
