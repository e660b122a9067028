"""The forms of records that begin with a verb of the room.

The first save goes through the same function as the desk and the demonstration, so that the
rule and the entry in the history are the same; later saves are plain edits.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.honours.actions import Candidate, Subject, nominate, record_received_honour
from lienhiep.honours.models import Honour, Nomination


class ReceivedHonourForm(OfficeAdminModelForm):
    """An honour received is recorded; an existing one is edited."""

    def _post_clean(self) -> None:
        """Ask every constraint, those on what the form does not show among them.

        Django leaves out a constraint that names a field outside the form; whether an honour
        was revoked stands outside, and decides whether another like it is a double.
        """
        super()._post_clean()
        if self.errors:
            return
        try:
            self.instance.validate_constraints()
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)

    def save(self, commit: bool = True) -> Honour:
        """Record the honour, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        about = ("organisation", "person", "described_as", "is_pupil", "achievement", "money")
        self.instance = record_received_honour(
            form=facts["form"],
            awarding_body=facts["awarding_body"],
            year=facts["year_rewarded"],
            first_year=facts["first_year"],
            ground=facts["ground"],
            subject=Subject(
                certificate_number=facts["certificate_number"],
                **{name: facts[name] for name in about if name in facts},
            ),
            on=facts["decided_on"],
            document=facts["decision"],
            symbol=facts["decision_symbol"],
            conferred_on=facts["conferred_on"],
            occasion=facts["occasion"],
            file=facts.get("file"),
            is_public=facts["is_public"],
            by=self.for_user,
        )
        return self.instance


class NominationForm(OfficeAdminModelForm):
    """A new nomination is received with its nominees; an existing one is edited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the Union as who proposes and who awards: what the office does most."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            union = Organisation.objects.unmerged().of_kind(OrganisationKind.OWN_UNION).first()
            for name in ("proposer", "awarding_body"):
                self.initial.setdefault(name, union)

    def save(self, commit: bool = True) -> Nomination:
        """Receive the nomination, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        self.instance = nominate(
            proposer=facts["proposer"],
            form=facts["form"],
            awarding_body=facts["awarding_body"],
            year=facts["year_rewarded"],
            first_year=facts["first_year"],
            ground=facts["ground"],
            summary=facts["summary"],
            report=facts.get("report"),
            on=facts["submitted_on"],
            candidates=self._candidates(),
            by=self.for_user,
        )
        return self.instance

    def _candidates(self) -> list[Candidate]:
        names = (
            "organisation",
            "person",
            "written_name",
            "described_as",
            "achievement",
            "is_pupil",
        )
        rows = [form.cleaned_data for form in self.formsets["nominees"].ordered_forms]
        kept = [row for row in rows if any(row.get(name) for name in names[:3])]
        return [Candidate(**{name: row[name] for name in names}) for row in kept]
