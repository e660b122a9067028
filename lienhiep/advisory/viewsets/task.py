"""Advisory tasks in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.advisory.filters import AdvisoryTaskFilterSet
from lienhiep.advisory.forms.records import AdvisoryTaskForm
from lienhiep.advisory.models import AdvisoryTask
from lienhiep.advisory.tables import ANSWER_KINDS, INTEREST_KINDS, STATE_KINDS
from lienhiep.advisory.trails import steps_of_task
from lienhiep.advisory.viewsets.task_verbs import VERBS
from lienhiep.core.viewsets import RowModelViewSet, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


class AdvisoryTaskIndexView(RowIndexView):
    """The register of tasks, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("asker").prefetch_related("performers__organisation", "council")


class AdvisoryTaskInspectView(RowInspectView):
    """The page of a task: its way, its council, what it recommends."""

    def get_fields_context(self) -> list[dict[str, Any]]:
        """Leave out what has not happened: a task has many days, and most lie ahead."""
        return [fact for fact in super().get_fields_context() if fact["value"] != "—"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the council and the recommendations that this reader may see."""
        context = super().get_context_data(**kwargs)
        reader = self.request.user
        context["trail"] = steps_of_task(self.object)
        members = self.object.council.visible_to(reader).select_related("person", "task")
        context["members"] = [
            {
                "member": member,
                "url": admin_row_url(member),
                "kind": INTEREST_KINDS[member.interest],
            }
            for member in members.prefetch_related("opinions")
        ]
        context["recommendations"] = [
            {"row": row, "url": admin_row_url(row), "kind": ANSWER_KINDS[row.answer]}
            for row in self.object.recommendations.visible_to(reader)
        ]
        return context


class AdvisoryTaskViewSet(RowModelViewSet):
    """Advisory tasks: list, filter, search, sort, export, verbs, history."""

    model = AdvisoryTask
    icon = "comment"
    menu_label = _("Advisory tasks")
    index_view_class = AdvisoryTaskIndexView
    add_view_class = VerbCreateView
    inspect_view_class = AdvisoryTaskInspectView
    inspect_template_name = "advisory/admin/task_inspect.html"
    verbs = VERBS
    filterset_class = AdvisoryTaskFilterSet
    list_display = [
        "__str__",
        Column("kind_label", label=_("Kind"), sort_key="kind"),
        Column("asker", label=_("Asking body"), sort_key="asker__sort_key"),
        Column("lead_label", label=_("Leading body")),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("due_on", _("Report due on")),
        day_column("delivered_on", _("Delivered on")),
    ]
    list_export = [
        "title",
        "kind_label",
        "origin_label",
        "asker",
        "performers_label",
        "state_label",
        "in_year_list",
        "received_on",
        "accepted_on",
        "due_on",
        "council_on",
        "session_on",
        "delivered_on",
        "replied_on",
        "closed_on",
        "planned_amount",
        "paid_amount",
        "paid_on",
    ]
    inspect_view_fields = [
        "kind",
        "origin",
        "asker",
        "performers_label",
        "decision",
        "in_year_list",
        "subject",
        "dossier",
        "received_on",
        "accepted_on",
        "due_on",
        "council_on",
        "council_decision",
        "session_on",
        "present",
        "agreed",
        "minutes",
        "delivered_on",
        "report_file",
        "replied_on",
        "reply_file",
        "closed_on",
        "closing_note",
        "declined_on",
        "decline_reason",
        "cancelled_on",
        "cancel_reason",
        "contract_number",
        "contract_on",
        "planned_amount",
        "fund_source",
        "paid_amount",
        "paid_on",
        "is_public",
        "summary",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("origin"), FieldPanel("in_year_list")]),
            FieldPanel("asker"),
            FieldPanel("decision"),
            FieldRowPanel([FieldPanel("received_on"), FieldPanel("due_on")]),
            InlinePanel("performers", heading=_("Performing bodies"), min_num=1),
            FieldPanel("subject"),
            FieldPanel("dossier"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("contract_number"), FieldPanel("contract_on")]),
                    FieldRowPanel([FieldPanel("planned_amount"), FieldPanel("fund_source")]),
                ],
                heading=_("Contract and money"),
            ),
            MultiFieldPanel(
                [FieldPanel("is_public"), FieldPanel("summary")],
                heading=pgettext_lazy("advisory", "On the site"),
            ),
        ],
        base_form_class=AdvisoryTaskForm,
    )
