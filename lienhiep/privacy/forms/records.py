"""Records that begin with a verb of the room."""

from __future__ import annotations

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.period import today
from lienhiep.privacy.actions import file_dossier, record_breach
from lienhiep.privacy.models import Breach, Dossier


class BreachForm(OfficeAdminModelForm):
    """A new breach is recorded; an open one is filled in as more becomes known."""

    def _get_validation_exclusions(self):
        # It follows from the finding.
        return {*super()._get_validation_exclusions(), "tell_by"}

    def save(self, commit: bool = True) -> Breach:
        """Record the breach, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = record_breach(by=self.for_user, **self.facts())
        return self.instance


class DossierForm(OfficeAdminModelForm):
    """The day and the number under which the record of processing is filed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["filed_on"].initial = today

    def _get_validation_exclusions(self):
        # The lines are computed when it is filed.
        return {*super()._get_validation_exclusions(), "content"}

    def save(self, commit: bool = True) -> Dossier:
        """File the record as it stands now."""
        self.instance = file_dossier(by=self.for_user, **self.facts())
        return self.instance
