"""What associations state, in the back office: members, and persons admitted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.associations import actions
from lienhiep.associations.choices import STATE_KINDS
from lienhiep.associations.filters import MemberStatementFilterSet, PersonsAdmittedFilterSet
from lienhiep.associations.forms.records import MemberStatementForm, PersonsAdmittedForm
from lienhiep.associations.models import MemberStatement, PersonsAdmitted
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView

VERBS = [
    RowVerb(
        "take_back_statement",
        _("Take the statement back"),
        actions.take_back_statement,
        "statement",
        form_class=ReasonForm,
        icon="cross",
        explanation=_("It counts no more; the right number is stated anew."),
        serious=True,
    ),
    RowVerb(
        "restore_statement",
        _("Let the statement count again"),
        actions.restore_statement,
        "statement",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]


class StatedIndexView(RowIndexView):
    """The statements, with whether they count and who stated them."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the organisation."""
        return super().get_base_queryset().with_state().select_related("organisation")


class MemberStatementIndexView(StatedIndexView):
    """The statements of members, with who gave them."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add who gave the numbers."""
        return super().get_base_queryset().select_related("given_by")


class MemberStatementViewSet(RowModelViewSet):
    """How many members each association has, year by year."""

    model = MemberStatement
    icon = "table"
    menu_label = _("Members stated")
    index_view_class = MemberStatementIndexView
    add_view_class = VerbCreateView
    filterset_class = MemberStatementFilterSet
    verbs = VERBS
    list_display = [
        Column("organisation", label=_("Association"), sort_key="organisation__sort_key"),
        day_column("on", _("As of")),
        number_column("members", _("Number of members")),
        number_column("women", _("Women")),
        number_column("doctors", _("Doctors")),
        number_column("masters", _("Masters")),
        state_column(STATE_KINDS, sort_key="state_code"),
    ]
    list_export = [
        "organisation",
        "on",
        "members",
        "women",
        "young",
        "professors",
        "doctors",
        "masters",
        "branches",
        "given_by",
        "channel",
        "state_label",
        "taken_back_on",
        "taken_back_reason",
        "note",
    ]
    inspect_view_fields = list_export
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("on")]),
            FieldRowPanel([FieldPanel("members"), FieldPanel("branches")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("women"), FieldPanel("young")]),
                    FieldRowPanel(
                        [FieldPanel("professors"), FieldPanel("doctors"), FieldPanel("masters")]
                    ),
                ],
                heading=_("Among them"),
            ),
            FieldRowPanel([FieldPanel("given_by"), FieldPanel("channel")]),
            FieldPanel("note"),
        ],
        base_form_class=MemberStatementForm,
    )


class PersonsAdmittedViewSet(RowModelViewSet):
    """How many persons the associations admitted."""

    model = PersonsAdmitted
    icon = "user"
    menu_label = _("Persons admitted")
    index_view_class = StatedIndexView
    add_view_class = VerbCreateView
    filterset_class = PersonsAdmittedFilterSet
    verbs = VERBS
    list_display = [
        Column("organisation", label=_("Association"), sort_key="organisation__sort_key"),
        day_column("since", _("Admitted from")),
        day_column("until", _("Admitted until")),
        number_column("number", _("Persons admitted")),
        state_column(STATE_KINDS, sort_key="state_code"),
    ]
    list_export = [
        "organisation",
        "since",
        "until",
        "number",
        "channel",
        "source",
        "state_label",
        "taken_back_on",
        "taken_back_reason",
    ]
    inspect_view_fields = list_export
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("number")]),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
            FieldRowPanel([FieldPanel("channel"), FieldPanel("source")]),
        ],
        base_form_class=PersonsAdmittedForm,
    )
