"""What contestants and jurors fill in at their desks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.contests.actions.jury import points_field
from lienhiep.contests.files import DESCRIPTION, PHOTO
from lienhiep.contests.models import Criterion, Score
from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm


class PapersForm(OfficeForm):
    """The files of an entry, added later."""

    description = RecordFileFormField(
        label=gettext_lazy("Written explanation"), use=DESCRIPTION, required=False
    )
    photo = RecordFileFormField(
        label=gettext_lazy("Photograph of the entry"), use=PHOTO, required=False
    )


class WithdrawalForm(OfficeForm):
    """Why somebody withdraws an entry, or cannot score one."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


WRONG = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
"""What may be wrong with points; a juror reads one sentence for all of it."""


class PointsField(forms.DecimalField):
    """Points in halves, written with a comma or a full stop; there are no thousands in them."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:
        """Read 45,5 as 45.5 is read."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class ScoreForm(OfficeForm):
    """Points for each criterion, in halves, and a remark."""

    def __init__(self, *args: Any, sheet: Score, **kwargs: Any) -> None:
        """Ask for the criteria of the edition, beginning with the points of before."""
        self.criteria = list(sheet.entry.edition.criteria.all())
        before = {mark.criterion_id: mark.points for mark in sheet.marks.all()}
        super().__init__(*args, **kwargs)
        for criterion in self.criteria:
            wrong = _("Give from 0 to %(most)s points, in halves.") % {"most": criterion.max_points}
            self.fields[points_field(criterion)] = PointsField(
                label=criterion.name,
                min_value=0,
                max_value=criterion.max_points,
                max_digits=5,
                decimal_places=1,
                initial=before.get(criterion.pk),
                error_messages=dict.fromkeys(WRONG, wrong),
                help_text=_("From 0 to %(most)s points, in halves.")
                % {"most": criterion.max_points},
            )
        self.fields["remark"] = forms.CharField(
            label=_("Remark on the entry"),
            widget=forms.Textarea(attrs={"rows": 4}),
            required=False,
            max_length=3000,
            initial=sheet.remark,
        )

    @property
    def rows(self) -> list[tuple[Criterion, forms.BoundField]]:
        """The criteria with their fields, for the sheet as a juror has it in hand."""
        return [(one, self[points_field(one)]) for one in self.criteria]

    @property
    def most(self) -> int:
        """How many points a sheet has at the most."""
        return sum(one.max_points * one.weight for one in self.criteria)

    @property
    def points(self) -> dict[Criterion, Decimal]:
        """What was typed, by criterion."""
        return {one: self.cleaned_data[points_field(one)] for one in self.criteria}
