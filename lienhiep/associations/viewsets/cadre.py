"""Cadre plans and appointments in the back office."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.associations import actions
from lienhiep.associations.choices import STATE_KINDS
from lienhiep.associations.filters import AppointmentFilterSet, CadrePlanFilterSet
from lienhiep.associations.forms.records import AppointmentForm
from lienhiep.associations.forms.verbs import ReviewForm
from lienhiep.associations.models import Appointment, CadrePlan
from lienhiep.associations.querysets import held_on
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.period import today
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table


class CadrePlanIndexView(RowIndexView):
    """The plans, with how many stand in each today and the newest review."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count persons and find the newest review with the list, not row by row."""
        held = Q(persons__isnull=False) & held_on(today(), "persons__")
        return (
            super()
            .get_base_queryset()
            .annotate(
                standing=Count("persons", filter=held, distinct=True),
                reviewed_on=Max("reviews__on"),
            )
        )


class CadrePlanInspectView(RelatedInspectView):
    """The page of a plan: who stands in it, and when it was gone through."""

    def tables(self) -> Iterator[Table]:
        """Return the persons and the reviews."""
        persons = Table(
            _("Persons planned"), [_("Person"), _("Since"), _("Until"), _("Why taken out")]
        )
        for row in self.object.persons.select_related("person"):
            persons.add(row.person, row.since, row.until, row.reason)
        yield persons
        reviews = Table(_("Reviews"), [_("Reviewed on"), _("Outcome")])
        for review in self.object.reviews.all():
            reviews.add(review.on, review.note)
        yield reviews


class CadrePlanViewSet(RowModelViewSet):
    """Cadre plans, for the leader and the office manager alone."""

    model = CadrePlan
    icon = "lock"
    menu_label = gettext_lazy("Cadre plans")
    index_view_class = CadrePlanIndexView
    inspect_view_class = CadrePlanInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = CadrePlanFilterSet
    verbs = [
        RowVerb(
            "review_plan",
            gettext_lazy("Record the yearly review"),
            actions.review_plan,
            "plan",
            form_class=ReviewForm,
            icon="check",
            explanation=gettext_lazy(
                "Whoever stands in the plan counts in the year of the review."
            ),
        )
    ]
    list_display = [
        "__str__",
        Column("term_label", label=gettext_lazy("Term planned for"), sort_key="term_label"),
        number_column("standing", gettext_lazy("Persons planned")),
        day_column("reviewed_on", gettext_lazy("Reviewed on")),
    ]
    list_export = [
        "post",
        "term_label",
        "decision",
        "valid_until",
        "standing",
        "reviewed_on",
        "note",
    ]
    export_headings = {
        "standing": gettext_lazy("Persons planned"),
        "reviewed_on": gettext_lazy("Reviewed on"),
    }
    inspect_view_fields = ["post", "term_label", "decision", "valid_until", "note"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("post"), FieldPanel("term_label")]),
            FieldRowPanel([FieldPanel("decision"), FieldPanel("valid_until")]),
            InlinePanel(
                "persons",
                heading=gettext_lazy("Persons planned"),
                label=gettext_lazy("Person planned"),
                panels=[
                    FieldPanel("person"),
                    FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
                    FieldPanel("reason"),
                ],
            ),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class AppointmentIndexView(RowIndexView):
    """The appointments, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the person."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("person", "seat__person", "seat__position", "seat__body")


class AppointmentViewSet(RowModelViewSet):
    """Appointments of cadres, for the leader and the office manager alone."""

    model = Appointment
    icon = "lock"
    menu_label = gettext_lazy("Appointments")
    index_view_class = AppointmentIndexView
    add_view_class = VerbCreateView
    filterset_class = AppointmentFilterSet
    verbs = [
        RowVerb(
            "revoke_appointment",
            gettext_lazy("Revoke the appointment"),
            actions.revoke_appointment,
            "appointment",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
        RowVerb(
            "restore_appointment",
            gettext_lazy("Let the appointment stand again"),
            actions.restore_appointment,
            "appointment",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        Column("get_kind_display", label=gettext_lazy("Kind of appointment"), sort_key="kind"),
        Column("decision", label=gettext_lazy("Decision"), sort_key="decision"),
        day_column("decided_on", gettext_lazy("Decided on")),
        day_column("until", gettext_lazy("Until")),
        state_column(STATE_KINDS, sort_key="state_code"),
    ]
    list_export = [
        "person",
        "post",
        "kind",
        "decision",
        "decided_on",
        "since",
        "until",
        "state_label",
        "revoked_on",
        "revoking_reason",
    ]
    inspect_view_fields = [*list_export, "seat"]
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("post")]),
            FieldRowPanel([FieldPanel("decision"), FieldPanel("decided_on")]),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
            FieldPanel("seat"),
        ],
        base_form_class=AppointmentForm,
    )
