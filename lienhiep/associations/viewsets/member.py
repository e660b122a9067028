"""Members of the Union and applications for membership in the back office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.associations import actions
from lienhiep.associations.choices import STATE_KINDS
from lienhiep.associations.filters import AdmissionFilterSet, MembershipFilterSet
from lienhiep.associations.forms.verbs import AdmitForm, LeaveUnionForm
from lienhiep.associations.models import Admission, Membership, MemberStatement, Seat, Term
from lienhiep.associations.trails import steps_of_admission
from lienhiep.associations.viewsets.related import table_of_seats
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.period import today
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table


class MembershipIndexView(RowIndexView):
    """The members, with the derived state and the organisation that each column names."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, the organisation and the department."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("organisation", "supervisor", "national_parent")


class MembershipInspectView(RelatedInspectView):
    """The page of a member: who leads it, its terms, its numbers, and what it followed."""

    def tables(self) -> Iterator[Table]:
        """Return seats, terms, numbers and predecessors."""
        organisation, user = self.object.organisation, self.request.user
        seats = Seat.objects.held_on(today()).filter(body__organisation=organisation)
        yield table_of_seats(seats, user, _("Who leads it today"))
        yield self._terms(organisation, user)
        yield self._numbers(organisation, user)
        yield self._predecessors(organisation)

    def _terms(self, organisation: Any, user: Any) -> Table:
        table = Table(_("Terms of its bodies"), [_("Term"), _("Began"), _("Due"), _("Ended")])
        terms = Term.objects.visible_to(user).filter(body__organisation=organisation)
        for term in terms.select_related("body__organisation"):
            label = f"{term.body.name}, {term.label}"
            table.add((label, admin_row_url(term)), term.started_on, term.due_on, term.ended_on)
        return table

    def _numbers(self, organisation: Any, user: Any) -> Table:
        table = Table(_("Members stated"), [_("As of"), _("Number of members"), _("State")])
        stated = MemberStatement.objects.visible_to(user).filter(organisation=organisation)
        for row in stated:
            day = f"{row.on:%d/%m/%Y}"
            table.add((day, admin_row_url(row)), row.members, row.state_label)
        return table

    def _predecessors(self, organisation: Any) -> Table:
        table = Table(_("What it followed"), [_("Predecessor"), _("How"), _("In force on")])
        for row in organisation.precedences.select_related("predecessor"):
            table.add(
                (row.predecessor, admin_row_url(row.predecessor)),
                row.get_kind_display(),
                row.effective,
            )
        return table


