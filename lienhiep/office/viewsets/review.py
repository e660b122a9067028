"""Reviews of resolutions and the reports asked for, in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.office import actions
from lienhiep.office.choices import REVIEW_KINDS
from lienhiep.office.filters import ReviewFilterSet, ReviewRequestFilterSet
from lienhiep.office.forms.records import ReviewForm
from lienhiep.office.forms.verbs import AskForm, ConcludeForm, ReportForm
from lienhiep.office.models import ResolutionReview, ReviewRequest
from lienhiep.office.viewsets.dispatch import VerbMadeViewSet


class ReviewIndexView(RowIndexView):
    """Reviews, with the state and how many reports came of how many asked for."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the counts."""
        rows = super().get_base_queryset().with_state().with_counts()
        return rows.select_related("document__kind").prefetch_related("co_chairs__organisation")


class ReviewInspectView(RowInspectView):
    """The page of a review: who was asked, and whose report came."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the reports, missing ones first."""
        context = super().get_context_data(**kwargs)
        rows = self.object.requests.visible_to(self.request.user).select_related("organisation")
        context["requests"] = [
            (row, admin_row_url(row))
            for row in rows.order_by("received_on", "organisation__sort_key")
        ]
        context["missing"] = sum(row.received_on is None for row, _url in context["requests"])
        return context


class ReviewViewSet(RowModelViewSet):
    """Midway and final reviews of resolutions and directives."""

    model = ResolutionReview
    icon = "clipboard-list"
    menu_label = _("Reviews of resolutions")
    index_view_class = ReviewIndexView
    add_view_class = VerbCreateView
    inspect_view_class = ReviewInspectView
    inspect_template_name = "office/admin/review_inspect.html"
    filterset_class = ReviewFilterSet
    verbs = [
        RowVerb(
            "ask_for_reports",
            _("Ask for reports"),
            actions.ask_for_reports,
            "review",
            form_class=AskForm,
            icon="mail",
            explanation=_("The associations find the question at their desk and report there."),
            done=_("The reports are asked for."),
        ),
        RowVerb(
            "conclude_review",
            _("Conclude the review"),
            actions.conclude_review,
            "review",
            form_class=ConcludeForm,
            icon="check",
            explanation=_("It counts in the figures from the day of its conclusion."),
        ),
        RowVerb(
            "reopen_review",
            _("Take back the conclusion"),
            actions.reopen_review,
            "review",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        Column("period_label", label=_("Time reviewed")),
        Column("chairs_label", label=_("Together with")),
        state_column(REVIEW_KINDS, sort_key="state_code"),
        number_column("asked_count", pgettext_lazy("office", "Asked")),
        number_column("received_count", pgettext_lazy("office", "Reported")),
        day_column("concluded_on", pgettext_lazy("office", "Concluded")),
    ]
    list_export = [
        "document",
        "get_kind_display",
        "period_label",
        "chairs_label",
        "opened_on",
        "state_label",
        "asked_count",
        "received_count",
        "concluded_on",
        "conclusion",
        "missing_reason",
    ]
    export_headings = {
        "get_kind_display": _("Kind of review"),
        "asked_count": pgettext_lazy("office", "Asked"),
        "received_count": pgettext_lazy("office", "Reported"),
    }
    inspect_view_fields = [
        "document",
        "kind",
        "period_label",
        "chairs_label",
        "opened_on",
        "outline",
        "concluded_on",
        "conclusion",
        "missing_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("document"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("opened_on")]),
            FieldPanel("period_label"),
            InlinePanel("co_chairs", heading=_("Together with")),
            FieldPanel("outline"),
        ],
        base_form_class=ReviewForm,
    )

    def get_urlpatterns(self) -> list[Any]:
        """Delete nothing: a review begun by mistake is not concluded."""
        return [one for one in super().get_urlpatterns() if one.name != "delete"]


class ReviewRequestIndexView(RowIndexView):
    """Reports asked for, with the review of each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Bring what the columns name."""
        rows = super().get_base_queryset()
        return rows.select_related("organisation", "review__document__kind")


class ReviewRequestViewSet(VerbMadeViewSet):
    """Reports of associations for reviews: asked for, received, missing."""

    model = ReviewRequest
    icon = "form"
    menu_label = _("Reports for reviews")
    index_view_class = ReviewRequestIndexView
    filterset_class = ReviewRequestFilterSet
    form_fields = ["due_on"]
    verbs = [
        RowVerb(
            "record_report",
            _("Record the report"),
            actions.record_report,
            "request",
            form_class=ReportForm,
            icon="check",
        ),
        RowVerb(
            "take_back_report",
            _("Take back the report"),
            actions.take_back_report,
            "request",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=_("It is owed again; the association may write it anew."),
        ),
        RowVerb(
            "release_request",
            _("Ask no longer"),
            actions.release_request,
            "request",
            form_class=ReasonForm,
            icon="cross",
        ),
        RowVerb(
            "restore_request",
            _("Ask again"),
            actions.restore_request,
            "request",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        Column("organisation", label=_("Association asked"), sort_key="organisation__sort_key"),
        Column("review", label=pgettext_lazy("office", "Review"), sort_key="review__opened_on"),
        BooleanColumn("is_received", label=_("Report received"), sort_key="received_on"),
        day_column("due_on", pgettext_lazy("office", "Due")),
        day_column("received_on", _("Report received on")),
    ]
    list_export = ["organisation", "review", "asked_on", "due_on", "received_on", "text"]
    inspect_view_fields = [
        "organisation",
        "review",
        "asked_on",
        "due_on",
        "received_on",
        "report",
        "text",
        "recorded_by",
        "released_on",
        "release_reason",
    ]
