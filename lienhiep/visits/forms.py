"""The form of a balance carried over."""

from __future__ import annotations

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.visits.actions import state_opening_balance
from lienhiep.visits.models import DailyTally


class OpeningBalanceForm(OfficeAdminModelForm):
    """A new balance is stated; an existing one is corrected."""

    def save(self, commit: bool = True) -> DailyTally:
        """State the balance, or save the correction."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = state_opening_balance(by=self.for_user, **self.facts())
        return self.instance
