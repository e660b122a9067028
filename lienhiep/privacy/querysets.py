"""Words to chain about breaches."""

from __future__ import annotations

from typing import Self

from lienhiep.core.guarding import GuardedQuerySet


class BreachQuerySet(GuardedQuerySet):
    """Breaches of personal data."""

    def open(self) -> Self:
        """Return the breaches that are not closed."""
        return self.filter(closed_on=None)

    def untold(self) -> Self:
        """Return those of which the authority does not know yet."""
        return self.open().filter(authority_told_at=None)
