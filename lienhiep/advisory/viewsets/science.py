"""Science tasks and programmes in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.advisory import actions
from lienhiep.advisory.filters import ScienceTaskFilterSet
from lienhiep.advisory.forms.other_verbs import AcceptanceForm, ExtendForm
from lienhiep.advisory.forms.records import ScienceTaskForm
from lienhiep.advisory.models import Programme, ScienceTask
from lienhiep.advisory.tables import SCIENCE_KINDS
from lienhiep.advisory.trails import steps_of_science_task
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


class ScienceTaskIndexView(RowIndexView):
    """The science tasks, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state().select_related("programme", "head")
        return rows.prefetch_related("performers__organisation")


class ScienceTaskInspectView(RowInspectView):
    """The page of a science task, with its way."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail."""
        context = super().get_context_data(**kwargs)
        context["trail"] = steps_of_science_task(self.object)
        return context


VERBS = [
    RowVerb(
        "accept_result",
        _("Record the acceptance"),
        actions.accept_result,
        "task",
        form_class=AcceptanceForm,
        icon="check",
    ),
    RowVerb(
        "extend_science_task",
        _("Grant more time"),
        actions.extend_science_task,
        "task",
        form_class=ExtendForm,
        icon="calendar",
    ),
    RowVerb(
        "take_back_science_step",
        _("Let the science task go on"),
        actions.take_back_science_step,
        "task",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("For what was recorded by mistake; the history keeps both."),
        serious=True,
    ),
    RowVerb(
        "stop_science_task",
        _("Stop the science task"),
        actions.stop_science_task,
        "task",
        form_class=OnDayReasonForm,
        icon="cross",
        serious=True,
    ),
]
"""The verbs of a science task; the policy says which are offered."""


class ScienceTaskViewSet(RowModelViewSet):
    """Science tasks: list, filter, search, sort, export, verbs, history."""

    model = ScienceTask
    icon = "cogs"
    menu_label = _("Science tasks")
    index_view_class = ScienceTaskIndexView
    add_view_class = VerbCreateView
    inspect_view_class = ScienceTaskInspectView
    inspect_template_name = "advisory/admin/science_inspect.html"
    verbs = VERBS
    filterset_class = ScienceTaskFilterSet
    list_display = [
        "__str__",
        Column("level_label", label=_("Level of management"), sort_key="level"),
        Column(
            "programme", label=pgettext_lazy("advisory", "Programme"), sort_key="programme__name"
        ),
        Column("lead_label", label=_("Leading body")),
        state_column(SCIENCE_KINDS, sort_key="state_code"),
        day_column("starts_on", pgettext_lazy("advisory", "Begun on")),
        day_column("due_on", _("Planned end")),
    ]
    list_export = [
        "code",
        "title",
        "level_label",
        "programme",
        "performers_label",
        "head",
        "state_label",
        "starts_on",
        "due_on",
        "accepted_on",
        "grade_label",
        "budget",
    ]
    inspect_view_fields = [
        "code",
        "kind",
        "level",
        "programme",
        "performers_label",
        "head",
        "decision",
        "starts_on",
        "due_on",
        "budget",
        "aim",
        "accepted_on",
        "grade",
        "acceptance_file",
        "stopped_on",
        "stop_reason",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("code"), FieldPanel("kind"), FieldPanel("level")]),
            FieldPanel("programme"),
            InlinePanel("performers", heading=_("Performing bodies"), min_num=1),
            FieldPanel("head"),
            FieldPanel("decision"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("due_on"), FieldPanel("budget")]),
            FieldPanel("aim"),
            FieldPanel("is_public"),
        ],
        base_form_class=ScienceTaskForm,
    )


class ProgrammeIndexView(RowIndexView):
    """The programmes, with how many tasks each has."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the tasks with the list, not row by row."""
        return super().get_base_queryset().annotate(task_count=Count("tasks"))


class ProgrammeViewSet(RowModelViewSet):
    """Programmes to which science tasks belong."""

    model = Programme
    icon = "folder-open-1"
    menu_label = _("Science programmes")
    index_view_class = ProgrammeIndexView
    list_display = [
        "__str__",
        number_column("task_count", _("Science tasks")),
        BooleanColumn("is_active", label=_("Programme in force"), sort_key="is_active"),
    ]
    list_export = ["name", "task_count", "is_active", "note"]
    export_headings = {"task_count": _("Science tasks")}
    list_filter = ["is_active"]
    inspect_view_fields = ["name", "note", "is_active"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("note"), FieldPanel("is_active")],
        base_form_class=OfficeAdminModelForm,
    )
