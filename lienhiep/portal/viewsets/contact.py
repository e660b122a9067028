"""Letters of readers in the back office."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.base import ViewSetGroup

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowFilterSet, RowModelViewSet, RowVerb, from_day, until_day
from lienhiep.core.viewsets.columns import day_column, moment_column, number_column, state_column
from lienhiep.portal import actions
from lienhiep.portal.choices import ContactState
from lienhiep.portal.contact_forms import AnswerForm, AssignForm
from lienhiep.portal.models import ContactKind, ContactMessage

STATES = {
    "new": "doing",
    "assigned": "doing",
    "answered": "good",
    "closed": "closed",
    "spam": "neutral",
}
"""How the state of a letter is coloured."""

VERBS = [
    RowVerb(
        "answer_message",
        _("Answer the letter"),
        actions.answer_message,
        "message",
        form_class=AnswerForm,
        icon="mail",
        done=_("The answer is on its way."),
    ),
    RowVerb(
        "assign_message",
        _("Give the letter to somebody"),
        actions.assign_message,
        "message",
        form_class=AssignForm,
        icon="user",
        done=_("The letter was given out."),
        many=True,
    ),
    RowVerb(
        "close_message",
        _("Close without an answer"),
        actions.close_message,
        "message",
        form_class=ReasonForm,
        icon="cross",
        explanation=_("For what was settled by telephone, or needs no answer."),
        many=True,
    ),
    RowVerb(
        "mark_as_spam",
        _("It is advertising"),
        actions.mark_as_spam,
        "message",
        icon="warning",
        explanation=_("The letter is put aside and forgotten after a month."),
        many=True,
    ),
    RowVerb(
        "reopen_message",
        _("Take the letter up again"),
        actions.reopen_message,
        "message",
        form_class=ReasonForm,
        icon="rotate",
    ),
]


class ContactMessageFilterSet(RowFilterSet):
    """Letters by state, matter and day."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State of the letter"), choices=ContactState.choices
    )
    came_from = from_day("received_at__date", _("Came in from"))
    came_until = until_day("received_at__date", _("Came in until"))

    class Meta:
        model = ContactMessage
        fields = ["state", "kind"]


class ContactMessageViewSet(RowModelViewSet):
    """The register of letters."""

    model = ContactMessage
    icon = "mail"
    menu_label = _("Letters of readers")
    filterset_class = ContactMessageFilterSet
    verbs = VERBS
    list_display = [
        Column("__str__", label=_("Letter")),
        Column("subject", label=_("About"), sort_key="subject"),
        Column("kind", label=_("Matter")),
        state_column(STATES, sort_key="state"),
        moment_column("received_at", _("Came in")),
        day_column("due_on", _("Answer until")),
        Column("assigned_to", label=_("Answered by")),
    ]
    list_select_related = ["kind", "assigned_to"]
    list_export = ["kind", "subject", "state_label", "received_at", "due_on", "closed_at"]
    inspect_view_fields = [
        "subject",
        "text",
        "kind",
        "name",
        "email",
        "phone",
        "organisation",
        "state_label",
        "received_at",
        "due_on",
        "assigned_to",
        "answer",
        "closed_at",
        "closed_by",
        "imported_id",
    ]
    form_fields = ["kind"]


class ContactKindViewSet(RowModelViewSet):
    """On what matters readers can write, and who is told."""

    model = ContactKind
    icon = "list-ul"
    menu_label = _("Matters of letters")
    list_display = [
        Column("name", label=_("Matter"), sort_key="name"),
        Column("mail_to", label=_("E-mail told of it")),
        number_column("answer_days", _("Days for an answer")),
        BooleanColumn("is_offered", label=_("Offered to readers")),
    ]
    list_export = ["name", "mail_to", "answer_days", "is_offered"]
    inspect_view_fields = ["name", "mail_to", "answer_days", "position", "is_offered"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("mail_to"),
            FieldRowPanel([FieldPanel("answer_days"), FieldPanel("position")]),
            FieldPanel("is_offered"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class LettersGroup(ViewSetGroup):
    """Letters and their matters."""

    menu_label = _("Letters of readers")
    menu_icon = "mail"
    menu_order = 197
    items = (ContactMessageViewSet, ContactKindViewSet)
