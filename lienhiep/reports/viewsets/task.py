"""The key tasks in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.editing import RowCreateView
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.core.viewsets.withholding import shown_to
from lienhiep.reports import actions
from lienhiep.reports.choices import TASK_KINDS
from lienhiep.reports.filters import KeyTaskFilterSet
from lienhiep.reports.forms.plan import CarryOverForm, CompleteTaskForm
from lienhiep.reports.models import KeyTask
from lienhiep.reports.trails import steps_of_task

VERBS = [
    RowVerb(
        "complete_task",
        _("Record the completion"),
        actions.complete_task,
        "task",
        form_class=CompleteTaskForm,
        done=_("The task is completed."),
    ),
    RowVerb(
        "carry_over",
        _("Take into a later plan"),
        actions.carry_over,
        "task",
        form_class=CarryOverForm,
        icon="arrow-right",
        explanation=_("A new task in the other plan keeps that it stems from this one."),
        done=_("The task stands in the other plan too."),
    ),
    RowVerb(
        "reopen_task",
        _("Take the task up again"),
        actions.reopen_task,
        "task",
        form_class=ReasonForm,
        icon="rotate",
        done=_("The task is open again."),
    ),
    RowVerb(
        "drop_task",
        _("Drop the task"),
        actions.drop_task,
        "task",
        form_class=ReasonForm,
        icon="cross",
        serious=True,
        explanation=_("It counts in no figure of the plan any more, and stays readable."),
        done=_("The task is dropped."),
    ),
]


class KeyTaskIndexView(RowIndexView):
    """The tasks of all plans, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, and what names who leads."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("plan", "lead_organisation")


class KeyTaskCreateView(RowCreateView):
    """A new task, in the plan from whose page one came."""

    def get_initial_form_instance(self) -> KeyTask:
        """Choose the plan that the address names."""
        task = super().get_initial_form_instance() or KeyTask()
        named = self.request.GET.get("plan", "")
        if named.isdecimal():
            task.plan_id = int(named)
        return task


class KeyTaskInspectView(RowInspectView):
    """A task: its way, and the record from which it stems."""

    template_name = "reports/admin/key_task_inspect.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail and the source, as far as this reader may see it."""
        context = super().get_context_data(**kwargs)
        source = self.object.stems_from
        seen = shown_to(self.request.user, source) if source is not None else None
        return context | {
            "trail": steps_of_task(self.object),
            "source": seen,
            "source_kind": self.object.source_type.name if self.object.source_type else "",
            "source_url": admin_row_url(source) if source is not None and seen is source else "",
        }


class KeyTaskViewSet(RowModelViewSet):
    """Key tasks."""

    model = KeyTask
    icon = "list-ul"
    menu_label = _("Key tasks")
    index_view_class = KeyTaskIndexView
    add_view_class = KeyTaskCreateView
    inspect_view_class = KeyTaskInspectView
    filterset_class = KeyTaskFilterSet
    verbs = VERBS
    list_display = [
        "title",
        number_column("number", pgettext_lazy("key task", "No."), sort_key="number"),
        Column("plan", label=_("Plan"), accessor="plan.year", sort_key="plan__year"),
        Column("lead", label=pgettext_lazy("key task", "Led by")),
        day_column("due_on", _("To be done by")),
        state_column(TASK_KINDS, sort_key="state_code"),
    ]
    list_export = [
        "plan.year",
        "number",
        "title",
        "get_area_display",
        "lead",
        "coordinating",
        "due_on",
        "timing",
        "product",
        "cost",
        "funding",
        "done_on",
        "result",
        "evidence",
        "dropped_on",
        "drop_reason",
    ]
    export_headings = {
        "plan.year": _("Year of the plan"),
        "get_area_display": _("Area of work"),
        "lead": pgettext_lazy("key task", "Led by"),
    }
    inspect_view_fields = [
        "plan",
        "number",
        "area",
        "lead",
        "lead_role",
        "coordinating",
        "due_on",
        "timing",
        "product",
        "cost",
        "funding",
        "done_on",
        "result",
        "evidence",
        "dropped_on",
        "drop_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("plan"), FieldPanel("number")]),
            FieldPanel("title"),
            FieldPanel("area"),
            MultiFieldPanel(
                [
                    FieldPanel("lead_role"),
                    FieldPanel("lead_organisation"),
                    FieldPanel("lead_text"),
                    FieldPanel("coordinating"),
                ],
                heading=_("Who does it"),
            ),
            FieldRowPanel([FieldPanel("due_on"), FieldPanel("timing")]),
            FieldPanel("product"),
            FieldRowPanel([FieldPanel("cost"), FieldPanel("funding")]),
        ],
        base_form_class=OfficeAdminModelForm,
    )
