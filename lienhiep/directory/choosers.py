"""Choosing a person, an organisation, a unit: only those that stand for themselves.

Once registered, the widgets serve every foreign key to these kinds of record in the back
office, in whatever room; they are exported for forms that are not made from a model.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowChooserViewSet
from lienhiep.core.viewsets import chooser as core
from lienhiep.directory.models import AdministrativeUnit, DirectoryGroup, Organisation, Person


class _Unmerged:
    """Leave out what was merged into another record."""

    def get_object_list(self) -> models.QuerySet:
        return super().get_object_list().unmerged()  # type: ignore[misc]


class _PersonColumns:
    """Tell namesakes apart by where they work."""

    def get_object_list(self) -> models.QuerySet:
        return super().get_object_list().prefetch_related("affiliations__organisation")  # type: ignore[misc]

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("workplace", label=_("Workplace"))]  # type: ignore[misc]


class PersonChooseView(_PersonColumns, _Unmerged, core.RowChooseView):
    """The dialogue for persons."""


class PersonChooseResultsView(_PersonColumns, _Unmerged, core.RowChooseResultsView):
    """The list in the dialogue for persons."""


class PersonChooserViewSet(RowChooserViewSet):
    """A person; one who is not on record yet can be added in the dialogue."""

    model = Person
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person")
    choose_view_class = PersonChooseView
    choose_results_view_class = PersonChooseResultsView
    form_fields = ["full_name", "titles"]
    creation_tab_label = _("New person")
    create_action_label = _("Add")


class OrganisationChooseView(_Unmerged, core.RowChooseView):
    """The dialogue for organisations."""


class OrganisationChooseResultsView(_Unmerged, core.RowChooseResultsView):
    """The list in the dialogue for organisations."""


class OrganisationChooserViewSet(RowChooserViewSet):
    """An organisation; one that is not on record yet can be added in the dialogue."""

    model = Organisation
    icon = "group"
    choose_one_text = _("Choose an organisation")
    choose_another_text = _("Choose another organisation")
    edit_item_text = _("Edit this organisation")
    choose_view_class = OrganisationChooseView
    choose_results_view_class = OrganisationChooseResultsView
    form_fields = ["kind", "name", "short_name"]
    creation_tab_label = _("New organisation")
    create_action_label = _("Add")


class GroupChooserViewSet(RowChooserViewSet):
    """A group of organisations."""

    model = DirectoryGroup
    icon = "list-ul"
    choose_one_text = _("Choose a group")
    choose_another_text = _("Choose another group")
    edit_item_text = _("Edit this group")


class UnitSearchForm(BaseFilterForm):
    """Search in the folded names: "chau tien" finds "Xã Châu Tiến"."""

    q = forms.CharField(label=_("Search term"), required=False)

    def filter(self, objects: models.QuerySet) -> models.QuerySet:
        """Return the units whose name has the words in it."""
        objects = super().filter(objects)
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        return objects.named(self.search_query) if self.is_searching else objects


class _UnitColumns:
    """Tell units of one name apart by where they lie and when they stood."""

    filter_form_class = UnitSearchForm

    def get_filter_form_class(self) -> type[forms.Form]:
        return UnitSearchForm

    def get_object_list(self) -> models.QuerySet:
        return super().get_object_list().select_related("parent")  # type: ignore[misc]

    @property
    def columns(self) -> list[Column]:
        return [  # type: ignore[misc]
            *super().columns,
            Column("parent", label=_("Lies in")),
            Column("span", label=_("On record")),
        ]


class UnitChooseView(_UnitColumns, core.RowChooseView):
    """The dialogue for units."""


class UnitChooseResultsView(_UnitColumns, core.RowChooseResultsView):
    """The list in the dialogue for units."""


class UnitChooserViewSet(RowChooserViewSet):
    """An administrative unit, of today or of before."""

    model = AdministrativeUnit
    icon = "site"
    choose_one_text = _("Choose a unit")
    choose_another_text = _("Choose another unit")
    edit_item_text = _("Edit this unit")
    choose_view_class = UnitChooseView
    choose_results_view_class = UnitChooseResultsView


person_chooser = PersonChooserViewSet("directory_person_chooser")
organisation_chooser = OrganisationChooserViewSet("directory_organisation_chooser")
group_chooser = GroupChooserViewSet("directory_group_chooser")
unit_chooser = UnitChooserViewSet("directory_unit_chooser")

PersonChooserWidget: Any = person_chooser.widget_class
OrganisationChooserWidget: Any = organisation_chooser.widget_class
DirectoryGroupChooserWidget: Any = group_chooser.widget_class
UnitChooserWidget: Any = unit_chooser.widget_class
