"""Polls in the back office."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import RowModelViewSet
from lienhiep.core.viewsets.columns import day_column
from lienhiep.portal.models import Poll


class PollViewSet(RowModelViewSet):
    """Polls: question, answers in their order, days."""

    model = Poll
    icon = "list-ul"
    menu_label = _("Polls")
    menu_order = 196
    add_to_admin_menu = True
    list_display = [
        "__str__",
        Column("state_label", label=_("State")),
        day_column("opens_on", _("First day of the poll")),
        day_column("closes_on", _("Last day of the poll")),
        BooleanColumn("is_published", label=_("Readers see the poll")),
    ]
    list_export = ["question", "state_label", "opens_on", "closes_on"]
    inspect_view_fields = [
        "question",
        "note",
        "state_label",
        "opens_on",
        "closes_on",
        "most_choices",
        "is_published",
        "in_front",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("question"),
            FieldPanel("note", widget=forms.Textarea(attrs={"rows": 3})),
            InlinePanel(
                "options",
                heading=_("Answers of the poll"),
                label=_("Answer of the poll"),
                min_num=2,
                panels=[FieldPanel("text")],
            ),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
            FieldPanel("most_choices"),
            FieldPanel("is_published"),
            FieldPanel("in_front"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
