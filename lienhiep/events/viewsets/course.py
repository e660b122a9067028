"""Courses in the back office."""

from __future__ import annotations

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.events import actions
from lienhiep.events.filters import CourseFilterSet
from lienhiep.events.forms.records import CourseForm
from lienhiep.events.forms.verbs import CourseHeldForm
from lienhiep.events.models import Course, Teacher
from lienhiep.events.tables import STATE_KINDS
from lienhiep.events.viewsets.events import EventIndexView, EventInspectView
from lienhiep.events.viewsets.verbs import AFTER, BACK, BEFORE

HOLDING = [
    RowVerb(
        "hold_course",
        _("Record the course as held"),
        actions.hold_course,
        "course",
        form_class=CourseHeldForm,
        icon="check",
        explanation=_("The figures count the course and its sessions from this day on."),
        done=_("The course is recorded as held."),
    )
]


class CourseIndexView(EventIndexView):
    """The register of courses."""

    rows_beside = Prefetch("teachers", Teacher.objects.select_related("person"))


class CourseViewSet(RowModelViewSet):
    """Courses: list, filter, search, sort, export, verbs, history."""

    model = Course
    icon = "glasses"
    ordering = ["-starts_at", "-pk"]
    menu_label = _("Training courses")
    index_view_class = CourseIndexView
    add_view_class = VerbCreateView
    inspect_view_class = EventInspectView
    inspect_template_name = "events/admin/event_inspect.html"
    verbs = [*BEFORE, *HOLDING, *AFTER, *BACK]
    filterset_class = CourseFilterSet
    list_display = [
        "__str__",
        Column("kind_label", label=_("Kind of course"), sort_key="kind"),
        Column("teacher_names", label=_("Teachers")),
        moment_column("starts_at", _("Begins at")),
        state_column(STATE_KINDS, sort_key="state_code"),
        number_column("sessions", _("Teaching sessions")),
        number_column("people", _("People")),
    ]
    list_export = [
        "title",
        "kind_label",
        "mode_label",
        "audience_label",
        "state_label",
        "host",
        "teacher_names",
        "starts_at",
        "ends_at",
        "held_on",
        "place",
        "sessions",
        "people",
        "certificates",
    ]
    export_headings = {"people": _("People")}
    inspect_view_fields = [
        "kind",
        "mode",
        "audience",
        "when",
        "planned_on",
        "held_on",
        "sessions",
        "certificates",
        "place",
        "online_address",
        "host",
        "teacher_names",
        "decision",
        "content",
        "material",
        "registration_opens_on",
        "registration_closes_on",
        "capacity",
        "is_public",
        "postponement_reason",
        "cancel_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("audience"), FieldPanel("mode")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("sessions")]),
            FieldRowPanel([FieldPanel("place"), FieldPanel("online_address")]),
            FieldPanel("host"),
            MultiFieldPanel(
                [InlinePanel("teachers", heading=_("Teachers"))], heading=_("Teaching")
            ),
            FieldPanel("content"),
            FieldRowPanel([FieldPanel("decision"), FieldPanel("material")]),
            FieldPanel("is_public"),
        ],
        base_form_class=CourseForm,
    )
