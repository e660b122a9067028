"""Questions of readers in the back office."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowFilterSet, RowModelViewSet, RowVerb, from_day, until_day
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.portal import actions
from lienhiep.portal.choices import QuestionState
from lienhiep.portal.models import Question, QuestionCategory

STATES = {"waiting": "doing", "published": "good", "refused": "closed"}
"""How the state of a question is coloured."""

VERBS = [
    RowVerb(
        "publish_answer",
        _("Publish the answer"),
        actions.publish_answer,
        "question",
        icon="view",
        done=_("Readers see the answer now."),
    ),
    RowVerb(
        "refuse_question",
        _("Do not answer here"),
        actions.refuse_question,
        "question",
        form_class=ReasonForm,
        icon="cross",
        explanation=_("Who left an e-mail address reads the reason."),
        many=True,
    ),
    RowVerb(
        "withdraw_answer",
        _("Take the answer off the site"),
        actions.withdraw_answer,
        "question",
        form_class=ReasonForm,
        icon="rotate",
        explanation=_("The question waits again."),
    ),
]


class QuestionFilterSet(RowFilterSet):
    """Questions by state, field and day."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State of the question"), choices=QuestionState.choices
    )
    asked_from = from_day("asked_at__date", _("Asked from"))
    asked_until = until_day("asked_at__date", _("Asked until"))

    class Meta:
        model = Question
        fields = ["state", "category"]


class QuestionViewSet(RowModelViewSet):
    """Questions: what was asked, the answer, and where it stands."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    filterset_class = QuestionFilterSet
    verbs = VERBS
    list_display = [
        Column("title", label=_("Question"), sort_key="title"),
        Column("category", label=_("Field of the question")),
        state_column(STATES, sort_key="state"),
        moment_column("asked_at", _("Asked at")),
        moment_column("published_at", _("Answer shown")),
        Column("decided_by", label=_("Decided by whom")),
    ]
    list_select_related = ["category", "decided_by"]
    list_export = ["title", "category", "state_label", "asked_at", "published_at", "answered_as"]
    inspect_view_fields = [
        "title",
        "text",
        "category",
        "answer",
        "answered_as",
        "state_label",
        "name",
        "shows_name",
        "place",
        "email",
        "asked_at",
        "published_at",
        "decided_at",
        "decided_by",
        "refusal_reason",
        "imported_id",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("text", widget=forms.Textarea(attrs={"rows": 4})),
            FieldPanel("category"),
            FieldPanel("answer"),
            FieldPanel("answered_as"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class QuestionCategoryViewSet(RowModelViewSet):
    """What questions are about."""

    model = QuestionCategory
    icon = "list-ul"
    menu_label = _("Fields of questions")
    list_display = [
        Column("name", label=_("Field of the question"), sort_key="name"),
        number_column("position", _("Place")),
    ]
    list_export = ["name", "slug", "position"]
    inspect_view_fields = ["name", "slug", "position"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldRowPanel([FieldPanel("slug"), FieldPanel("position")])],
        base_form_class=OfficeAdminModelForm,
    )


class QuestionsGroup(ViewSetGroup):
    """Questions and their fields."""

    menu_label = _("Questions and answers")
    menu_icon = "help"
    menu_order = 198
    items = (QuestionViewSet, QuestionCategoryViewSet)
