"""Funded projects and their reports in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.advisory import actions
from lienhiep.advisory.filters import FundedProjectFilterSet, ProjectReportFilterSet
from lienhiep.advisory.forms.other_verbs import ProjectReportForm
from lienhiep.advisory.forms.records import FundedProjectForm
from lienhiep.advisory.models import FundedProject, ProjectReport
from lienhiep.advisory.tables import STATE_KINDS
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


class FundedProjectIndexView(RowIndexView):
    """The projects, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the partners."""
        rows = super().get_base_queryset().with_state()
        return rows.prefetch_related("partners__organisation")


class FundedProjectInspectView(RowInspectView):
    """The page of a project, with its reports."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the reports that this reader may see."""
        context = super().get_context_data(**kwargs)
        reports = self.object.reports.visible_to(self.request.user).in_order()
        context["reports"] = [(report, admin_row_url(report)) for report in reports]
        return context


class FundedProjectViewSet(RowModelViewSet):
    """Funded projects: list, filter, search, sort, export, verbs, history."""

    model = FundedProject
    icon = "site"
    menu_label = _("Funded projects")
    index_view_class = FundedProjectIndexView
    add_view_class = VerbCreateView
    inspect_view_class = FundedProjectInspectView
    inspect_template_name = "advisory/admin/project_inspect.html"
    filterset_class = FundedProjectFilterSet
    verbs = [
        RowVerb(
            "report_project",
            _("Record a report in counts"),
            actions.report_project,
            "project",
            form_class=ProjectReportForm,
            icon="form",
            explanation=_("Counts only: nobody who was helped is ever written down here."),
            done=_("The report is recorded."),
        ),
        RowVerb(
            "resume_project",
            _("Let the project go on"),
            actions.resume_project,
            "project",
            form_class=ReasonForm,
            icon="resubmit",
        ),
        RowVerb(
            "stop_project",
            _("Stop the project"),
            actions.stop_project,
            "project",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
    ]
    list_display = [
        "__str__",
        Column("partners_label", label=pgettext_lazy("advisory", "Partners")),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("starts_on", pgettext_lazy("advisory", "Begins on")),
        day_column("ends_on", pgettext_lazy("advisory", "Ends on")),
        number_column("budget", _("Budget (đồng)")),
    ]
    list_export = [
        "title",
        "partners_label",
        "state_label",
        "starts_on",
        "ends_on",
        "budget",
        "stopped_on",
    ]
    inspect_view_fields = [
        "partners_label",
        "starts_on",
        "ends_on",
        "budget",
        "decision",
        "aim",
        "stopped_on",
        "stop_reason",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("budget")]),
            InlinePanel("partners", heading=pgettext_lazy("advisory", "Partners"), min_num=1),
            FieldPanel("decision"),
            FieldPanel("aim"),
            FieldPanel("is_public"),
        ],
        base_form_class=FundedProjectForm,
    )


class ProjectReportIndexView(RowIndexView):
    """The reports with their projects."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the project with the row."""
        return super().get_base_queryset().select_related("project")


class ProjectReportViewSet(RowModelViewSet):
    """Reports of projects: recorded on the page of the project, corrected here."""

    model = ProjectReport
    icon = "form"
    menu_label = _("Project reports")
    index_view_class = ProjectReportIndexView
    filterset_class = ProjectReportFilterSet
    verbs = [
        RowVerb(
            "void_project_report",
            _("Void the report"),
            actions.void_project_report,
            "report",
            form_class=OnDayReasonForm,
            icon="cross",
            explanation=_("It counts nowhere from then on, and stays to be read."),
            serious=True,
        ),
        RowVerb(
            "restore_project_report",
            _("Let the report count again"),
            actions.restore_project_report,
            "report",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        day_column("since", _("Covers from")),
        day_column("until", _("Covers until")),
        number_column("beneficiaries", _("People reached")),
        number_column("activities", pgettext_lazy("advisory", "Activities")),
        number_column("spent", _("Spent (đồng)")),
        day_column("voided_on", _("Voided on")),
    ]
    list_export = [
        "project",
        "since",
        "until",
        "reported_on",
        "beneficiaries",
        "activities",
        "spent",
        "voided_on",
    ]
    inspect_view_fields = [*list_export, "void_reason"]
    edit_handler = ObjectList(
        [
            FieldRowPanel(
                [FieldPanel("beneficiaries"), FieldPanel("activities"), FieldPanel("spent")]
            ),
            FieldPanel("reported_on"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
