"""Organisations and their groups in the back office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table
from lienhiep.directory import actions
from lienhiep.directory.filters import OrganisationFilterSet
from lienhiep.directory.forms.records import GroupForm, OrganisationForm
from lienhiep.directory.forms.verbs import MergeOrganisationForm, RenameOrganisationForm
from lienhiep.directory.models import DirectoryGroup, Organisation, Person
from lienhiep.directory.querysets import valid_on
from lienhiep.directory.validators import span_in_words
from lienhiep.directory.viewsets.merged import MergeableIndexView, MergeableInspectView
from lienhiep.directory.viewsets.telling import TellingCreateView, TellingEditView

MOST_PEOPLE = 50


class OrganisationInspectView(MergeableInspectView):
    """The page of an organisation: its names, its way, its parts, its groups and its people."""

    def tables(self) -> Iterator[Table]:
        """Return what belongs to the organisation, as far as the reader may see it."""
        yield self._names()
        yield self._reorganisations()
        parts = Table(_("Parts"), [_("Organisation"), _("Kind of organisation")])
        for child in self.object.children.unmerged().in_order():
            parts.add((child, admin_row_url(child)), child.get_kind_display())
        yield parts
        if policy_of(DirectoryGroup).may(self.request.user, "view"):
            yield self._groups()
        yield self._people()
        yield self.merges_table()

    def _names(self) -> Table:
        names = Table(_("Other names"), [_("Name"), _("Time")])
        for name in self.object.names.all():
            names.add(name.name, span_in_words(name.valid_from, name.valid_to))
        for alias in self.object.aliases.all():
            names.add(alias.name, _("another writing"))
        return names

    def _reorganisations(self) -> Table:
        table = Table(
            _("Predecessors and successors"),
            [_("Predecessor"), _("Successor"), _("Kind of reorganisation"), _("In force on")],
        )
        before = self.object.precedences.select_related("predecessor", "successor")
        after = self.object.successions.select_related("predecessor", "successor")
        for step in [*before, *after]:
            table.add(
                (step.predecessor, admin_row_url(step.predecessor)),
                (step.successor, admin_row_url(step.successor)),
                step.get_kind_display(),
                step.effective,
            )
        return table

    def _groups(self) -> Table:
        table = Table(_("In the groups"), [_("Group"), _("Time")])
        for held in self.object.memberships.select_related("group"):
            span = span_in_words(held.valid_from, held.valid_to)
            table.add((held.group, admin_row_url(held.group)), span)
        return table

    def _people(self) -> Table:
        table = Table(_("People who work there"), [_("Person"), _("Position there"), _("Time")])
        seen = Person.objects.visible_to(self.request.user).values("pk")
        places = self.object.affiliations.filter(person__in=seen).select_related("person")
        for place in places.order_by("person__sort_key")[:MOST_PEOPLE]:
            span = span_in_words(place.valid_from, place.valid_to)
            table.add((place.person, admin_row_url(place.person)), place.position, span)
        return table


class OrganisationViewSet(RowModelViewSet):
    """Organisations: one record for each, found by every name it bears or bore."""

    model = Organisation
    icon = "group"
    menu_label = gettext_lazy("Organisations")
    index_view_class = MergeableIndexView
    add_view_class = TellingCreateView
    edit_view_class = TellingEditView
    inspect_view_class = OrganisationInspectView
    filterset_class = OrganisationFilterSet
    ordering = ["sort_key", "pk"]
    list_display = [
        "name",
        Column("short_name", label=gettext_lazy("Short name")),
        Column("get_kind_display", label=gettext_lazy("Kind"), sort_key="kind"),
        Column("unit", label=gettext_lazy("Administrative unit")),
    ]
    list_export = [
        "name",
        "short_name",
        "get_kind_display",
        "parent",
        "unit",
        "address",
        "email",
        "phone",
        "website",
        "founded_on",
        "ended_on",
    ]
    export_headings = {"get_kind_display": gettext_lazy("Kind")}
    inspect_view_fields = [
        "name",
        "short_name",
        "kind",
        "parent",
        "unit",
        "address",
        "email",
        "phone",
        "website",
        "founded_on",
        "ended_on",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("short_name"), FieldPanel("parent")]),
            MultiFieldPanel(
                [
                    FieldPanel("unit"),
                    FieldPanel("address"),
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                    FieldPanel("website"),
                ],
                heading=gettext_lazy("Place and contact"),
            ),
            FieldRowPanel([FieldPanel("founded_on"), FieldPanel("ended_on")]),
            FieldPanel("note"),
            InlinePanel(
                "aliases",
                heading=gettext_lazy("Other writings"),
                label=gettext_lazy("Other writing"),
                panels=[FieldPanel("name")],
            ),
            InlinePanel(
                "names",
                heading=gettext_lazy("Former names"),
                label=gettext_lazy("Former name"),
                panels=[
                    FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                    FieldPanel("decision"),
                ],
            ),
            InlinePanel(
                "precedences",
                heading=gettext_lazy("Predecessors"),
                label=gettext_lazy("Predecessor"),
                panels=[
                    FieldPanel("predecessor"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("effective")]),
                    FieldPanel("decision"),
                ],
            ),
        ],
        base_form_class=OrganisationForm,
    )
    verbs = [
        RowVerb(
            "rename",
            gettext_lazy("Record a new name"),
            actions.rename_organisation,
            "organisation",
            form_class=RenameOrganisationForm,
            icon="edit",
            explanation=gettext_lazy(
                "Papers of before keep the present name. A slip of the pen is corrected on "
                "the form instead."
            ),
            done=gettext_lazy("The new name is recorded."),
        ),
        RowVerb(
            "merge",
            gettext_lazy("Merge another record into this one"),
            actions.merge_organisations,
            "winner",
            form_class=MergeOrganisationForm,
            icon="link",
            explanation=gettext_lazy(
                "For one organisation recorded twice. Organisations that really joined stay "
                "two records; state the predecessor on the form of the successor."
            ),
            done=gettext_lazy("The two records are one now."),
            serious=True,
        ),
    ]


class GroupIndexView(RowIndexView):
    """Groups, with the number of members today."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the members with the list."""
        held = valid_on(today(), "memberships__")
        members = Count(
            "memberships__organisation",
            filter=Q(memberships__isnull=False) & held,
            distinct=True,
        )
        return super().get_base_queryset().annotate(members=members)


