"""Members of councils, their papers, and recommendations in the back office."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.advisory import actions
from lienhiep.advisory.filters import (
    CouncilMemberFilterSet,
    OpinionFilterSet,
    RecommendationFilterSet,
)
from lienhiep.advisory.forms.verbs import AnswerForm, DatedPaperForm, DatedStatementForm
from lienhiep.advisory.models import CouncilMember, Opinion, Recommendation
from lienhiep.advisory.tables import ANSWER_KINDS, INTEREST_KINDS
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView


class CouncilMemberIndexView(RowIndexView):
    """The members of all councils: the pool of experts and what each owes."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch person, task and papers with the row."""
        rows = super().get_base_queryset()
        return rows.select_related("person", "task").prefetch_related("opinions")


MEMBER_VERBS = [
    RowVerb(
        "state_interest",
        _("Record the statement of interest"),
        actions.state_interest,
        "member",
        form_class=DatedStatementForm,
        icon="form",
        done=_("The statement is recorded."),
    ),
    RowVerb(
        "submit_opinion",
        _("Take in the paper"),
        actions.submit_opinion,
        "member",
        form_class=DatedPaperForm,
        icon="doc-full",
        done=_("The paper is taken in."),
    ),
    RowVerb(
        "release_member",
        _("Release from the council"),
        actions.release_member,
        "member",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("Seat and papers stay on record; the expert reads the task no longer."),
        serious=True,
    ),
    RowVerb(
        "bring_back_member",
        _("Bring back into the council"),
        actions.bring_back_member,
        "member",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]


class CouncilMemberViewSet(RowModelViewSet):
    """Members: named on the page of the task, corrected here until the council is set up."""

    model = CouncilMember
    icon = "group"
    menu_label = _("Council members")
    index_view_class = CouncilMemberIndexView
    verbs = MEMBER_VERBS
    filterset_class = CouncilMemberFilterSet
    list_display = [
        Column("person", label=_("Expert"), sort_key="person__sort_key"),
        Column("task", label=_("Advisory task"), sort_key="task__received_on"),
        Column("role_label", label=_("Part in the council"), sort_key="role"),
        state_column(INTEREST_KINDS, field="interest"),
        day_column("opinion_due_on", _("Paper due on")),
        Column("opinion_day", label=_("Paper received on")),
    ]
    list_export = [
        "person",
        "task",
        "role_label",
        "interest_label",
        "interest_on",
        "opinion_due_on",
        "opinion_day",
        "left_on",
    ]
    inspect_view_fields = [
        "task",
        "person",
        "role",
        "interest",
        "interest_note",
        "interest_on",
        "opinion_due_on",
        "opinion_day",
        "left_on",
        "left_reason",
    ]
    edit_handler = ObjectList(
        [FieldPanel("person"), FieldRowPanel([FieldPanel("role"), FieldPanel("opinion_due_on")])],
        base_form_class=OfficeAdminModelForm,
    )


class OpinionIndexView(RowIndexView):
    """The papers with their experts and tasks."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch expert and task with the row."""
        return super().get_base_queryset().select_related("member__person", "member__task")


class OpinionViewSet(RowModelViewSet):
    """Papers of experts, as they were handed in."""

    model = Opinion
    icon = "doc-full"
    menu_label = _("Experts' papers")
    index_view_class = OpinionIndexView
    filterset_class = OpinionFilterSet
    verbs = [
        RowVerb(
            "return_opinion",
            _("Give the paper back"),
            actions.return_opinion,
            "opinion",
            form_class=OnDayReasonForm,
            icon="resubmit",
            explanation=_("The expert reads what is to be completed, and owes the paper again."),
        ),
        RowVerb(
            "restore_opinion",
            _("Let the paper stand again"),
            actions.restore_opinion,
            "opinion",
            form_class=ReasonForm,
            icon="check",
        ),
    ]
    list_display = [
        "__str__",
        Column("member.task", label=_("Advisory task"), sort_key="member__task__received_on"),
        day_column("received_on", _("Paper received on")),
        day_column("returned_on", _("Given back on")),
    ]
    list_export = ["member.person", "member.task", "received_on", "returned_on"]
    export_headings = {"member.person": _("Expert"), "member.task": _("Advisory task")}
    inspect_view_fields = [
        "member",
        "received_on",
        "words",
        "paper",
        "returned_on",
        "return_reason",
    ]
    # Never opened: no policy admits a change, a paper is handed in by its verb.
    edit_handler = ObjectList([FieldPanel("words")], base_form_class=OfficeAdminModelForm)


class RecommendationIndexView(RowIndexView):
    """The recommendations with their tasks."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the task with the row."""
        return super().get_base_queryset().select_related("task__asker")


class RecommendationViewSet(RowModelViewSet):
    """What the reports recommend, and what became of it."""

    model = Recommendation
    icon = "list-ol"
    menu_label = _("Recommendations")
    index_view_class = RecommendationIndexView
    filterset_class = RecommendationFilterSet
    verbs = [
        RowVerb(
            "answer_recommendation",
            _("Correct the answer"),
            actions.answer_recommendation,
            "recommendation",
            form_class=AnswerForm,
            icon="edit",
        )
    ]
    list_display = [
        "__str__",
        Column("task", label=_("Advisory task"), sort_key="task__delivered_on"),
        Column("task.asker", label=_("Asking body")),
        state_column(ANSWER_KINDS, field="answer"),
        number_column("position", _("Number")),
    ]
    list_export = ["task", "position", "text", "answer_label", "answer_reason"]
    inspect_view_fields = ["task", "position", "text", "answer", "answer_reason"]
    edit_handler = ObjectList([FieldPanel("text")], base_form_class=OfficeAdminModelForm)
