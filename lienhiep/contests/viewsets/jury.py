"""Jurors and their sheets in the back office; points are typed at the juror's desk only."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.contests import actions
from lienhiep.contests.choices import STATE_KINDS
from lienhiep.contests.filters import JurorFilterSet, ScoreFilterSet
from lienhiep.contests.forms.records import JurorForm
from lienhiep.contests.models import Juror, Score
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


class JurorIndexView(RowIndexView):
    """The jurors, with how many sheets each has handed in and owes."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the sheets with the list, not row by row."""
        rows = super().get_base_queryset().select_related("edition__contest", "field", "person")
        standing = Q(scores__excused_on=None)
        return rows.annotate(
            sheets_in=Count("scores", filter=standing & Q(scores__submitted_on__isnull=False)),
            sheets_owed=Count(
                "scores", filter=standing & Q(scores__isnull=False, scores__submitted_on=None)
            ),
        )


class JurorViewSet(RowModelViewSet):
    """Jurors: appointed, followed, dismissed."""

    model = Juror
    icon = "group"
    menu_label = _("Jury")
    index_view_class = JurorIndexView
    add_view_class = VerbCreateView
    filterset_class = JurorFilterSet
    verbs = [
        RowVerb(
            "dismiss_juror",
            _("Let the juror leave"),
            actions.dismiss_juror,
            "juror",
            form_class=OnDayReasonForm,
            icon="cross",
            explanation=_("Sheets still owed are taken back; those submitted stay."),
            serious=True,
        )
    ]
    list_display = [
        "__str__",
        Column("edition", label=_("Edition"), sort_key="edition__deadline"),
        Column("field", label=_("Field of the juror"), sort_key="field__position"),
        day_column("appointed_on", _("Appointed on")),
        day_column("ended_on", _("Left on")),
        number_column("sheets_in", _("Sheets submitted")),
        number_column("sheets_owed", _("Sheets owed")),
    ]
    list_export = [
        "person",
        "edition",
        "field",
        "appointed_on",
        "ended_on",
        "sheets_in",
        "sheets_owed",
    ]
    export_headings = {"sheets_in": _("Sheets submitted"), "sheets_owed": _("Sheets owed")}
    inspect_view_fields = [
        "person",
        "edition",
        "field_label",
        "document",
        "appointed_on",
        "ended_on",
        "end_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("edition"), FieldPanel("field")]),
            FieldPanel("person"),
            FieldRowPanel([FieldPanel("appointed_on"), FieldPanel("document")]),
        ],
        base_form_class=JurorForm,
    )


class ScoreIndexView(RowIndexView):
    """The sheets, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("entry__edition__contest", "entry__field", "juror__person")


class ScoreInspectView(RowInspectView):
    """The page of a sheet with its points."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the points."""
        context = super().get_context_data(**kwargs)
        context["marks"] = self.object.marks.select_related("criterion")
        return context


class ScoreViewSet(RowModelViewSet):
    """Score sheets: read, given back, taken from a juror with a conflict of interest."""

    model = Score
    icon = "form"
    menu_label = _("Score sheets")
    index_view_class = ScoreIndexView
    inspect_view_class = ScoreInspectView
    inspect_template_name = "contests/admin/score_inspect.html"
    filterset_class = ScoreFilterSet
    verbs = [
        RowVerb(
            "reopen_score",
            _("Give the sheet back"),
            actions.reopen_score,
            "score",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=_("The juror scores anew; the points of before stay in the history."),
            serious=True,
        ),
        RowVerb(
            "excuse_juror",
            _("Excuse the juror"),
            actions.excuse_juror,
            "score",
            form_class=OnDayReasonForm,
            icon="cross",
            explanation=_("For a conflict of interest; the entry is scored without this juror."),
            serious=True,
        ),
        RowVerb(
            "recall_juror",
            _("Take back the excuse"),
            actions.recall_juror,
            "score",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        Column("entry.edition", label=_("Edition")),
        Column("juror", label=_("Juror of the sheet"), sort_key="juror__person__sort_key"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("due_on", _("Due by")),
        day_column("submitted_on", _("Submitted on")),
        number_column("total", _("Points")),
    ]
    list_export = [
        "entry.code",
        "entry.edition",
        "juror",
        "state_label",
        "due_on",
        "submitted_on",
        "total",
    ]
    export_headings = {"entry.code": _("Code"), "entry.edition": _("Edition")}
    inspect_view_fields = [
        "entry",
        "juror",
        "assigned_on",
        "due_on",
        "submitted_on",
        "total",
        "remark",
        "excused_on",
        "excuse_reason",
    ]
    form_fields = ["due_on"]
