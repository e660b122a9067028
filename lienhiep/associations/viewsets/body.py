"""Bodies, positions, terms and seats in the back office."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.associations import actions
from lienhiep.associations.choices import STATE_KINDS
from lienhiep.associations.filters import (
    BodyFilterSet,
    PositionFilterSet,
    SeatFilterSet,
    TermFilterSet,
)
from lienhiep.associations.forms.records import SeatForm
from lienhiep.associations.forms.verbs import DissolveForm, LeaveSeatForm
from lienhiep.associations.models import Body, Congress, Position, Seat, Term
from lienhiep.associations.querysets import held_on
from lienhiep.associations.viewsets.related import seats_of_body, table_of_seats
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.period import today
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table


class BodyIndexView(RowIndexView):
    """The bodies, with how many sit in each today."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the seats held today with the list, not row by row."""
        held = Count("seats", filter=Q(seats__isnull=False) & held_on(today(), "seats__"))
        rows = super().get_base_queryset().annotate(held_today=held)
        return rows.select_related("organisation")


class BodyInspectView(RelatedInspectView):
    """The page of a body: who sits in it, who sat in it, its terms and congresses."""

    def tables(self) -> Iterator[Table]:
        """Return seats of today and of before, terms and congresses."""
        user, day = self.request.user, today()
        seats = seats_of_body(self.object)
        yield table_of_seats(seats.held_on(day), user)
        yield table_of_seats(seats.filter(until__lt=day), user, _("Who sat here before"))
        terms = Table(_("Terms of the body"), [_("Term"), _("Began"), _("Due"), _("Ended")])
        for term in Term.objects.visible_to(user).filter(body=self.object):
            terms.add(
                (term.label, admin_row_url(term)), term.started_on, term.due_on, term.ended_on
            )
        yield terms
        congresses = Table(_("Congresses"), [_("Congress"), _("Planned for"), _("Held on")])
        for congress in Congress.objects.visible_to(user).filter(body=self.object):
            congresses.add(
                (congress, admin_row_url(congress)), congress.planned_label, congress.held_on
            )
        yield congresses