class GroupInspectView(RelatedInspectView):
    """The page of a group: its members, of today and of before."""

    def tables(self) -> Iterator[Table]:
        """Return the members."""
        table = Table(_("Members"), [_("Organisation"), _("Time")])
        for held in self.object.memberships.select_related("organisation"):
            span = span_in_words(held.valid_from, held.valid_to)
            table.add((held.organisation, admin_row_url(held.organisation)), span)
        yield table


class DirectoryGroupViewSet(RowModelViewSet):
    """Groups of organisations to which something is sent."""

    model = DirectoryGroup
    icon = "list-ul"
    menu_label = gettext_lazy("Groups of organisations")
    index_view_class = GroupIndexView
    inspect_view_class = GroupInspectView
    ordering = ["sort_key", "pk"]
    list_display: list[Any] = [
        "name",
        Column("code", label=gettext_lazy("Code")),
        NumberColumn("members", label=gettext_lazy("Members today"), sort_key="members"),
    ]
    list_filter = ["name"]
    list_export = ["name", "code", "members", "note"]
    export_headings = {"members": gettext_lazy("Members today")}
    inspect_view_fields = ["name", "code", "note"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
            FieldPanel("note"),
            InlinePanel(
                "memberships",
                heading=gettext_lazy("Members"),
                label=gettext_lazy("Member"),
                panels=[
                    FieldPanel("organisation"),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                ],
            ),
        ],
        base_form_class=GroupForm,
    )
