"""Persons in the back office."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.related import Table
from lienhiep.directory import actions
from lienhiep.directory.filters import PersonFilterSet
from lienhiep.directory.forms.records import PersonForm
from lienhiep.directory.forms.verbs import MergePersonForm, RenamePersonForm
from lienhiep.directory.models import Affiliation, Person
from lienhiep.directory.validators import span_in_words
from lienhiep.directory.viewsets.merged import MergeableIndexView, MergeableInspectView
from lienhiep.directory.viewsets.telling import TellingCreateView, TellingEditView


class PersonIndexView(MergeableIndexView):
    """Persons by given name."""

    # In one question more, whether or not somebody on the page has a workplace.
    prefetched = (
        Prefetch("affiliations", queryset=Affiliation.objects.select_related("organisation")),
    )


class PersonInspectView(MergeableInspectView):
    """The page of a person: names, workplaces, what was merged."""

    def tables(self) -> Iterator[Table]:
        """Return what belongs to the person."""
        names = Table(_("Other names"), [_("Name"), _("Kind of name"), _("Time")])
        for name in self.object.names.all():
            span = span_in_words(name.valid_from, name.valid_to)
            names.add(name.name, name.get_kind_display(), span)
        yield names
        places = Table(_("Workplaces"), [_("Organisation"), _("Position there"), _("Time")])
        for place in self.object.affiliations.select_related("organisation"):
            span = span_in_words(place.valid_from, place.valid_to)
            organisation = place.organisation
            places.add((organisation, admin_row_url(organisation)), place.position, span)
        yield places
        yield self.merges_table()


class PersonViewSet(RowModelViewSet):
    """Persons: found by any writing of their name, listed by given name."""

    model = Person
    icon = "user"
    menu_label = gettext_lazy("Persons")
    index_view_class = PersonIndexView
    add_view_class = TellingCreateView
    edit_view_class = TellingEditView
    inspect_view_class = PersonInspectView
    filterset_class = PersonFilterSet
    ordering = ["sort_key", "pk"]
    list_display = [
        "full_name",
        Column("titles", label=gettext_lazy("Titles")),
        Column("workplace", label=gettext_lazy("Workplace")),
    ]
    list_export = [
        "full_name",
        "titles",
        "get_sex_display",
        "birth_date",
        "birth_year",
        "workplace",
        "email",
        "phone",
        "address",
    ]
    export_headings = {
        "get_sex_display": gettext_lazy("Sex"),
        "workplace": gettext_lazy("Workplace"),
    }
    inspect_view_fields = [
        "full_name",
        "titles",
        "given_override",
        "sex",
        "birth_date",
        "birth_year",
        "email",
        "phone",
        "address",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("full_name"), FieldPanel("titles")]),
            FieldRowPanel([FieldPanel("given_override"), FieldPanel("sex")]),
            FieldRowPanel([FieldPanel("birth_date"), FieldPanel("birth_year")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                    FieldPanel("address"),
                    FieldPanel("note"),
                ],
                heading=gettext_lazy("Contact, for the office"),
            ),
            InlinePanel(
                "affiliations",
                heading=gettext_lazy("Workplaces"),
                label=gettext_lazy("Workplace"),
                panels=[
                    FieldPanel("organisation"),
                    FieldPanel("position"),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                ],
            ),
            InlinePanel(
                "names",
                heading=gettext_lazy("Other names"),
                label=gettext_lazy("Other name"),
                panels=[
                    FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                ],
            ),
        ],
        base_form_class=PersonForm,
    )
    verbs = [
        RowVerb(
            "rename",
            gettext_lazy("Record a new name"),
            actions.rename_person,
            "person",
            form_class=RenamePersonForm,
            icon="edit",
            explanation=gettext_lazy(
                "The present name is kept as a former name. A slip of the pen is corrected "
                "on the form instead."
            ),
            done=gettext_lazy("The new name is recorded."),
        ),
        RowVerb(
            "merge",
            gettext_lazy("Merge another record into this one"),
            actions.merge_persons,
            "winner",
            form_class=MergePersonForm,
            icon="link",
            explanation=gettext_lazy(
                "For one person recorded twice. Everything that names the other record will "
                "name this one; the other then leads here. It can be undone."
            ),
            done=gettext_lazy("The two records are one now."),
            serious=True,
        ),
    ]
