"""The plans of work in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.widgets.button import Button

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.reports import actions
from lienhiep.reports.choices import PLAN_KINDS, TASK_KINDS
from lienhiep.reports.forms.plan import ApprovePlanForm
from lienhiep.reports.models import KeyTask, WorkPlan
from lienhiep.reports.targets import targets_for
from lienhiep.reports.task_lines import tasks_of_year
from lienhiep.reports.trails import steps_of_plan

VERBS = [
    RowVerb(
        "approve_plan",
        _("Approve the plan of work"),
        actions.approve_plan,
        "plan",
        form_class=ApprovePlanForm,
        explanation=_(
            "Its targets become the plan of their figures, and each task waits for whoever "
            "leads it."
        ),
        done=_("The plan of work is approved."),
    ),
    RowVerb(
        "reopen_plan",
        _("Take the approval back"),
        actions.reopen_plan,
        "plan",
        form_class=ReasonForm,
        icon="rotate",
        serious=True,
        explanation=_("Targets can be changed then; what was completed stays completed."),
        done=_("The approval is taken back."),
    ),
]


class WorkPlanIndexView(RowIndexView):
    """The plans, with their tasks counted."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the tasks with the list, not row by row."""
        kept = Q(tasks__dropped_on=None)
        return (
            super()
            .get_base_queryset()
            .with_state()
            .annotate(
                task_count=Count("tasks", filter=kept, distinct=True),
                done_count=Count(
                    "tasks", filter=kept & Q(tasks__done_on__isnull=False), distinct=True
                ),
            )
        )


class WorkPlanInspectView(RowInspectView):
    """A plan: its way, its targets beside what was reached, its assignment table."""

    template_name = "reports/admin/work_plan_inspect.html"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The plan for print, and another task, beside the usual."""
        page = reverse("reports:plan", args=[self.object.year])
        buttons = [Button(_("Page for print"), url=page, icon_name="view")]
        if policy_of(KeyTask).may(self.request.user, "add"):
            url = f"{reverse('reports_keytask:add')}?plan={self.object.pk}"
            buttons.append(Button(_("Add a key task"), url=url, icon_name="plus"))
        return [*buttons, *super().header_more_buttons]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the targets and the tasks."""
        context = super().get_context_data(**kwargs)
        tasks = list(tasks_of_year(self.object.year).visible_to(self.request.user))
        kept = [task for task in tasks if task.dropped_on is None]
        return context | {
            "trail": steps_of_plan(self.object),
            "targets": targets_for(self.object, self.request.user),
            "tasks": [
                (task, admin_row_url(task), TASK_KINDS[task.state], task.state.label)
                for task in tasks
            ],
            "kept": len(kept),
            "done": sum(task.done_on is not None for task in kept),
        }


class WorkPlanViewSet(RowModelViewSet):
    """Plans of work, one for each year."""

    model = WorkPlan
    icon = "calendar-check"
    menu_label = _("Plans of work")
    index_view_class = WorkPlanIndexView
    inspect_view_class = WorkPlanInspectView
    verbs = VERBS
    list_display = [
        "__str__",
        state_column(PLAN_KINDS, sort_key="state_code"),
        number_column("task_count", _("Key tasks")),
        number_column("done_count", pgettext_lazy("key tasks", "Completed")),
        day_column("approved_on", _("Plan approved on")),
    ]
    list_filter = ["year"]
    list_export = ["year", "title", "approved_on", "decided_by", "task_count", "done_count"]
    export_headings = {
        "task_count": _("Key tasks"),
        "done_count": pgettext_lazy("key tasks", "Completed"),
    }
    inspect_view_fields = [
        "year",
        "approved_on",
        "decided_by",
        "basis",
        "aims",
        "execution",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("year"), FieldPanel("title")]),
            FieldPanel("basis"),
            FieldPanel("aims"),
            InlinePanel(
                "targets",
                heading=_("Targets"),
                label=_("Target"),
                panels=[
                    FieldRowPanel([FieldPanel("code"), FieldPanel("value")]),
                    FieldPanel("note"),
                ],
            ),
            FieldPanel("execution"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
