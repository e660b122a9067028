"""What the lists of commendation are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.honours.choices import (
    AwardingLevel,
    Direction,
    FormKind,
    Ground,
    HonourState,
    NominationState,
    SubjectKind,
)
from lienhiep.honours.models import EmulationResult, Honour, HonourForm, Nomination


class HonourFilterSet(RowFilterSet):
    """Honours by state, form, year, direction, subject and the days of decision and conferral."""

    words = django_filters.CharFilter(
        label=_("Words of the honour"), method=lambda rows, _name, words: rows.with_words(words)
    )
    year_rewarded = django_filters.NumberFilter(label=_("Year rewarded"))
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the honour"), choices=HonourState.choices
    )
    direction = django_filters.MultipleChoiceFilter(
        label=_("Given or received"), choices=Direction.choices
    )
    form = django_filters.ModelMultipleChoiceFilter(
        label=_("Form of honour"), queryset=HonourForm.objects.all()
    )
    kind = django_filters.MultipleChoiceFilter(
        field_name="form__kind", label=_("Kind of honour"), choices=FormKind.choices
    )
    level = django_filters.MultipleChoiceFilter(
        field_name="form__level", label=_("Awarding level"), choices=AwardingLevel.choices
    )
    subject_kind = django_filters.MultipleChoiceFilter(
        label=_("Collective or person"), choices=SubjectKind.choices
    )
    ground = django_filters.MultipleChoiceFilter(
        label=_("Ground of the honour"), choices=Ground.choices
    )
    decided_from = from_day("decided_on", _("Decided from"))
    decided_until = until_day("decided_on", _("Decided until"))
    conferred_from = from_day("conferred_on", _("Handed over from"))
    conferred_until = until_day("conferred_on", _("Handed over until"))
    unconferred = django_filters.BooleanFilter(
        field_name="conferred_on", lookup_expr="isnull", label=_("Not handed over yet")
    )

    class Meta:
        model = Honour
        fields = ["year_rewarded", "state_code", "direction", "form", "is_public"]


class NominationFilterSet(RowFilterSet):
    """Nominations by state, form, year and the day on which they came."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the nomination"), choices=NominationState.choices
    )
    form = django_filters.ModelMultipleChoiceFilter(
        label=_("Form of honour"), queryset=HonourForm.objects.all()
    )
    year_rewarded = django_filters.NumberFilter(label=_("Year rewarded"))
    submitted_from = from_day("submitted_on", _("Nominated from"))
    submitted_until = until_day("submitted_on", _("Nominated until"))

    class Meta:
        model = Nomination
        fields = ["state_code", "form", "year_rewarded", "ground"]


class EmulationResultFilterSet(RowFilterSet):
    """Emulation results by year and cluster."""

    year = django_filters.NumberFilter(label=_("Year of emulation"))
    cluster = django_filters.CharFilter(lookup_expr="icontains", label=_("Emulation cluster"))

    class Meta:
        model = EmulationResult
        fields = ["year", "cluster", "is_public"]


class HonourFormFilterSet(RowFilterSet):
    """Forms by kind and level."""

    kind = django_filters.MultipleChoiceFilter(label=_("Kind of honour"), choices=FormKind.choices)
    level = django_filters.MultipleChoiceFilter(
        label=_("Awarding level"), choices=AwardingLevel.choices
    )

    class Meta:
        model = HonourForm
        fields = ["kind", "level", "is_active"]
