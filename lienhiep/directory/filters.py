"""What the lists of the directory are narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.text import fold
from lienhiep.core.viewsets import RowFilterSet
from lienhiep.directory.choices import (
    OrganisationKind,
    Sex,
    UnitKind,
    UnitLevel,
)
from lienhiep.directory.models import (
    AdministrativeUnit,
    DirectoryGroup,
    MergeRecord,
    Organisation,
    Person,
    UnitChange,
    UnitStatement,
)


def _on_day(rows: Any, _name: str, day: Any) -> models.QuerySet:
    return rows.on(day)


def _day_filter(label: Any) -> django_filters.DateFilter:
    return django_filters.DateFilter(label=label, method=_on_day, widget=AdminDateInput)


class PersonFilterSet(RowFilterSet):
    """Persons by workplace and sex."""

    workplace = django_filters.CharFilter(label=_("Workplace"), method="filter_workplace")
    sex = django_filters.ChoiceFilter(label=_("Sex"), choices=Sex.choices)

    class Meta:
        model = Person
        fields = ["workplace", "sex"]

    def filter_workplace(self, rows: Any, name: str, words: str) -> models.QuerySet:
        """Return those who work or worked in an organisation with these words in its name."""
        return rows.filter(affiliations__organisation__search_key__contains=fold(words)).distinct()


class OrganisationFilterSet(RowFilterSet):
    """Organisations by kind, group and day."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of organisation"), choices=OrganisationKind.choices
    )
    group = django_filters.ModelChoiceFilter(
        label=_("In the group"),
        field_name="memberships__group",
        queryset=DirectoryGroup.objects.all(),
        distinct=True,
    )
    on = _day_filter(_("Existing on"))

    class Meta:
        model = Organisation
        fields = ["kind", "group", "on"]


class UnitFilterSet(RowFilterSet):
    """Units by level, kind, place and day."""

    level = django_filters.MultipleChoiceFilter(label=_("Level"), choices=UnitLevel.choices)
    kind = django_filters.MultipleChoiceFilter(label=_("Kind of unit"), choices=UnitKind.choices)
    parent = django_filters.ModelChoiceFilter(
        label=_("Lies in"),
        queryset=lambda request: AdministrativeUnit.objects.filter(
            children__isnull=False
        ).distinct(),
    )
    on = _day_filter(_("On record on"))

    class Meta:
        model = AdministrativeUnit
        fields = ["level", "kind", "parent", "on"]


class UnitChangeFilterSet(RowFilterSet):
    """Changes by kind."""

    class Meta:
        model = UnitChange
        fields = ["kind"]


class UnitStatementFilterSet(RowFilterSet):
    """Stated numbers by level and day."""

    on = _day_filter(_("Holding on"))

    class Meta:
        model = UnitStatement
        fields = ["level", "on"]


class MergeFilterSet(RowFilterSet):
    """Merges by kind, and whether they stand."""

    is_undone = django_filters.BooleanFilter(
        label=_("Undone"), field_name="undone_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = MergeRecord
        fields = ["kind", "is_undone"]
