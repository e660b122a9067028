"""Questions to the database that a typed number must not break."""

from __future__ import annotations

from typing import Any

from django.db.models.lookups import In


class IntegerIn(In):
    """`__in` on whole numbers, without those that no row can hold.

    Django asks so for a single number, not for several; with several an id beyond the
    range of its column, typed by hand, is an error of the database.
    """

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Leave out what lies beyond the column; nothing left finds nothing."""
        if self.rhs_is_direct_value():
            kind = self.lhs.output_field.get_internal_type()
            low, high = connection.ops.integer_field_range(kind)
            self.rhs = [
                one
                for one in self.rhs
                if not isinstance(one, int)
                or ((low is None or one >= low) and (high is None or one <= high))
            ]
        return super().process_rhs(compiler, connection)