class BodyViewSet(RowModelViewSet):
    """Bodies of the Union and of its members."""

    model = Body
    icon = "site"
    menu_label = gettext_lazy("Bodies")
    index_view_class = BodyIndexView
    inspect_view_class = BodyInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = BodyFilterSet
    verbs = [
        RowVerb(
            "dissolve_body",
            gettext_lazy("Dissolve the body"),
            actions.dissolve_body,
            "body",
            form_class=DissolveForm,
            icon="cross",
            explanation=gettext_lazy("Every seat in it ends that day, and the rights with it."),
            serious=True,
        ),
        RowVerb(
            "restore_body",
            gettext_lazy("Take back that it ended"),
            actions.restore_body,
            "body",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "name",
        Column(
            "organisation", label=gettext_lazy("Organisation"), sort_key="organisation__sort_key"
        ),
        Column("get_kind_display", label=gettext_lazy("Kind of body"), sort_key="kind"),
        number_column("held_today", gettext_lazy("Seats held today")),
        BooleanColumn("is_public", label=gettext_lazy("Shown on the site"), sort_key="is_public"),
    ]
    list_export = [
        "name",
        "organisation",
        "kind",
        "since",
        "until",
        "decision",
        "held_today",
        "is_public",
    ]
    export_headings = {"held_today": gettext_lazy("Seats held today")}
    inspect_view_fields = [
        "name",
        "organisation",
        "kind",
        "rank",
        "since",
        "until",
        "ending_reason",
        "decision",
        "is_public",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("name")]),
            FieldRowPanel([FieldPanel("since"), FieldPanel("decision")]),
            FieldRowPanel([FieldPanel("rank"), FieldPanel("is_public")]),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class PositionViewSet(RowModelViewSet):
    """Positions that may be held in bodies: reference data of the office."""

    model = Position
    icon = "tag"
    menu_label = gettext_lazy("Positions")
    filterset_class = PositionFilterSet
    list_display = [
        "__str__",
        Column("code", label=gettext_lazy("Code"), sort_key="code"),
        number_column("rank", gettext_lazy("Rank")),
        number_column("most", gettext_lazy("At most")),
        BooleanColumn("is_head", label=gettext_lazy("Heads its body"), sort_key="is_head"),
        BooleanColumn("is_active", label=gettext_lazy("In use"), sort_key="is_active"),
    ]
    list_export = ["name", "code", "rank", "most", "is_head", "acts_for_organisation", "is_active"]
    inspect_view_fields = list_export
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
            FieldRowPanel([FieldPanel("rank"), FieldPanel("most")]),
            FieldPanel("is_head"),
            FieldPanel("acts_for_organisation"),
            FieldPanel("is_active"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class TermIndexView(RowIndexView):
    """The calendar of congresses: terms by their due day, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the body."""
        rows = super().get_base_queryset().with_state().as_calendar()
        return rows.select_related("body__organisation")


class TermInspectView(RelatedInspectView):
    """The page of a term: its four days, and who served it."""

    def tables(self) -> Iterator[Table]:
        """Return the seats of the term."""
        yield table_of_seats(
            Seat.objects.filter(term=self.object), self.request.user, _("Who served this term")
        )


class TermViewSet(RowModelViewSet):
    """Terms: running, overdue, ended; filtered, the calendar of congresses."""

    model = Term
    icon = "calendar"
    menu_label = gettext_lazy("Terms and calendar of congresses")
    index_view_class = TermIndexView
    inspect_view_class = TermInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = TermFilterSet
    ordering = ["calendar_day", "-due_on", "pk"]
    list_display = [
        "__str__",
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("started_on", gettext_lazy("Began")),
        day_column("due_on", gettext_lazy("Due")),
        day_column("ended_on", gettext_lazy("Ended")),
    ]
    list_export = ["body", "label", "state_label", "started_on", "due_on", "ended_on", "note"]
    inspect_view_fields = ["body", "label", "started_on", "due_on", "ended_on", "note"]
    edit_handler = ObjectList(
        [
            FieldPanel("body"),
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("started_on"), FieldPanel("due_on"), FieldPanel("ended_on")]),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class SeatIndexView(RowIndexView):
    """The seats, with what each column names."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, the person, the body and the position."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related(
            "person", "position", "body__organisation", "term__body__organisation"
        )


class SeatViewSet(RowModelViewSet):
    """Seats: who holds which position where, from when to when."""

    model = Seat
    icon = "user"
    menu_label = gettext_lazy("Seats")
    index_view_class = SeatIndexView
    add_view_class = VerbCreateView
    filterset_class = SeatFilterSet
    verbs = [
        RowVerb(
            "leave_seat",
            gettext_lazy("Record that the seat is left"),
            actions.leave_seat,
            "seat",
            form_class=LeaveSeatForm,
            icon="cross",
            explanation=gettext_lazy("The rights that came with the seat end on the same day."),
            serious=True,
        ),
        RowVerb(
            "return_to_seat",
            gettext_lazy("Take back that it was left"),
            actions.return_to_seat,
            "seat",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        Column("person", label=gettext_lazy("Person"), sort_key="person__sort_key"),
        Column("position", label=gettext_lazy("Position"), sort_key="position__rank"),
        Column("body", label=gettext_lazy("Body"), sort_key="body__name"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("since", gettext_lazy("Since")),
        day_column("until", gettext_lazy("Until")),
    ]
    list_export = [
        "person",
        "position",
        "body",
        "term",
        "state_label",
        "since",
        "until",
        "other_office",
        "decision",
        "leaving",
        "leaving_note",
    ]
    inspect_view_fields = [
        "person",
        "position",
        "body",
        "term",
        "since",
        "until",
        "other_office",
        "decision",
        "leaving",
        "leaving_note",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            FieldPanel("body"),
            FieldRowPanel([FieldPanel("position"), FieldPanel("since")]),
            FieldPanel("term"),
            FieldPanel("other_office"),
            FieldRowPanel([FieldPanel("decision"), FieldPanel("place")]),
        ],
        base_form_class=SeatForm,
    )