class MembershipViewSet(RowModelViewSet):
    """Members of the Union: list, filter, search, sort, export, leaving, history."""

    model = Membership
    icon = "group"
    menu_label = gettext_lazy("Members of the Union")
    index_view_class = MembershipIndexView
    inspect_view_class = MembershipInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = MembershipFilterSet
    ordering = ["organisation__sort_key", "pk"]
    verbs = [
        RowVerb(
            "leave_union",
            gettext_lazy("Record that it leaves the Union"),
            actions.leave_union,
            "membership",
            form_class=LeaveUnionForm,
            icon="cross",
            explanation=gettext_lazy(
                "Those who act for it here do so no more from that day on; what it did before "
                "stays counted."
            ),
            serious=True,
        ),
        RowVerb(
            "return_to_union",
            gettext_lazy("Take back that it left"),
            actions.return_to_union,
            "membership",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=gettext_lazy(
                "For what was recorded by mistake. An organisation that comes back is admitted "
                "anew."
            ),
        ),
    ]
    list_display = [
        "__str__",
        Column("get_kind_display", label=gettext_lazy("Kind of membership"), sort_key="kind"),
        Column(
            "get_work_field_display", label=gettext_lazy("Field of science"), sort_key="work_field"
        ),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("since", gettext_lazy("Member since")),
        day_column("until", gettext_lazy("Member until")),
    ]
    list_export = [
        "organisation",
        "kind",
        "work_field",
        "state_label",
        "since",
        "until",
        "admission_decision",
        "leaving_ground",
        "leaving_reason",
        "leaving_decision",
        "supervisor",
        "national_parent",
        "founding_decision",
        "charter",
        "is_public",
    ]
    inspect_view_fields = [
        "organisation",
        "kind",
        "work_field",
        "purpose",
        "since",
        "until",
        "admission_decision",
        "leaving_ground",
        "leaving_reason",
        "leaving_decision",
        "supervisor",
        "national_parent",
        "founding_decision",
        "founding_file",
        "charter",
        "charter_file",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("work_field")]),
            FieldPanel("purpose"),
            FieldRowPanel([FieldPanel("since"), FieldPanel("admission_decision")]),
            MultiFieldPanel(
                [FieldPanel("supervisor"), FieldPanel("national_parent")],
                heading=gettext_lazy("Above it"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("founding_decision"), FieldPanel("founding_file")]),
                    FieldRowPanel([FieldPanel("charter"), FieldPanel("charter_file")]),
                ],
                heading=gettext_lazy("Founding and charter"),
            ),
            FieldPanel("is_public"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class AdmissionIndexView(RowIndexView):
    """The register of applications, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the organisation."""
        return super().get_base_queryset().with_state().select_related("organisation", "membership")


class AdmissionInspectView(RelatedInspectView):
    """The page of an application: its way, its dossier, and the membership that followed."""

    def steps(self) -> list[dict[str, Any]]:
        """Return the way from the application to its end."""
        return steps_of_admission(self.object)


class AdmissionViewSet(RowModelViewSet):
    """Applications for membership: received, decided, taken back."""

    model = Admission
    icon = "clipboard-list"
    menu_label = gettext_lazy("Applications for membership")
    index_view_class = AdmissionIndexView
    inspect_view_class = AdmissionInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = AdmissionFilterSet
    verbs = [
        RowVerb(
            "admit_member",
            gettext_lazy("Admit to the Union"),
            actions.admit_member,
            "admission",
            form_class=AdmitForm,
            icon="check",
            explanation=gettext_lazy(
                "The membership begins, and counts in the figures from then on."
            ),
            done=gettext_lazy("The organisation is admitted."),
        ),
        RowVerb(
            "refuse_admission",
            gettext_lazy("Refuse the application"),
            actions.refuse_admission,
            "admission",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
        RowVerb(
            "withdraw_application",
            gettext_lazy("Record that it was withdrawn"),
            actions.withdraw_application,
            "admission",
            form_class=OnDayReasonForm,
            icon="arrow-left",
        ),
        RowVerb(
            "take_back_decision",
            gettext_lazy("Take back the decision on the application"),
            actions.take_back_decision,
            "admission",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=gettext_lazy(
                "For what was recorded by mistake. The membership that followed is removed; the "
                "history keeps both."
            ),
            serious=True,
        ),
    ]
    list_display = [
        "__str__",
        Column("get_kind_display", label=gettext_lazy("Kind of membership"), sort_key="kind"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("applied_on", gettext_lazy("Applied on")),
        day_column("decided_on", gettext_lazy("Decided on")),
        number_column("members", gettext_lazy("Number of members")),
    ]
    list_export = [
        "organisation",
        "kind",
        "state_label",
        "applied_on",
        "members",
        "missing",
        "decided_on",
        "decision",
        "decided_by",
        "refused_on",
        "withdrawn_on",
        "reason",
    ]
    inspect_view_fields = [
        "organisation",
        "kind",
        "work_field",
        "applied_on",
        "members",
        "missing",
        "dossier",
        "decided_on",
        "decision",
        "decided_by",
        "membership",
        "refused_on",
        "withdrawn_on",
        "reason",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("work_field")]),
            FieldRowPanel([FieldPanel("applied_on"), FieldPanel("members")]),
            MultiFieldPanel(
                [
                    FieldPanel("has_application"),
                    FieldPanel("has_founding_decision"),
                    FieldPanel("has_charter"),
                    FieldPanel("has_leader_list"),
                    FieldPanel("has_member_count"),
                    FieldPanel("dossier"),
                ],
                heading=gettext_lazy("What the dossier holds"),
            ),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
