"""Year plans, subjects and licences in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.journal import actions
from lienhiep.journal.figures import balance_of_year
from lienhiep.journal.forms.records import NewYearPlanForm, YearPlanForm
from lienhiep.journal.models import IssueNumber, Licence, Subject, YearPlan


class YearPlanIndexView(RowIndexView):
    """The plans, with the number of issues that each foresees."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the planned numbers with the list, not row by row."""
        return super().get_base_queryset().annotate(numbers=Count("planned_issues"))


class YearPlanInspectView(RowInspectView):
    """The page of a plan: what was planned, and what became of it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the planned numbers with their issues, and the shares by subject."""
        context = super().get_context_data(**kwargs)
        held = {
            row.number: row.issue
            for row in IssueNumber.objects.filter(year=self.object.year).select_related("issue")
        }
        context["planned"] = [
            (planned, issue, admin_row_url(issue) if issue else "")
            for planned in self.object.planned_issues.all()
            for issue in [held.get(planned.number)]
        ]
        context["balance"] = balance_of_year(self.object.year)
        return context


class YearPlanViewSet(RowModelViewSet):
    """Year plans: made in one step, refined line by line, approved by the leader."""

    model = YearPlan
    icon = "calendar"
    menu_label = _("Year plans")
    index_view_class = YearPlanIndexView
    add_view_class = VerbCreateView
    inspect_view_class = YearPlanInspectView
    inspect_template_name = "journal/admin/year_plan_inspect.html"
    verbs = [
        RowVerb(
            "approve_plan",
            _("Approve the plan"),
            actions.approve_plan,
            "plan",
            form_class=OnDayForm,
            icon="check",
            done=_("The plan is approved."),
        )
    ]
    list_display = [
        "__str__",
        number_column("numbers", _("Planned numbers")),
        day_column("approved_on", _("Approved on")),
    ]
    list_export = ["year", "numbers", "approved_on", "note"]
    export_headings = {"numbers": _("Planned numbers")}
    inspect_view_fields = ["year", "issue_count", "approved_on", "note"]
    edit_handler = ObjectList(
        [
            FieldPanel("year", read_only=True),
            FieldPanel("note"),
            InlinePanel(
                "planned_issues",
                heading=_("Planned numbers"),
                panels=[
                    FieldRowPanel([FieldPanel("number"), FieldPanel("month")]),
                    FieldPanel("theme"),
                ],
            ),
            InlinePanel("targets", heading=_("Planned shares by subject")),
        ],
        base_form_class=YearPlanForm,
    )

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Make a plan with one number and a share for each subject, not line by line."""
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": None, "form_class": NewYearPlanForm}


class SubjectViewSet(RowModelViewSet):
    """The subjects in the order of the contents."""

    model = Subject
    icon = "tag"
    menu_label = _("Journal subjects")
    list_display = [
        "__str__",
        Column("code", label=_("Code"), sort_key="code"),
        number_column("position", _("Position in the contents")),
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
    ]
    list_export = ["name", "code", "position", "is_active"]
    list_filter = ["is_active"]
    inspect_view_fields = ["name", "code", "position", "is_active"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("code"), FieldPanel("position")]),
            FieldPanel("is_active"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class LicenceViewSet(RowModelViewSet):
    """Publication licences with their terms."""

    model = Licence
    icon = "form"
    menu_label = _("Licences")
    list_display = [
        "__str__",
        Column("authority", label=_("Authority"), sort_key="authority"),
        day_column("valid_from", _("Valid from")),
        day_column("valid_until", _("Valid until")),
    ]
    list_export = [
        "number",
        "authority",
        "issued_on",
        "valid_from",
        "valid_until",
        "responsible",
        "max_pages",
        "deposit_copies",
        "source",
    ]
    list_filter = ["kind"]
    inspect_view_fields = ["kind", *list_export]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
            FieldRowPanel([FieldPanel("authority"), FieldPanel("issued_on")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
            FieldPanel("responsible"),
            FieldRowPanel([FieldPanel("max_pages"), FieldPanel("deposit_copies")]),
            FieldPanel("source"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
